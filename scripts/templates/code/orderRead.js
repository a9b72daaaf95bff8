// use: readNumber
// The order as the order system sends it. What is missing or cannot be a number is named.
const { body = {}, sample } = $input.first().json;
const orderId = String(body.orderId ?? '').trim();
const numberA = readNumber(body.customerPhone);
const numberB = readNumber(body.driverPhone);
const problems = [
	orderId === '' && 'orderId is missing. 缺少 orderId。',
	!numberA &&
		`customerPhone is no phone number: "${body.customerPhone ?? ''}". customerPhone 不是有效号码。`,
	!numberB &&
		`driverPhone is no phone number: "${body.driverPhone ?? ''}". driverPhone 不是有效号码。`,
	numberA && numberA === numberB && 'customerPhone and driverPhone are the same. 两个号码相同。',
].filter(Boolean);
return [
	{
		json: {
			orderId,
			numberA,
			numberB,
			areaCode: String(body.areaCode ?? ''),
			sample: sample === true,
			problem: problems.join(' ') || undefined,
		},
	},
];
