import { chineseOf, withTexts } from '../../../nodes/shared/translate';

describe('the Chinese of a text', () => {
	const chinese = { 'e.g. Order 7': '例如 订单 7', 'Number A': '号码 A' };

	test.each([
		['Number A', '号码 A'],
		['e.g. Order 7', '例如 订单 7'],
		// An example of numbers or code is the same in both languages.
		['e.g. 13800000000', '例如 13800000000'],
		['13800000000, e.g. mine', '13800000000, e.g. mine'],
		['toString', 'toString'],
	])('of %j is %j', (text, expected) => {
		expect(chineseOf(text, chinese)).toBe(expected);
	});
});

describe('the texts of a description', () => {
	const texts = (description: object): unknown => withTexts(description, (text) => `<${text}>`);

	test('are those that people read, wherever they stand', () => {
		expect(texts({ displayName: 'A', options: [{ name: 'B', value: 'b', action: 'C' }] })).toEqual({
			displayName: '<A>',
			options: [{ name: '<B>', value: 'b', action: '<C>' }],
		});
		expect(texts({ defaults: { name: 'A', color: '#fff' } })).toEqual({
			defaults: { name: '<A>', color: '#fff' },
		});
	});

	test.each<[string, object]>([
		['a name that programs read', { name: 'a', type: 'string' }],
		['the name of a credential', { credentials: [{ name: 'a', required: true }] }],
		['the name of a collection', { values: [{ name: 'a', value: 'b', displayName: '' }] }],
		['what stands under a name of its own', { named: { name: 'a' } }],
		['an empty text', { description: '' }],
		['a value', { default: { description: 'a' }, displayOptions: { show: { action: ['a'] } } }],
		['no text', { hint: null, description: 7, action: true }],
	])('are not %s', (_, description) => {
		expect(texts(description)).toEqual(description);
	});

	test('leave functions and what stands under symbols as they are', () => {
		const mark = Symbol('mark');
		const made = (): void => undefined;
		expect(texts({ [mark]: 'a', made })).toEqual({ [mark]: 'a', made });
	});
});
