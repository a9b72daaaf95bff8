// What the tools have really done: bindings made and removed. The words of the model do not count.
const parse = (value) => {
	try {
		return typeof value === 'string' ? JSON.parse(value) : value;
	} catch {
		return undefined;
	}
};
const rows = [];
for (const { json } of $input.all()) {
	for (const { action = {}, observation } of json.intermediateSteps ?? []) {
		const tool = String(action.tool ?? '').replace(/_/g, ' ');
		for (const result of [parse(observation)].flat(2)) {
			const done = result?.json ?? result;
			if (!done || done.error || !done.subscriptionId) continue;
			if (tool === 'Bind') {
				const { subscriptionId, privateNumber, numberA, numberB, expiresAt, userData } = done;
				rows.push({
					subscriptionId,
					orderId: String(userData?.orderId ?? action.toolInput?.orderId ?? ''),
					mode: 'AXB',
					state: 'bound',
					privateNumber,
					numberA,
					numberB,
					boundAt: DateTime.now().toISO(),
					expiresAt,
					note: 'chat',
				});
			} else if (tool === 'Unbind' && done.deleted) {
				rows.push({ subscriptionId: done.subscriptionId, state: 'unbound', note: 'chat' });
			}
		}
	}
}
return rows.map((json) => ({ json }));
