// use: mask, dial, say, beijing
// What both sides and the group are told. An order that was bound before is answered, not told again.
const { isBound, row } = $('Oldest Row').first().json;
const order = $('Read Order').first().json;
const written = $input.first().json;
const bound = isBound ? row : $('Bind Customer and Driver').last(0).json;
if (isBound && row.state === 'unbound') {
	const error = 'This order is closed. 该订单已关闭。';
	return [{ json: { status: 409, answer: { orderId: order.orderId, error } } }];
}
const until = beijing(bound.expiresAt);
const x = dial(bound.privateNumber);
const recorded = $('Settings').first().json.settings.recordHintTone !== '';
const messages = [
	{
		to: bound.numberA,
		text: say(
			'Your driver is on the way. Call ' +
				x +
				' to reach the driver; your number is not shown.' +
				(recorded ? ' Calls are recorded.' : ''),
			'您的司机已接单。请拨打 ' +
				x +
				' 联系司机，您的号码不会显示给对方。' +
				(recorded ? '通话将被录音。' : ''),
		),
	},
	{
		to: bound.numberB,
		text: say(
			'You have a new order. Call ' +
				x +
				' to reach the customer; your number is not shown.' +
				(recorded ? ' Calls are recorded.' : ''),
			'您有新订单。请拨打 ' +
				x +
				' 联系乘客，您的号码不会显示给对方。' +
				(recorded ? '通话将被录音。' : ''),
		),
	},
];
const text = [
	say('Order ', '订单 ') + order.orderId + say(' bound', ' 已绑定'),
	mask(bound.numberA) + ' ↔ ' + mask(bound.numberB),
	'X ' + x,
	until.isValid && say('until ', '有效期至 ') + until.toFormat('MM-dd HH:mm'),
	order.sample && say('sample', '样例'),
	!isBound && written.createdAt === undefined && say('NOT in the ledger', '未写入台账'),
];
return [
	{
		json: {
			status: 200,
			answer: {
				orderId: order.orderId,
				privateNumber: bound.privateNumber,
				subscriptionId: bound.subscriptionId,
				expiresAt: until.isValid ? until.toISO() : undefined,
				alreadyBound: isBound || bound.alreadyBound === true,
				messages,
			},
			text: isBound || bound.alreadyBound ? undefined : text.filter(Boolean).join(' · '),
		},
	},
];
