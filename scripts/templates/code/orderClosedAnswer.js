// use: say, mask, dial
// One answer for the order system, one line for the group.
const { orderId, sample } = $('Read Order').first().json;
const removed = $input.all().map(({ json }) => json);
const rows = $('What to Unbind')
	.all()
	.map(({ json }) => json);
const alreadyUnbound = removed.every((one) => one.alreadyDeleted === true);
const lines = rows.map((row) =>
	[
		say('Order ' + orderId + ' closed, unbound', '订单 ' + orderId + ' 已关闭，已解绑'),
		mask(row.numberA) + ' ↔ ' + mask(row.numberB),
		'X ' + dial(row.privateNumber),
		sample && say('sample', '样例'),
	]
		.filter(Boolean)
		.join(' · '),
);
return [
	{
		json: {
			status: 200,
			answer: { orderId, unbound: true, alreadyUnbound },
			text: alreadyUnbound ? undefined : lines.join('\n'),
		},
	},
];
