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
/** Names and the customer's own data: workflows look things up by them, so they stay as they are. */
const KEPT_FIELDS = new Set([
	'eventId',
	'extendNum',
	'fileName',
	'icid',
	'recordDomain',
	'recordFileDownloadUrl',
	'recordId',
	'recordObjectName',
	'sessionId',
	'smsId',
	'smsIdentifier',
	'subscriptionId',
	'url',
	'userData',
]);
const WITHIN = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/g;

/** Hides the middle digits of a phone number: `+8613800000001` becomes `+86138****0001`. */
function maskNumber(number: string): string {
	const [, prefix = '', digits = ''] = /^(\+86)?(.*)$/.exec(number) ?? [];
	const hidden = digits.length - 7;
	if (hidden <= 0) return prefix + '*'.repeat(digits.length);
	return `${prefix}${digits.slice(0, 3)}${'*'.repeat(hidden)}${digits.slice(-4)}`;
}

/** A text in which the mobile numbers are masked. */
export function maskWithin(text: string): string {
	return text.replace(WITHIN, maskNumber);
}

/**
 * A copy of an event or a push in which phone numbers are masked: in the fields that hold one, and
 * wherever else one shows, in texts (AX texts carry `@13800000021`) and in fields that are new.
 */
export function maskNumbers(value: unknown, field = ''): unknown {
	if (KEPT_FIELDS.has(field)) return value;
	if (typeof value === 'string') {
		return NUMBER_FIELDS.has(field) ? maskNumber(value) : maskWithin(value);
	}
	if (typeof value === 'number') {
		const masked = maskNumbers(String(value), field);
		return masked === String(value) ? value : masked;
	}
	if (Array.isArray(value)) return value.map((inner) => maskNumbers(inner, field));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, maskNumbers(inner, name)]),
	);
}
