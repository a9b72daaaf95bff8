// use: say, beijing, when
// A line a number: what works no more, and what works again.
const dial = (number) => String(number ?? '').replace(/^(sample )?\+86/, '');
return $('Rows')
	.all()
	.map(({ json }) => ({
		json: {
			text: [
				(json.usable
					? say('Privacy number usable again ', '隐私号恢复 ')
					: say('ALARM privacy number ', '【告警】隐私号 ')) + dial(json.privateNumber),
				say(json.statusEn, json.status),
				say(json.causeEn, json.cause),
				when(json.changedAt),
				json.sample && say('sample', '样例'),
			]
				.filter(Boolean)
				.join(' · '),
		},
	}));
