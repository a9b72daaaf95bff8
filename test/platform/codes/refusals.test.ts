import { PlatformError, type Holder } from '../../../platform/codes/errors';
import type { InterfaceName } from '../../../platform/codes/interfaces';
import { LOCAL_CODES } from '../../../platform/codes/localCodes';
import {
	categoryOf,
	explain,
	isNotFound,
	isRefusalOfKeys,
	isThrottled,
	provesKeys,
	stopsRun,
} from '../../../platform/codes/refusals';
import { RESULT_CODES } from '../../../platform/codes/resultCodes';

const A = '+8613800000021';
const B = '+8613900000002';
const X = '+8617000000001';

const refusal = (
	code: string,
	more: Partial<ConstructorParameters<typeof PlatformError>[0]> = {},
): PlatformError =>
	new PlatformError({ code, text: '', outcome: 'refused', httpStatus: 403, ...more });

describe('what a refusal means for what comes next', () => {
	const NOTHING = { stops: false, keys: false, throttled: false, notFound: false, proves: false };

	test.each<[what: string, error: PlatformError, expected: Partial<typeof NOTHING>]>([
		['a wrong signature', refusal('1010010', { httpStatus: 401 }), { stops: true, keys: true }],
		[
			'an unreadable signature',
			refusal('1023006', { httpStatus: 400 }),
			{ stops: true, keys: true },
		],
		['an address that is not listed', refusal('1020166'), { stops: true, keys: true }],
		[
			'401 of a gateway',
			refusal('invalidAnswer', { httpStatus: 401 }),
			{ stops: true, keys: true },
		],
		[
			'401 with a code of a parameter',
			refusal('1010002', { httpStatus: 401 }),
			{ stops: true, keys: true },
		],
		['an account in arrears', refusal('1010029'), { stops: true }],
		['an application of another mode', refusal('1010040'), { stops: true }],
		['too many requests', refusal('1010010'), { throttled: true }],
		['429 of a gateway', refusal('tooMany', { httpStatus: 429 }), { throttled: true }],
		['too many requests of a person', refusal('1011006', { httpStatus: 401 }), { throttled: true }],
		['a binding that is not there', refusal('1016001'), { notFound: true, proves: true }],
		[
			'a call that is not there',
			refusal('1020152', { httpStatus: 500 }),
			{ notFound: true, proves: true },
		],
		['a wrong parameter', refusal('1010002'), { proves: true }],
		['a conflict', refusal('1012010'), { proves: true }],
		['a wrong parameter that may have been taken', refusal('1010002', { outcome: 'lost' }), {}],
		['a request that cannot be read', refusal('1010006'), {}],
		['a fault of the platform', refusal('1010001', { httpStatus: 500 }), {}],
		['a code that nobody listed', refusal('1999999'), {}],
		['no answer', refusal('timeout', { outcome: 'lost', httpStatus: undefined }), {}],
	])('%s', (_, error, expected) => {
		expect({
			stops: stopsRun(error),
			keys: isRefusalOfKeys(error),
			throttled: isThrottled(error),
			notFound: isNotFound(error),
			proves: provesKeys(error),
		}).toEqual({ ...NOTHING, ...expected });
	});
});

describe('a code with two meanings', () => {
	test.each([
		[401, 'auth'],
		[403, 'throttle'],
	])('means with HTTP %d: %s', (httpStatus, category) => {
		expect(categoryOf(refusal('1010010', { httpStatus }))).toBe(category);
	});

	test('means nothing without its status', () => {
		expect(categoryOf(refusal('1010010', { httpStatus: undefined }))).toBeUndefined();
	});
});

test.each(['toString', 'x1012010', '1012010x', '1010010/401'])('"%s" is no code', (code) => {
	const { message, remedy, platformText } = explain(refusal(code));
	expect(message.en).toContain(`code ${code},`);
	expect(message.zh).toContain(`错误码为 ${code}，`);
	expect(remedy.en).toContain('documents');
	expect(platformText).toBeUndefined();
});

/** How to go on after a refusal. */
const remedyOf = (error: PlatformError, asks?: InterfaceName) => explain(error, asks).remedy;

