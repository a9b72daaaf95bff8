// Numbers of the city first, in an order that is always the same for an order.
const order = $('Read Order').first().json;
const rank = (text) =>
	[...text].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 1000003, 7);
const candidates = $input
	.all()
	.map(({ json }) => json)
	.filter(({ privateNumber, usable, sample }) => privateNumber && usable !== false && !sample)
	.sort(
		(a, b) =>
			Number(b.areaCode === order.areaCode) - Number(a.areaCode === order.areaCode) ||
			rank(order.orderId + a.privateNumber) - rank(order.orderId + b.privateNumber),
	)
	.map(({ privateNumber }) => String(privateNumber));
// Without a number, the step that binds says that one is missing.
return [{ json: { ...order, candidates: [...new Set(candidates)].slice(0, 50) } }];
