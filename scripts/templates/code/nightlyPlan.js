// What is to be done with each binding of the ledger; those with nothing to do are left out.
const { keepDays, remindHours } = $('Settings').first().json.settings;
const hour = 3600000;
return $input.all().flatMap(({ json: row }) => {
	if (row.sample === true || row.orderId === undefined) return [];
	// A pinned row says what time it is; a real one takes the clock.
	const now = Date.parse(row.now ?? '') || Date.now();
	const ends = Date.parse(row.expiresAt ?? '');
	const began = Date.parse(row.boundAt ?? row.createdAt ?? '');
	const todo =
		ends <= now
			? 'ended'
			: Number.isNaN(ends) && began < now - keepDays * 24 * hour
				? 'remove'
				: ends - now <= remindHours * hour && !row.remindedAt
					? 'remind'
					: undefined;
	return todo ? [{ json: { ...row, todo } }] : [];
});