describe('the way to go on', () => {
	const general = RESULT_CODES['1010002'];
	const WRONG_AREA = 'Invalid request.areaCode';

	test('is that of the code, unless more is known', () => {
		expect(remedyOf(refusal('1010002', { text: 'Invalid request.' }))).toEqual(general?.remedy);
		expect(remedyOf(refusal('1010002', { text: 'Invalid request.' }), 'axb.bind')).toEqual(
			general?.remedy,
		);
		expect(remedyOf(refusal('timeout'))).toEqual(LOCAL_CODES.timeout.remedy);
	});

	test.each([
		[WRONG_AREA, 'Check Area Code', '请检查“城市码”'],
		['hello.wav does not exist.', 'tone file', '放音文件'],
		['Invalid callerNum', 'phone numbers', '请检查号码'],
	])('is about the parameter that the platform names: %s', (text, en, zh) => {
		const remedy = remedyOf(refusal('1010002', { text }), 'axb.bind');
		expect(remedy.en).toContain(en);
		expect(remedy.zh).toContain(zh);
	});

	test('is about a named parameter only where a parameter was refused', () => {
		expect(remedyOf(refusal('1012010', { text: WRONG_AREA }))).toEqual(
			RESULT_CODES['1012010']?.remedy,
		);
	});

	test('is that of the interface, before that of the named parameter', () => {
		const error = refusal('1010002', { text: WRONG_AREA });
		expect(remedyOf(error, 'recordingLink').en).toContain('one and the same call record');
	});

	test.each<[asks: InterfaceName | undefined, en: string]>([
		['axb.bind', 'This application has no such privacy number (X)'],
		['axb.query', 'There is no such binding'],
		['recordingLink', 'The platform has no such recording'],
	])('%s: what is not there is named as what was asked for', (asks, en) => {
		const { message, remedy, category, platformText } = explain(refusal('1012007'), asks);
		expect(message.en).toContain(en);
		expect(remedy).not.toEqual(RESULT_CODES['1012007']?.remedy);
		// What the platform says stays what it is.
		expect(category).toBe('not-found');
		expect(platformText).toBe(RESULT_CODES['1012007']?.platformText);
	});

	test.each(['toString', 'constructor', '1999999'])('%s is no code of an interface', (code) => {
		expect(explain(refusal(code), 'axb.bind')).toEqual(explain(refusal(code)));
	});
});

describe('who stands in the way', () => {
	const pair = {
		privateNumber: X,
		numberA: A,
		numberB: B,
		subscriptionId: 's1',
		who: 'A',
	} as const;
	const single = { privateNumber: X, numberA: A, subscriptionId: 's1' };
	const tell = (...holders: Holder[]) => remedyOf(refusal('1012010', { holders }));

	test.each<[what: string, holder: Holder, en: string, zh: string]>([
		[
			'a pair',
			pair,
			`Number A is bound already: ${X} connects ${A} and ${B} (Binding ID s1).`,
			`A 号码已有绑定：${X} 上是 ${A} 和 ${B}（绑定 ID：s1）。`,
		],
		[
			'the person of a number',
			single,
			`${X} belongs to ${A} (Binding ID s1).`,
			`${X} 已绑定 ${A}（绑定 ID：s1）。`,
		],
		[
			'the person of an extension',
			{ ...single, extension: '0012' },
			`Extension 0012 of ${X} belongs to ${A} (Binding ID s1).`,
			`${X} 的分机号 0012 已绑定 ${A}（绑定 ID：s1）。`,
		],
		[
			'the person of a number, where a B is told that nobody asked for',
			{ ...single, numberB: B },
			`${X} belongs to ${A} (Binding ID s1).`,
			`${X} 已绑定 ${A}（绑定 ID：s1）。`,
		],
		[
			'the person of a number, where a pair has no B',
			{ ...single, who: 'A' },
			`${X} belongs to ${A} (Binding ID s1).`,
			`${X} 已绑定 ${A}（绑定 ID：s1）。`,
		],
	])('is told before the way to go on: %s', (_, holder, en, zh) => {
		const { remedy } = RESULT_CODES['1012010'] ?? {};
		expect(tell(holder)).toEqual({ en: `${en} ${remedy?.en}`, zh: `${zh}${remedy?.zh}` });
	});

	test('may be several, each in a sentence', () => {
		const { en } = tell(pair, { ...pair, who: 'B', subscriptionId: 's2' });
		expect(en).toMatch(/^Number A .*\(Binding ID s1\)\. Number B .*\(Binding ID s2\)\. /);
	});

	test('is the way to go on where one is the wanted binding itself', () => {
		const { en, zh } = tell({ ...single, isWanted: false }, { ...single, isWanted: true });
		expect(en).toMatch(/On Conflict to Use Existing Binding\.$/);
		expect(zh).toMatch(/沿用已有绑定”。$/);
		expect(tell({ ...single, isWanted: false }).en).not.toContain('On Conflict');
	});
});
