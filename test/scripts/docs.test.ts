import { fieldsOfTypes, undocumentedFields, unreachablePages } from '../../scripts/docs/coverage';
import { code, fillIn, table, text } from '../../scripts/docs/markdown';
import { outputFields } from '../../scripts/docs/outputSchema';

describe('the checks of the docs', () => {
	const links: Record<string, string[]> = {
		'README.md': ['docs/a.md'],
		'docs/a.md': ['docs/b.md', 'README.md'],
		'docs/b.md': [],
		'docs/lonely.md': ['README.md'],
	};
	const linksOf = (page: string): string[] => links[page] ?? [];

	it('find a page to which no chain of links leads', () => {
		const found = unreachablePages(Object.keys(links), 'README.md', linksOf);
		expect(found).toEqual([expect.stringContaining('docs/lonely.md cannot be reached')]);
	});

	it('find a field of an event that its page does not name', () => {
		const source = 'interface E {\n\teventId: string;\n\tdigits?: string;\n\tcode: number;\n}';
		const page = 'The `eventId` stays. The reason is `endReason.code`.';
		const found = undocumentedFields(fieldsOfTypes(source), page);
		expect(found).toEqual([expect.stringContaining('does not name the field digits')]);
	});
});

describe('the generated pages', () => {
	it('keep what is written by hand around their generated part', () => {
		const page = 'Before\n<!-- generated: begin (x) -->\nold\n<!-- generated: end -->\nAfter';
		const filled = fillIn(page, 'new');
		expect(filled).toMatch(/^Before\n/);
		expect(filled).toMatch(/\nAfter$/);
		expect(filled).toContain('new');
		expect(filled).not.toContain('old');
	});

	it('refuse a page without marks, which would lose its generated part in silence', () => {
		expect(() => fillIn('Only words', 'new')).toThrow('no marks');
	});

	it('show signs of markup in texts as they are', () => {
		expect(text('a_b | <c>\n*d*')).toBe(String.raw`a\_b \| \<c\> \*d\*`);
		expect(code('a|b')).toBe(String.raw`\`a\|b\``.replace(/\\`/g, '`'));
		expect(table(['A'], [['1'], [undefined]])).toBe('| A |\n| --- |\n| 1 |\n|  |');
	});

	it('list the fields of an output, inner ones with their path', () => {
		const fields = outputFields({
			properties: {
				id: { type: 'string', description: 'ID' },
				reason: { type: 'object', properties: { code: { type: ['number', 'null'] } } },
				list: { type: 'array', items: { properties: { name: { type: 'string' } } } },
			},
		});
		expect(fields).toEqual([
			{ path: 'id', types: ['string'], meaning: 'ID' },
			{ path: 'reason', types: ['object'], meaning: '' },
			{ path: 'reason.code', types: ['number', 'null'], meaning: '' },
			{ path: 'list', types: ['array'], meaning: '' },
			{ path: 'list[].name', types: ['string'], meaning: '' },
		]);
	});
});
