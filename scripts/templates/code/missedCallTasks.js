// use: orderOf
// One task a person and privacy number; how often they tried is counted on.
const tasks = new Map();
const open = new Map(
	$('Open Tasks')
		.all()
		.map(({ json }) => [json.callBack + ' ' + json.over, json]),
);
for (const { json } of $('Not Yet a Task').all()) {
	const callBack = json.callerNumber ?? 'unknown';
	const over = json.privateNumber ?? 'unknown';
	const key = callBack + ' ' + over;
	const times = (tasks.get(key) ?? open.get(key))?.times ?? 0;
	tasks.set(key, {
		eventId: json.eventId,
		callBack,
		over,
		who: json.calledNumber === json.privateNumber ? undefined : json.calledNumber,
		missedAt: json.callTime ?? json.time,
		times: times + 1,
		reason: json.endReason?.zh,
		reasonEn: json.endReason?.en,
		orderId: orderOf(json) === undefined ? undefined : String(orderOf(json)),
		sample: json.sample === true,
	});
}
return [...tasks.values()].map((json) => ({ json }));
