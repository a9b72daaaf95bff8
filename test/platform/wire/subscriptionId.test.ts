import { InputError } from '../../../platform/codes/errors';
import { isSubscriptionId, subscriptionIdOf } from '../../../platform/wire/subscriptionId';

describe('the ID of a binding', () => {
	test.each([
		'efw89efwf9w8efw',
		'16e0c1d2-b2a1-4a9b-8a5c-1f6f0d9d3c11',
		'1',
		'-',
		'1.2.3',
		'12345678901234567890',
		'1e5',
		'undefined1',
		'xnull',
		'true1',
		'infalse',
		'0a',
		'a0',
		'-1a',
		'a-1',
		'10.5x',
		'x10.5',
		'1.5e+21x',
		'x1e+21',
		'12e+5',
		'!',
		'~',
		'x'.repeat(64),
	])('may be "%s"', (id) => {
		expect(subscriptionIdOf('subscriptionId', id)).toBe(id);
	});

	test('may have blanks around it, that came along when it was pasted', () => {
		expect(subscriptionIdOf('subscriptionId', ' abc\n')).toBe('abc');
	});

	test.each([
		['a phone number', '+8613800000001'],
		['a phone number in another spelling', '138-0000-0001'],
		['several phone numbers', '13800000001,+8613900000002'],
		['an ID and a phone number', 'abc;13800000001'],
		['a phone number and an ID', '13800000001/abc'],
		['phone numbers with a stroke between', '13800000001|13900000002'],
		['a number of another country', '+85223456789'],
		['a service number', '4008000001'],
		['what an expression gives that finds nothing', 'undefined'],
		['null', 'null'],
		['NaN', 'NaN'],
		['a switch that is on', 'true'],
		['a switch that is off', 'False'],
		['zero', '0'],
		['a number below zero', '-15'],
		['a fraction', '12.25'],
		['a fraction below zero', '-1.5'],
		['a number that has lost its digits', '1.2345678901234567e+21'],
		['such a number without a fraction', '1e+21'],
		['such a number below zero', '-1e+21'],
		['two words', 'a b'],
		['a text with a line break', 'a\nb'],
		['Chinese', '绑定'],
		['a sign that cannot be seen', 'a\u007f'],
		['more than the platform takes', 'x'.repeat(65)],
		['nothing', ''],
		['blanks', '  '],
	])('is not %s', (_, text) => {
		expect(isSubscriptionId(text)).toBe(false);
		const read = () => subscriptionIdOf('subscriptionId', text);
		expect(read).toThrow(InputError);
		expect(read).toThrow("'subscriptionId'");
	});
});
