import { maskNumbers, maskWithin } from '../../../platform/pushes/mask';

/** A field as it shows when it is masked. */
const shown = (field: string, value: unknown): unknown =>
	(maskNumbers({ [field]: value }, 'key') as Record<string, unknown>)[field];

test.each([
	['13873510021', '138****0021'],
	['+8613873510021', '+86138****0021'],
	['0086 138 7351 0021', '0086 138 **** 0021'],
	['0755-28735101', '0755-****5101'],
	['086-755-28735101', '086-755-****5101'],
	['010-62735101', '010-6****101'],
	['400-873-5101', '400-***-*101'],
	['95735101', '957****1'],
	['9573510', '*******'],
	['95588', '*****'],
	['1+13873510021', '1+138****0021'],
])('%s shows as %s', (number, masked) => {
	expect(maskWithin(number)).toBe(masked);
	expect(shown('text', `请打${number}。`)).toBe(`请打${masked}。`);
});

describe('digits in groups', () => {
	test.each(['138    7351    0021', '(0755) - 28735101', '00860 755-2873-5101'])(
		'"%s" are one number with up to four signs between them',
		(text) => {
			expect(maskWithin(text)).toMatch(/\*{4}/);
		},
	);

	test.each(['138     7351     0021', '138:7351:0021', '138 7351 002', '9 1387351002100 8'])(
		'"%s" are none',
		(text) => {
			expect(maskWithin(text)).toBe(text);
		},
	);

	test('are the longest number that they can be', () => {
		expect(maskWithin('955 88 735')).toBe('955 ** **5');
		expect(maskWithin('95588 13873510021')).toBe('***** 138****0021');
	});
});

describe('in a field for a number', () => {
	test.each(['caller', 'called', 'calling', 'callerNum', 'callerNumber', 'number', 'from', 'to'])(
		'%s, one of an unknown form is hidden',
		(field) => {
			expect(shown(field, '8735101')).toBe('*******');
			expect(shown(field, '+852 9873 5101')).toBe('+852 **** 5101');
			expect(shown(field, '+1 (415) 873-5101')).toBe('+1 (41*) ***-5101');
			expect(shown(field, '８７３５１０１')).toBe('*******');
			expect(shown(field, 85_298_735_101)).toBe('852****5101');
		},
	);

	test('two numbers are hidden one by one', () => {
		expect(shown('caller', '13873510021 13873520021')).toBe('138****0021 138****0021');
	});

	test.each(['873510', 'sip 8735101', '8735101 sip', 'anonymous', '', 873_510, null, true])(
		'%p stays: it is none',
		(value) => {
			expect(shown('caller', value)).toBe(value);
		},
	);

	test('one of more than forty signs stays: no number is so long', () => {
		expect(shown('caller', '1'.repeat(40))).toBe(`111${'*'.repeat(33)}1111`);
		expect(shown('caller', '1'.repeat(41))).toBe('1'.repeat(41));
	});

	test('one of an unknown form is not hidden elsewhere', () => {
		expect(shown('text', '8735101')).toBe('8735101');
		expect(shown('amount', 8_735_101)).toBe(8_735_101);
	});
});

describe('a time', () => {
	test.each([
		['fromDate', '2026-01-23'],
		['fromTime', '2026/1/3 09:15:14'],
		['newTime', '2026-01-23T09:15:14.955881Z'],
		['newTime', '2026-01-23 09:15:14.95588+08:00'],
		['newTime', '2026-01-23 09:15:14.95588-0330'],
	])('stays in %s: %s', (field, time) => {
		expect(shown(field, time)).toBe(time);
	});

	test.each([
		'2026-01-23 09:15:14-13873510021',
		'2026-01-23 09:15:14+8613873510021',
		'2026-01-23T09:15:14.13873510021',
	])('does not hide a number behind it: %s', (text) => {
		expect(shown('userData', text)).not.toContain('7351');
	});
});

describe('a figure', () => {
	test('that is a number is hidden, whatever its field', () => {
		expect(shown('extra', 13_873_510_021)).toBe('138****0021');
		expect(shown('extra', 4_008_735_101)).toBe('400****101');
	});

	test.each([95_588, 0, 17, 1.5, 138.73510021, -1, 20_260_123_091_514])(
		'stays where it is none: %p',
		(figure) => {
			expect(shown('extra', figure)).toBe(figure);
		},
	);
});

test('each text of a list is masked as its field is', () => {
	expect(shown('caller', ['8735101', null])).toEqual(['*******', null]);
	expect(shown('sessionId', ['13873510021'])).toEqual(['13873510021']);
	expect(shown('fileName', ['a_13873510021.wav'])).toEqual([
		expect.stringMatching(/^a_[a-z]{12}\.wav$/),
	]);
});

test('user data in the wire form is masked deep within', () => {
	const wire = `b64.${Buffer.from('{"order":17,"of":{"caller":"8735101"}}').toString('base64url')}`;
	const masked = shown('userData', wire) as string;
	const text = Buffer.from(masked.slice(4), 'base64url').toString();
	expect(JSON.parse(text)).toEqual({ order: 17, of: { caller: '*******' } });
});

describe('an ID', () => {
	const NUMBER = /[a-z]{12}/;

	test.each([
		['a service number of five digits', 'hotline-95588'],
		['one with its country code', 'hotline-8695588'],
		['one with its country code and a plus sign', 'hotline_+8695588'],
		['one with its country code and zeros', 'hotline_008695588'],
		['one with its country code and a zero', 'hotline_08695588'],
		['a longer one', 'hotline-95735101'],
		['digits in groups', 'part-138-7351-0021'],
		['a name in hexadecimal digits that ends in a number', 'abcde13873510021'],
		['a name that begins with one', '13873510021abcde'],
		['a name in the middle of which one stands', '5ad6e432-264d-4a06-938d-a13873510021f'],
		['one behind another name', 'aaaaaaaaaaaaaaaa_5ad6e432-264d-4a06-938d-a13873510021f'],
	])('that holds %s stays: %s', (_, id) => {
		expect(shown('subscriptionId', id)).toBe(id);
	});

	test.each([
		['a mobile', 'a_13873510021', 'a_'],
		['a mobile that ends like a service number', 'a_13873595588', 'a_'],
		['a landline that begins like a service number', 'a_+8695128735101', 'a_'],
		['a mobile behind a word', 'order13873510021', 'order'],
		['a mobile behind few hexadecimal digits', 'cafe13873510021', 'cafe'],
		['a mobile behind a name', 'aaaaaaaaaaaaaaaa_b13873510021', 'aaaaaaaaaaaaaaaa_b'],
	])('that holds %s has a digest in its place: %s', (_, id, before) => {
		const masked = shown('subscriptionId', id) as string;
		expect(masked.slice(0, before.length)).toBe(before);
		expect(masked.slice(before.length)).toMatch(/^[a-z]{12}$/);
	});

	test('has one between dashes, whatever letters stand behind them', () => {
		expect(shown('subscriptionId', 'a-13873510021-17')).toMatch(/^a-[a-z]{12}-17$/);
	});

	test('has one in front of a name, too', () => {
		const masked = shown('fileName', 'b13873510021_aaaaaaaaaaaaaaaa_13873520021') as string;
		expect(masked).toMatch(/^b[a-z]{12}_a{16}_[a-z]{12}$/);
		expect(masked.match(new RegExp(NUMBER, 'g'))?.length).toBeGreaterThan(1);
	});
});
