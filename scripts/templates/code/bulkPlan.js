// use: readNumber
// Reads the sheet: names of columns in English or Chinese; what cannot be bound is named with its line.
const { sample, submittedAt } = $('Settings').first().json;
const isSample = sample === true;
const job = isSample
	? 'sample'
	: DateTime.fromISO(submittedAt ?? DateTime.now().toISO())
			.setZone('Asia/Shanghai')
			.toFormat('yyyy-MM-dd HH:mm:ss');
const names = {
	orderId: ['orderid', 'order', '订单号', '订单编号', '订单'],
	numberA: ['numbera', 'a', 'callernum', 'customerphone', '号码a', 'a号码', '主叫', '乘客', '客户'],
	numberB: ['numberb', 'b', 'calleenum', 'driverphone', '号码b', 'b号码', '被叫', '司机', '员工'],
	privateNumber: ['privatenumber', 'x', 'relationnum', '隐私号码', '隐私号', 'x号码', '号码x'],
	areaCode: ['areacode', '区号', '城市区号'],
};
const source = $('Read CSV').isExecuted ? $('Read CSV').all() : $('Read XLSX').all();
const sheet = source.map(({ json }) => {
	const cells = new Map(
		Object.entries(json).map(([name, value]) => [
			name
				.normalize('NFKC')
				.toLowerCase()
				.replace(/[\s_\-*（）()]/g, ''),
			value,
		]),
	);
	const row = {};
	for (const [field, spellings] of Object.entries(names))
		row[field] = spellings
			.map((name) => cells.get(name))
			.find((value) => value != null && String(value).trim() !== '');
	return row;
});

const all = $('Ledger')
	.all()
	.map(({ json }) => json)
	.filter((row) => row.orderId && (row.sample === true) === isSample);
// An order that failed before is planned again in its own row.
const idOf = new Map(all.map((row) => [row.orderId, row.id]));
const ledger = all.filter((row) => row.sample !== true);
const alive = ({ state, expiresAt }) =>
	['bound', 'binding', 'planned', 'doubt'].includes(state) &&
	(!expiresAt || Date.parse(expiresAt) > Date.now());
const known = new Map(ledger.map((row) => [row.orderId, row]));
// Who is on which privacy number already: one person has one partner there.
const taken = new Set(
	ledger
		.filter(alive)
		.flatMap(({ privateNumber, numberA, numberB }) => [
			privateNumber + ' ' + numberA,
			privateNumber + ' ' + numberB,
		]),
);
const stock = $('Numbers in Stock')
	.all()
	.map(({ json }) => json)
	.filter(({ privateNumber, usable, sample: old }) => privateNumber && usable !== false && !old);
const load = new Map();
const orders = new Set();

const rows = sheet.flatMap((row, index) => {
	const line = index + 2;
	const given = [row.orderId, row.numberA, row.numberB].some((value) => value !== undefined);
	if (!given) return [];
	const orderId = row.orderId === undefined ? `${job} line ${line}` : String(row.orderId).trim();
	const before = known.get(orderId);
	// Bound already, or under way in another job: nothing to do.
	if (before && alive(before)) return [];
	const numberA = readNumber(row.numberA),
		numberB = readNumber(row.numberB);
	let privateNumber = readNumber(row.privateNumber);
	const isRepeated = orders.has(orderId);
	const problems = [
		row.orderId === undefined && 'orderId is missing 缺少订单号',
		isRepeated && 'this order stands in the sheet twice 订单号重复',
		!numberA && `numberA is no phone number 号码A无效: "${row.numberA ?? ''}"`,
		!numberB && `numberB is no phone number 号码B无效: "${row.numberB ?? ''}"`,
		numberA && numberA === numberB && 'numberA and numberB are the same 号码A与号码B相同',
		row.privateNumber !== undefined &&
			!privateNumber &&
			`privateNumber is no phone number 隐私号无效: "${row.privateNumber}"`,
	].filter(Boolean);
	orders.add(orderId);
	if (problems.length === 0 && !privateNumber) {
		const fits = stock
			.map((one) => ({ x: readNumber(one.privateNumber), areaCode: one.areaCode }))
			.filter(
				({ x, areaCode }) =>
					x &&
					(row.areaCode === undefined || String(areaCode) === String(row.areaCode)) &&
					!taken.has(x + ' ' + numberA) &&
					!taken.has(x + ' ' + numberB),
			)
			.sort((a, b) => (load.get(a.x) ?? 0) - (load.get(b.x) ?? 0));
		privateNumber = fits[0]?.x;
		if (!privateNumber) problems.push('no free privacy number in stock 库存中没有可用的隐私号');
	}
	if (problems.length === 0) {
		for (const number of [numberA, numberB]) taken.add(privateNumber + ' ' + number);
		load.set(privateNumber, (load.get(privateNumber) ?? 0) + 1);
	}
	// A row that repeats an order has a name of its own, or it would take the place of the first.
	const name = isRepeated ? `${job} line ${line}` : orderId;
	return [
		{
			json: {
				id: idOf.get(name),
				orderId: name,
				mode: 'AXB',
				state: isSample ? 'sample' : problems.length ? 'broken' : 'planned',
				privateNumber,
				numberA,
				numberB,
				job,
				note: problems.length ? `line ${line} 第 ${line} 行: ` + problems.join('; ') : '',
				sample: isSample,
			},
		},
	];
});
return rows;
