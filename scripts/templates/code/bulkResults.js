// What became of each row. A refusal that concerns the whole application stops the job; its rows stay planned.
const rows = $('Batch').all(0, -1);
const results = $input.all().map(({ json, pairedItem }, index) => {
	const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
	const { id, orderId } = rows[from ?? index].json;
	if (!json.error) {
		const { subscriptionId, expiresAt, alreadyBound, userData } = json;
		if (alreadyBound && userData?.orderId !== undefined && String(userData.orderId) !== orderId) {
			return {
				id,
				orderId,
				state: 'failed',
				note: 'bound for another order 已为其他订单绑定: ' + userData.orderId,
			};
		}
		return {
			id,
			orderId,
			state: 'bound',
			subscriptionId,
			boundAt: DateTime.now().toISO(),
			expiresAt,
			note: '',
		};
	}
	const { code = '', field } = json.details ?? {};
	const note = String(json.error.message ?? json.error).slice(0, 500);
	if (/unknown/i.test(code)) return { id, orderId, state: 'doubt', note };
	// Refusals of this pair or number alone: 1012… and values that were refused before sending.
	if (
		field !== undefined ||
		/^1012\d{3}$/.test(code) ||
		/^101000[24]$/.test(code) ||
		code === '1020182'
	)
		return { id, orderId, state: 'failed', note };
	return { id, orderId, state: 'planned', note, stop: true };
});
const stop = results.some((one) => one.stop);
return results.map((json) => ({ json: { ...json, stop } }));
