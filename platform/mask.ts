/** Fields of events and of the platform's pushes that hold a phone number. */
const NUMBER_FIELDS = new Set([
	'bindNum',
	'called',
	'calleeNum',
	'caller',
	'callerNum',
	'calling',
	'from',
	'fwdDisplayNum',
	'fwdDstNum',
	'number',
	'privateNumber',
	'to',
	'virtualNumber',
]);
/** Fields that hold what people wrote; AX texts carry numbers (`@13800000021`). */
const TEXT_FIELDS = new Set(['text', 'smsContent']);
const WITHIN = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/g;

/** Hides the middle digits of a phone number: `+8613800000001` becomes `+86138****0001`. */
export function maskNumber(number: string): string {
	const [, prefix = '', digits = ''] = /^(\+86)?(.*)$/.exec(number) ?? [];
	const hidden = digits.length - 7;
	if (hidden <= 0) return prefix + '*'.repeat(digits.length);
	return `${prefix}${digits.slice(0, 3)}${'*'.repeat(hidden)}${digits.slice(-4)}`;
}

/** A copy of an event or a push in which phone numbers are masked, those within texts too. */
export function maskNumbers(value: unknown, field = ''): unknown {
	if (typeof value === 'string') {
		if (NUMBER_FIELDS.has(field)) return maskNumber(value);
		return TEXT_FIELDS.has(field) ? value.replace(WITHIN, maskNumber) : value;
	}
	if (Array.isArray(value)) return value.map((inner) => maskNumbers(inner, field));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, maskNumbers(inner, name)]),
	);
}
