import fc from 'fast-check';

import { maskNumbers, maskWithin } from '../../../platform/pushes/mask';

/*
 * The oracle knows nothing of how numbers are found: each number below has digits in its middle that
 * stand nowhere else, and what must not be readable are those digits, whatever is between them.
 */

/** Numbers by area code and the rest, with what their middle must not show. */
const NUMBERS = [
	{ name: 'a mobile', trunk: '', parts: ['138', '7351', '0021'], middle: '7351' },
	{ name: 'another mobile', trunk: '', parts: ['199', '7351', '0021'], middle: '7351' },
	{
		name: 'a landline of three digits',
		trunk: '0',
		parts: ['755', '2873', '5101'],
		middle: '2873',
	},
	{ name: 'a landline of two digits', trunk: '0', parts: ['10', '6273', '5101'], middle: '2735' },
	{ name: 'a landline of seven digits', trunk: '0', parts: ['551', '273', '5101'], middle: '2735' },
];
const SERVICES = ['400-873-5101', '4008735101', '95588', '95735101'];

type Parts = (typeof NUMBERS)[number];
const wide = (text: string): string =>
	text.replace(/[0-9+]/g, (sign) =>
		sign === '+' ? '＋' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
	);
/** How people write numbers, by hand. */
const SPELLINGS: Record<string, (number: Parts) => string> = {
	'with +86': ({ parts }) => `+86${parts.join('')}`,
	'with +86 and blanks': ({ parts }) => `+86 ${parts.join(' ')}`,
	'with +86 and dashes': ({ parts }) => `+86-${parts.join('-')}`,
	'with 0086': ({ parts }) => `0086${parts.join('')}`,
	'with 0086 and blanks': ({ parts }) => `0086 ${parts.join(' ')}`,
	'with 86': ({ parts }) => `86${parts.join('')}`,
	'as at home': ({ trunk, parts }) => trunk + parts.join(''),
	'as at home with blanks': ({ trunk, parts }) => trunk + parts.join(' '),
	'as at home with dashes': ({ trunk, parts }) => trunk + parts.join('-'),
	'with dots': ({ trunk, parts }) => trunk + parts.join('.'),
	'with brackets': ({ trunk, parts: [area, ...rest] }) => `(${trunk}${area})${rest.join('')}`,
	'with Chinese brackets': ({ trunk, parts: [area, ...rest] }) =>
		`（${trunk}${area}）${rest.join(' ')}`,
	'in full width': ({ trunk, parts }) => wide(trunk + parts.join('')),
	'in full width with +86': ({ parts }) => wide(`+86${parts.join('')}`),
	'with blanks that cannot be seen': ({ trunk, parts }) => trunk + parts.join('\u200b'),
};
/** Sentences around a number. */
const TEXTS: Array<(number: string) => string> = [
	(number) => number,
	(number) => `请打${number}，谢谢`,
	(number) => `Call ${number} or ${number}.`,
	(number) => `order-17: ${number}`,
	(number) => `@${number}`,
	(number) => `{"phone":"${number}"}`,
	(number) => `订单 2026 ${number}`,
	(number) => `tel:${number};ext=1`,
];
/** All digits of a text, full-width ones too, and nothing else. */
const digits = (text: string): string =>
	text
		.replace(/[\uff10-\uff19]/g, (sign) => String(sign.charCodeAt(0) - 0xff10))
		.replace(/\D/g, '');

describe.each(NUMBERS)('$name', (number) => {
	test.each(Object.entries(SPELLINGS))('written %s is hidden in every text', (_, spell) => {
		for (const text of TEXTS.map((around) => around(spell(number)))) {
			expect(digits(text)).toContain(number.middle);
			expect(digits(maskWithin(text))).not.toContain(number.middle);
		}
	});

	test.each(Object.entries(SPELLINGS))('written %s shows its begin and its end', (_, spell) => {
		const written = spell(number);
		const masked = maskWithin(written);
		expect(masked).toHaveLength(written.length);
		expect(masked.match(/\*/g)).toHaveLength(4);
		expect(digits(masked).slice(-3)).toBe(digits(written).slice(-3));
	});

	test('is hidden wherever it stands in an event', () => {
		const written = `+86${number.parts.join('')}`;
		const everywhere = {
			...Object.fromEntries(
				['callerNumber', 'to', 'text', 'userData', 'extension', 'newField', 'eventId'].map(
					(name) => [name, written],
				),
			),
			subscriptionId: `1200_${written}_0@${written}`,
			recording: { fileName: `${written}.wav`, url: `https://a.example/${written}.wav?x=1` },
			extra: { deep: [{ list: [written, Number(digits(written))] }], [written]: 1 },
			body: { smsEvent: { calling: written, smsIdentifier: `id-${written}` } },
		};
		const shown = JSON.stringify(maskNumbers(everywhere, 'key'));
		expect(digits(shown)).not.toContain(number.middle);
	});
});

