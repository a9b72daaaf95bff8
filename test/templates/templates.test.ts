import { readFileSync } from 'node:fs';

import { isSafeObjectProperty, type INodePropertyOptions } from 'n8n-workflow';

import type { WorkflowDocument, WorkflowNode } from '../../playground/n8n/types';
import { run } from '../../playground/machine/run';
import { packageNodes } from '../nodes/packageNodes';
import {
	foreignParameters,
	subtitleOf,
	templateDocument,
	templateNames,
	templateText,
	wordsToPeople,
	type NodeDescription,
} from './documents';

/** What n8n adds to the twin of a node that agents use. */
const toolProperties = ['descriptionType', 'toolDescription'].map((name) => ({
	displayName: name,
	name,
	type: 'string' as const,
	default: '',
}));

/** Descriptions of the package's nodes by type. */
const own = new Map<string, NodeDescription>(
	packageNodes().flatMap(({ name, Node }) => {
		const { description } = new Node();
		const type = `n8n-nodes-huawei-private-number.${name}`;
		// n8n makes a twin of each node for agents, with a description of its own for the model.
		const properties = [...description.properties, ...toolProperties];
		return [
			[type, description],
			[`${type}Tool`, { ...description, properties }],
		] as const;
	}),
);

/** Numbers of the documents, which belong to nobody. */
const sampleNumber = /^1(38|39|70)0{7}\d$/;

/** Bold words of the notes that are no nodes. */
const headings = ['Before the first run'];

const isNote = ({ type }: WorkflowNode): boolean => type === 'n8n-nodes-base.stickyNote';

const links = ({ connections }: WorkflowDocument): { from: string; to: string }[] =>
	Object.entries(
		connections as Record<string, Record<string, ({ node: string }[] | null)[]>>,
	).flatMap(([from, kinds]) =>
		Object.values(kinds)
			.flat()
			.flatMap((output) => (output ?? []).map(({ node }) => ({ from, to: node }))),
	);

it('has the sixteen example workflows of the package', () => {
	expect(templateNames.sort()).toEqual([
		'ai-assistant',
		'ax-sms-moderation',
		'axe-extension-desk',
		'bulk-bind',
		'call-record-recording-to-file',
		'call-records-to-table',
		'call-report',
		'error-to-robot',
		'fan-out',
		'missed-call-to-robot',
		'nightly-clean-up',
		'number-status-to-stock',
		'order-closed-to-unbind',
		'order-to-bind',
		'recording-to-summary',
		'x-call-routing',
	]);
});

it('are what the program makes of its parts: change those, then run npm run templates', async () => {
	const program = ['--import', 'tsx', 'scripts/templates.ts', '--check'];
	await expect(run(process.execPath, program, { cwd: '.' })).resolves.toBe('');
});

