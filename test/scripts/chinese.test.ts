import { readFileSync } from 'node:fs';

import { exampleName } from '../../playground/examples/names';
import { installWords } from '../../playground/n8n/install/words';
import { wordsIn } from '../../playground/words';
import { chinesePageFindings, type Sources } from '../../scripts/docs/chinesePage';
import { sourcesOfQuotes } from '../../scripts/docs/sources';
import { chineseFindings, PAGE_WORDS } from '../../scripts/docs/terms';
import { examples } from '../../scripts/templates/examples';
import type { Example } from '../../scripts/templates/workflow';
import { texts } from '../../simulator/page/texts';

/** Names on the simulator's page: a header, events, a step of the examples, a command. */
const NAMES = ['X-AKSK', 'collectInfo', 'fee', 'Settings', 'npm start'];

/** What a sentence says when its values are these words. */
function said(sentence: string | ((...values: never[]) => string)): string {
	if (typeof sentence === 'string') return sentence;
	return (sentence as (...values: unknown[]) => string)('1', '1');
}

/** Options, commands and addresses of a usage text are no words. */
const withoutCommands = (text: string): string =>
	text.replace(/npm start -- [^\s。]*|--[a-z-]+|\(?\.playground\)?|zh-CN|\ben\b/g, '`1`');

describe('what people read beside n8n is written as this project writes Chinese', () => {
	it.each(Object.entries(texts))("on the simulator's page: %s", (_, { zh }) => {
		expect(chineseFindings(zh, [...PAGE_WORDS, ...NAMES])).toEqual([]);
	});

	it.each(Object.entries({ ...wordsIn['zh-CN'], ...installWords['zh-CN'] }))(
		'while npm start works: %s',
		(name, sentence) => {
			const text = name === 'preparing' ? installWords['zh-CN'].preparing(['n8n']) : said(sentence);
			const words = withoutCommands(text).replace(/n8n 约 3 GB/, '`1`');
			// Columns are kept apart by blanks.
			for (const line of words.split('\n')) {
				const cells = line.trim().split(/ {2,}/);
				expect(cells.flatMap((cell) => chineseFindings(cell, PAGE_WORDS))).toEqual([]);
			}
		},
	);
});

describe('an example', () => {
	let sources: Sources;
	beforeAll(async () => {
		sources = await sourcesOfQuotes();
	});

	/** Its notes in Chinese. */
	const notesOf = ({ about, notes = [] }: Example): string[] =>
		[about.title, about.what, ...about.steps, ...(about.more ? [about.more] : [])]
			.concat(notes.map(({ text }) => text))
			.map(([, zh]) => zh);

	it.each(examples.map((example) => [example.id, example] as const))(
		'%s explains itself in the words of the panel and of this project',
		(_, example) => {
			const findings = notesOf(example).flatMap((note) => chinesePageFindings(note, sources));
			// What people write in a chat or read on a page of the example is no text of the panel.
			const others = findings.filter((finding) => !finding.endsWith('nobody says so'));
			expect(others).toEqual([]);
		},
	);

	/** Headings of the page that tells of each. */
	const headings = (page: string): string[] =>
		[...readFileSync(page, 'utf8').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

	it.each(examples.map(({ id, name }) => [id, name] as const))(
		'%s has the same name in n8n and in the docs, in both languages',
		(_, name) => {
			expect(headings('docs/examples.md')).toContain(exampleName(name, 'en'));
			expect(headings('docs/zh-CN/examples.md')).toContain(exampleName(name, 'zh-CN'));
			expect(readFileSync('README.md', 'utf8')).toContain(`[${exampleName(name, 'en')}](`);
			expect(readFileSync('README.zh-CN.md', 'utf8')).toContain(`[${exampleName(name, 'zh-CN')}](`);
		},
	);
});
