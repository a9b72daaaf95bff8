// Each push goes to every address that Settings lists for its kind.
const { settings } = $('Settings').first().json;
const kindOf = (push) =>
	push.feeLst || push.eventType === 'fee'
		? 'callRecords'
		: push.smsEvent
			? 'texts'
			: push.numInfo || push.eventType === 'numStatus'
				? 'numberStatus'
				: 'calls';
return $input.all().flatMap(({ json: { settings: _, ...push } }) =>
	String(settings[kindOf(push)] ?? '')
		.split(/[\s,，;；]+/)
		.filter((address) => /^https?:\/\//.test(address))
		.map((url) => ({ json: { url, kind: kindOf(push), push } })),
);
