// Counts the calls of the period. Rows of the sample, and a record that was saved twice, count once or not at all.
const period = $('Period').first().json;
const { zone } = period;
const from = DateTime.fromISO(period.from, { zone });
// The clock of the zone, without making a date object of every call: the offset holds for an hour.
const offsets = new Map();
const local = (time) => {
	const hour = Math.floor(time / 3600000);
	if (!offsets.has(hour)) offsets.set(hour, DateTime.fromMillis(time, { zone }).offset * 60000);
	return new Date(time + offsets.get(hour)).toISOString();
};
const seen = new Set();
const calls = [];
for (const { json } of $('Calls of the Period').all()) {
	if (!json.callTime || json.sample === true || seen.has(json.eventId)) continue;
	seen.add(json.eventId);
	const time = Date.parse(json.callTime);
	if (Number.isFinite(time)) calls.push({ ...json, time, at: local(time) });
}
const empty = () => ({ calls: 0, answered: 0, missed: 0, notConnected: 0, minutes: 0 });
const count = (sum, { outcome, billedMinutes }) => {
	sum.calls += 1;
	sum[outcome in sum ? outcome : 'notConnected'] += 1;
	sum.minutes += Number(billedMinutes) || 0;
};
const total = empty();
const byDay = Array.from({ length: period.days }, (_, day) => ({
	day: from.plus({ days: day }).toISODate(),
	...empty(),
}));
const days = new Map(byDay.map((day) => [day.day, day]));
const byHour = Array.from({ length: 24 }, (_, hour) => ({ hour, ...empty() }));
const byNumber = new Map();
for (const call of calls) {
	const number = call.privateNumber ?? '?';
	if (!byNumber.has(number)) byNumber.set(number, { privateNumber: number, ...empty() });
	for (const sum of [
		total,
		days.get(call.at.slice(0, 10)),
		byHour[Number(call.at.slice(11, 13))],
		byNumber.get(number),
	])
		if (sum) count(sum, call);
}

// A missed call is settled when its task is done, or when the two have spoken since.
const tasks = $('Callbacks')
	.all()
	.map(({ json }) => json)
	.filter(({ callBack }) => callBack);
const done = new Map();
for (const { callBack, over, status, updatedAt, missedAt } of tasks) {
	if (status === 'open') continue;
	const key = callBack + ' ' + over;
	done.set(key, Math.max(done.get(key) ?? 0, Date.parse(updatedAt ?? missedAt) || 0));
}
const spoke = new Map();
const note = (person, number, time) =>
	spoke.set(person + ' ' + number, Math.max(spoke.get(person + ' ' + number) ?? 0, time));
for (const { outcome, callerNumber, calledNumber, privateNumber, time } of calls) {
	if (outcome !== 'answered') continue;
	note(callerNumber, privateNumber, time);
	note(calledNumber, privateNumber, time);
}
const missed = calls
	.filter(({ outcome }) => outcome === 'missed')
	.map(({ at, time, callerNumber, calledNumber, privateNumber, orderId }) => {
		const key = callerNumber + ' ' + privateNumber;
		const state =
			(spoke.get(key) ?? 0) > time ? 'spoken' : (done.get(key) ?? 0) > time ? 'done' : 'open';
		return {
			at: at.slice(5, 16).replace('T', ' '),
			time,
			callerNumber,
			calledNumber,
			privateNumber,
			orderId,
			state,
		};
	})
	.sort((a, b) => b.time - a.time);
const open = missed.filter(({ state }) => state === 'open').length;
return [
	{
		json: {
			...period,
			total: { ...total, open },
			byDay,
			byHour,
			byNumber: [...byNumber.values()].sort((a, b) => b.calls - a.calls),
			missed: missed.slice(0, 50),
			missedMore: Math.max(0, missed.length - 50),
		},
	},
];
