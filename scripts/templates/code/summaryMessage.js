// use: say, beijing, when
// The group gets the summary; phone numbers that were said stay hidden.
const masked = (text) => text.replace(/(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})/g, '$1****$2');
return $('Rows')
	.all()
	.map(({ json }) => ({
		json: {
			text:
				[
					say('Call ', '通话 ') + when(json.callTime),
					json.orderId && say('order ', '订单 ') + json.orderId,
					json.sample && say('sample', '样例'),
				]
					.filter(Boolean)
					.join(' · ') +
				'\n' +
				masked(json.summary || say('(no summary)', '（无摘要）')),
		},
	}));
