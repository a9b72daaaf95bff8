import { readFileSync } from 'node:fs';

import { twinFindings } from '../../scripts/docs/twins';

const sources = { labels: new Map(), sentences: [], platformTexts: [] };

const english = `# Bind

See [Console](console.md#push-addresses) and [n8n](https://docs.n8n.io).

![A form](images/form.png)

## Limits

| What | Limit |
| ---- | ----- |
| Life | 7 776 000 |

\`\`\`bash
npm start
\`\`\`
`;

const chinese = `# 绑定

见[控制台](console.md#推送地址)和 [n8n](https://docs.n8n.io)。

![表单](images/form.png)

## 限制

| 内容 | 限制 |
| ---- | ---- |
| 时长 | 7776000 |

\`\`\`bash
npm start
\`\`\`
`;

const CONSOLE = { 'docs/console.md': '# Console\n\n## Push addresses\n' };
const PICTURES = { 'docs/images/form.png': '', 'docs/zh-CN/images/form.png': '' };

/** What is found where these are all the pages. */
function found(pages: Record<string, string>, missing: readonly string[] = []): string[] {
	const contentOf = (page: string): string => pages[page] ?? '';
	return twinFindings({ pages: Object.keys(pages), contentOf, sources, missing });
}

/** What is found when the Chinese page is changed. */
function changed(from: string, to: string): string[] {
	if (!chinese.includes(from)) throw new Error(`The page does not hold ${from}.`);
	return found({
		...CONSOLE,
		...PICTURES,
		'docs/zh-CN/console.md': '# 控制台\n\n## 推送地址\n',
		'docs/bind.md': english,
		'docs/zh-CN/bind.md': chinese.replace(from, to),
	});
}

describe('the Chinese pages beside the English ones', () => {
	it('pass when both are built alike', () => {
		expect(changed('绑定', '绑定')).toEqual([]);
	});

	it('are all there', () => {
		expect(found(CONSOLE)).toEqual(['docs/console.md has no Chinese twin docs/zh-CN/console.md.']);
		expect(found({ 'README.md': '# A' })).toEqual([
			'README.md has no Chinese twin README.zh-CN.md.',
		]);
		expect(found({ 'docs/images/a.png': '' })).toEqual([
			'docs/images/a.png has no Chinese twin docs/zh-CN/images/a.png.',
		]);
	});

	it('need none of what only those read who read the code', () => {
		expect(found({ 'docs/architecture.md': '# A', 'docs/decisions/b.md': '# B' })).toEqual([]);
	});

	it('are told when the English page is gone', () => {
		expect(found({ 'docs/zh-CN/gone.md': '# 没有' })).toEqual([
			'docs/zh-CN/gone.md has no English twin docs/gone.md.',
		]);
	});

	it('must not be called missing once they are written', () => {
		const pages = { 'docs/a.md': '# A', 'docs/zh-CN/a.md': '# 甲' };
		expect(found(pages, ['docs/zh-CN/a.md'])).toEqual([expect.stringContaining('is written')]);
	});

	it.each([
		['a heading that is lost', '## 限制', '限制', 'headings of the levels 0 1'],
		['a heading of another level', '## 限制', '### 限制', 'headings of the levels 0 1 3'],
		['a link that is lost', '和 [n8n](https://docs.n8n.io)', '', 'has links docs/console.md#2'],
		['a link without its heading', '.md#推送地址', '.md', 'has links docs/console.md,'],
		['a link to another heading', '#推送地址', '#控制台', 'has links docs/console.md#1,'],
		['a picture that is lost', '![表单](images/form.png)', '', 'has pictures none'],
		['a row that is lost', '| 时长 | 7776000 |\n', '\n7776000\n', 'has tables 1×2'],
		['another number', '7776000', '776000', 'has numbers 776000'],
		['a block of code that is lost', '```bash\nnpm start\n```', '', 'has blocks of code none'],
		['an English picture', 'images/form.png', '../images/form.png', 'which is English'],
		['a way back to English', 'console.md#推送地址', '../console.md#push-addresses', 'is English'],
	])('are told of %s', (_, from, to, finding) => {
		expect(changed(from, to).join('\n')).toContain(finding);
	});
});

it('the Chinese README shows Chinese pictures', () => {
	const pictures = [
		...readFileSync('README.zh-CN.md', 'utf8').matchAll(/docs\/[\w/-]+\.(?:png|svg)/g),
	];
	expect(pictures.length).toBeGreaterThan(5);
	for (const [path] of pictures) expect(path).toMatch(/^docs\/zh-CN\/images\//);
});
