// use: mask, dial, beijing, when, say
// Who called, whom, over which number; a record without the caller's number is named.
return $('Tasks')
	.all()
	.map(({ json }) => {
		const from =
			json.callBack === 'unknown'
				? say('unknown caller, record ', '主叫号码未知，话单 ') + json.eventId
				: mask(json.callBack);
		const parts = [
			say('Missed call ', '未接来电 ') + when(json.missedAt),
			from + (json.who ? ' → ' + mask(json.who) : ''),
			'X ' + dial(json.over),
			json.orderId && say('order ', '订单 ') + json.orderId,
			say(json.reasonEn, json.reason),
			json.times > 1 && say(json.times + ' times', '第 ' + json.times + ' 次'),
			json.sample && say('sample', '样例'),
		];
		return { json: { text: parts.filter(Boolean).join(' · ') } };
	});