describe.each(templateNames)('%s', (name) => {
	const template = templateDocument(name);
	const { nodes } = template;
	const notes = nodes.filter(isNote);

	it('uses nodes of the package and of n8n alone', () => {
		const types = nodes.map(({ type }) => type);
		const others = types.filter((type) => !own.has(type));
		const ofN8n = /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\.[a-zA-Z0-9]+$/;
		expect(others.filter((type) => !ofN8n.test(type))).toEqual([]);
	});

	it('gives the nodes of the package parameters that they have', () => {
		const foreign = nodes.flatMap((node) => {
			const description = own.get(node.type);
			const names = description ? foreignParameters(node, description) : [];
			return names.map((parameter) => `${node.name}: ${parameter}`);
		});
		expect(foreign).toEqual([]);
	});

	it('connects nodes that are there, and leaves none alone', () => {
		const names = nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const ends = links(template).flatMap(({ from, to }) => [from, to]);
		expect(ends.filter((end) => !names.includes(end))).toEqual([]);
		const unconnected = nodes.filter((node) => !isNote(node) && !ends.includes(node.name));
		expect(unconnected.map((node) => node.name)).toEqual([]);
	});

	it('refers in expressions and pinned data to nodes that are there', () => {
		const referred = [...templateText(name).matchAll(/\$\('([^']+)'\)/g)].map(([, node]) => node);
		const mentioned = [...referred, ...Object.keys(template.pinData ?? {})];
		const names = nodes.map((node) => node.name);
		expect(mentioned.filter((node) => !names.includes(node ?? ''))).toEqual([]);
	});

	it('asks in expressions for no name that n8n refuses', () => {
		const names = [...templateText(name).matchAll(/(?<=[\w)\]]\??\.)[A-Za-z_]\w*/g)];
		expect(names.map(([word]) => word).filter((word) => !isSafeObjectProperty(word))).toEqual([]);
	});

	it('runs as n8n 2 does, in Beijing time', () => {
		expect(template.settings).toMatchObject({ executionOrder: 'v1', timezone: 'Asia/Shanghai' });
	});

	it('lets nothing that fails pass unseen', () => {
		const { connections } = template as { connections: Record<string, { main: unknown[][] }> };
		const silent = nodes
			.filter(({ onError }) => onError === 'continueErrorOutput')
			.filter(({ name: from }) => !connections[from]?.main[1]?.length);
		expect(silent.map((node) => node.name)).toEqual([]);
	});

	it("keeps nothing in n8n's list of items seen, which stops the workflow when it is full", () => {
		const lists = nodes.filter(
			({ parameters }) => parameters.operation === 'removeItemsSeenInPreviousExecutions',
		);
		expect(lists.map((node) => node.name)).toEqual([]);
	});

	it('asks of an item that failed only what every n8n gives it', () => {
		const certain = [...templateText(name).matchAll(/\$json\.details\.\w+/g)];
		expect(certain.map(([words]) => words)).toEqual([]);
	});

	it('is made for people who read English and for people who read Chinese', () => {
		const [english = '', chinese = ''] = String(notes[0]?.parameters.content).split('\n---\n');
		const steps = (text: string): number => [...text.matchAll(/^\d+\. /gm)].length;
		expect(steps(english)).toBeGreaterThan(0);
		expect(steps(chinese)).toBe(steps(english));
		const bold = (text: string): string[] =>
			[...text.matchAll(/\*\*([A-Z][A-Za-z0-9' ]+)\*\*/g)].map(([, word = '']) => word);
		const named = (text: string) => new Set(bold(text).filter((word) => !headings.includes(word)));
		expect(named(chinese)).toEqual(named(english));
		expect(template.name).toMatch(/^[A-Z].* .*\p{Script=Han}/u);
	});

	it('explains itself in English and Chinese, and says what to set first', () => {
		const [about] = notes;
		const text = String(about?.parameters.content);
		expect(text).toContain('**Before the first run**');
		expect(text).toMatch(/\n---\n\n## .*\p{Script=Han}/u);
		for (const note of notes) {
			expect(note.parameters.content).toMatch(/\p{Script=Han}{2}/u);
			expect(note.parameters.content).toMatch(/[A-Za-z]{3,}[.,]? [A-Za-z]/);
		}
	});

	it('speaks both languages in its forms and its chat', () => {
		const said = nodes.flatMap((node) => wordsToPeople(node.parameters));
		for (const text of said.filter((text) => /[A-Za-z]{2}|\p{Script=Han}/u.test(text))) {
			expect(text).toMatch(/\p{Script=Han}/u);
			expect(text).toMatch(/[A-Za-z]{3}/);
		}
	});

	it('says "Publish" where it speaks of a Production URL, which answers only then', () => {
		const texts = notes.map((note) => String(note.parameters.content));
		for (const text of texts.filter((text) => text.includes('Production URL'))) {
			expect(text).toMatch(/\bPublish\b/);
			expect(text).toContain('发布');
		}
	});

	it('names in its notes only nodes that are there', () => {
		const names = nodes.map((node) => node.name);
		const { content } = notes[0]?.parameters as { content: string };
		const bold = [...content.matchAll(/\*\*([A-Z][A-Za-z0-9' ]+)\*\*/g)].map(([, node]) => node);
		const others = bold.filter((word) => !names.includes(word ?? ''));
		expect(others.filter((word) => !headings.includes(word ?? ''))).toEqual([]);
	});

	it('has names of its own for the nodes that do the work', () => {
		const displayNames = [...own.values()].map((description) => description.displayName);
		for (const node of nodes) expect(displayNames).not.toContain(node.name);
	});

	it('holds no credential, no other number than the samples and no trace of another n8n', () => {
		expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(template.meta).toBeUndefined();
		expect(Object.keys(template)).not.toContain('id');
		const text = templateText(name).replaceAll(' ', '');
		const numbers = [...text.matchAll(/(?<![\d-])(?:\+?86)?(1[3-9]\d{9})(?!\d)/g)];
		expect(numbers.map(([, number]) => number ?? '').filter((n) => !sampleNumber.test(n))).toEqual(
			[],
		);
	});

	it('can be tried with pinned data before the first call', () => {
		const starts = nodes.filter(({ type }) => type.endsWith('.privateNumberTrigger'));
		for (const trigger of starts) expect(template.pinData).toHaveProperty([trigger.name]);
	});

	it('has what a new trigger has in its options', () => {
		for (const { type, parameters } of nodes) {
			const group = own.get(type)?.properties.find((property) => property.name === 'options');
			if (type.endsWith('.privateNumberTrigger')) {
				expect(group?.default).not.toEqual({});
				expect(parameters.options).toMatchObject(group?.default as object);
			}
		}
	});

	it('shows under its trigger what starts it, in the words of the panel', () => {
		for (const node of nodes.filter(({ type }) => type.endsWith('.privateNumberTrigger'))) {
			const description = own.get(node.type);
			const events = description?.properties.find((property) => property.name === 'events');
			const options = (events?.options ?? []) as INodePropertyOptions[];
			const labels = (node.parameters.events as string[]).map(
				(event) => options.find(({ value }) => value === event)?.name,
			);
			expect(description && subtitleOf(node, description)).toBe(labels.join(', '));
		}
	});

	it('has addresses that no other template has', () => {
		const ids = nodes.flatMap(({ webhookId }) => webhookId ?? []);
		const others = templateNames.filter((other) => other !== name).map(templateText);
		for (const id of ids) for (const other of others) expect(other).not.toContain(id);
	});

	it('lays its nodes and notes out without overlap', () => {
		const boxes = nodes.map(({ name: title, position: [x, y], parameters, ...node }) => {
			const isNoted = isNote({ ...node, name: title, position: [x, y], parameters });
			const { width, height } = isNoted
				? (parameters as { width: number; height: number })
				: { width: 96, height: 96 };
			return { title, left: x, right: x + width, top: y, bottom: y + height };
		});
		const overlaps = boxes.flatMap((box, index) =>
			boxes
				.slice(index + 1)
				.filter((other) => box.left < other.right && other.left < box.right)
				.filter((other) => box.top < other.bottom && other.top < box.bottom)
				.map((other) => `${box.title} and ${other.title}`),
		);
		expect(overlaps).toEqual([]);
	});

	it.each(['docs/examples.md', 'docs/zh-CN/examples.md'])('is described in %s', (page) => {
		const text = readFileSync(page, 'utf8');
		expect(text).toContain(`templates/${name}.json`);
	});
});