test.each(SERVICES)('the service number %s is hidden in texts and fields', (number) => {
	for (const text of [number, `请打${number}。`]) {
		expect(digits(maskWithin(text))).not.toContain(digits(number));
	}
	expect(maskNumbers({ called: number }, 'key')).not.toEqual({ called: number });
});

describe('what is no phone number stays', () => {
	test.each([
		['2026-02-23 09:15:14'],
		['2026-01-23T09:15:14.000+08:00'],
		['1200_1001_4294967295_20260123091514@callenabler246.huaweicaas.com'],
		['06fbd7e3fdca6b90941e9456ca713dc4.1795563541.1001'],
		['76a301cc-3557-4637-9e41-23f5652db645'],
		['order-20260101-17'],
		['¥ 1,234.50, 24 h'],
		['128.12.13.14'],
		['我到楼下了'],
	])('%s', (text) => {
		expect(maskWithin(text)).toBe(text);
	});

	test('in the fields of an event', () => {
		const event = {
			eventType: 'fee',
			time: '2026-02-23T09:15:14.000Z',
			mode: 'AXB',
			needsReply: false,
			billedMinutes: 2,
			extension: '0012',
			endReason: { code: 8102, by: 'callee' },
			eventId: 'fee:06fbd7e3fdca6b90941e9456ca713dc4.1795563541.1001',
			subscriptionId: '5ad6e432-264d-4a06-938d-138123456781',
		};
		expect(maskNumbers(event, 'key')).toEqual(event);
	});

	test('in the ID of a call, which ends a call', () => {
		const event = { sessionId: '1200_13873510021_0@13873510021' };
		expect(maskNumbers(event, 'key')).toEqual(event);
	});
});

describe('an ID that holds a number', () => {
	const masked = (subscriptionId: string, key = 'key') =>
		(maskNumbers({ subscriptionId }, key) as { subscriptionId: string }).subscriptionId;

	test('has a digest in its place: it stays the same, and another one stays another', () => {
		const [one, two] = ['a_13873510021_b', 'a_13873520021_b'];
		expect(masked(one)).toBe(masked(one));
		expect(masked(one)).not.toBe(masked(two));
		expect(masked(one)).toMatch(/^a_[a-z]{12}_b$/);
		expect(masked('a_+8613873510021_b')).toBe(masked(one));
	});

	test('has the digest that it has always had: people keep masked IDs in tables', () => {
		expect(masked('13873510021')).toBe('lllapigcpmlh');
	});

	test('has the same digest where it comes as a figure', () => {
		const figure = maskNumbers({ extra: { callId: 13873510021 } }, 'key');
		expect(figure).toEqual({ extra: { callId: masked('13873510021') } });
	});

	test('has a digest that nobody can find by trying who does not know the key', () => {
		expect(masked('13873510021', 'another')).not.toBe(masked('13873510021'));
	});
});

test('user data in the wire form is masked within, and stays in this form', () => {
	const userData = `b64.${Buffer.from('请打 13873510021').toString('base64url')}`;
	const masked = maskNumbers({ userData }, 'key') as { userData: string };
	expect(Buffer.from(masked.userData.slice(4), 'base64url').toString()).toBe('请打 138****0021');
});

test('a number of another country is hidden where a number must be', () => {
	const masked = maskNumbers({ caller: '+852 9873 5101', text: 'x' }, 'key');
	expect(digits(JSON.stringify(masked))).not.toContain('8735');
});

test('whatever text comes is masked without a fault, and twice is once', () => {
	const piece = fc.oneof(
		fc.constantFrom('138', '+86', '0086', '0755', ' ', '-', '(', '）', '8', '０', '95588', '\n'),
		fc.string({ maxLength: 3 }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			const text = pieces.join('');
			const masked = maskWithin(text);
			expect(masked).toHaveLength(text.length);
			expect(maskWithin(masked)).toBe(masked);
			expect(maskNumbers({ [text]: text, userData: text, aId: text }, 'key')).toBeDefined();
		}),
		{ numRuns: 1000 },
	);
});

// Reported: a text of lone digits, or an ID of many hexadecimal names, held n8n up for seconds.
test.each([
	['lone digits', '1 '.repeat(50_000), false],
	['zeros and dashes', '0-'.repeat(50_000), false],
	['names in hexadecimal digits', 'abcdefabcdef13873510021 '.repeat(40_000), true],
])('a long text of %s goes through', (_, text, holdsNumbers) => {
	const { content } = maskNumbers({ content: text }, 'key') as { content: string };
	expect(content !== text).toBe(holdsNumbers);
	const { aId } = maskNumbers({ aId: text }, 'key') as { aId: string };
	expect(aId).toHaveLength(text.length);
});
