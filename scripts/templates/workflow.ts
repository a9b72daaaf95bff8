import { createHash } from 'node:crypto';

import type { WorkflowDocument, WorkflowNode } from '../../playground/n8n/types';

/** A text in both languages: English, Simplified Chinese. */
export type Both = readonly [en: string, zh: string];

/** A node of an example, at a place of its grid. */
export type ExampleNode = Omit<WorkflowNode, 'id' | 'position' | 'webhookId' | 'credentials'> & {
	/** Column and row; a step is as wide as a node with its name. */
	at: readonly [column: number, row: number];
	/** Whether it listens at an address of its own, which needs an ID. */
	hasWebhook?: boolean;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
};

/** A sticky note; its height follows from its text. */
export interface Note {
	name: string;
	/** Left edge and lower edge, in steps of the grid. */
	at: readonly [column: number, row: number];
	/** In pixels. */
	width: number;
	text: Both;
}

/** The note beside an example that explains it. */
export interface About {
	title: Both;
	/** What the example does. */
	what: Both;
	/** What to set, in order. */
	steps: readonly Both[];
	/** How to try it, what to know. */
	more?: Both;
}

/** An example workflow as it is written here; `build` makes the document of it. */
export interface Example {
	/** File name in `templates/` without its ending. */
	id: string;
	name: string;
	about: About;
	notes?: readonly Note[];
	nodes: readonly ExampleNode[];
	/** Ways of the items, such as `Order > Settings > Bind`; `Bind:1 > …` starts at another output. */
	links: readonly string[];
	/** Connections of agents: from, kind, to. */
	ai?: readonly (readonly [from: string, kind: string, to: string])[];
	/** Items that stand in for calls, orders and answers until there are real ones. */
	pins: Record<string, readonly object[]>;
	settings?: Record<string, unknown>;
}

const STEP_X = 220;
const STEP_Y = 200;
const ABOUT_WIDTH = 520;

/** The document that n8n imports. */
export function build(example: Example): WorkflowDocument {
	const { id, name, nodes, notes = [], links, ai = [], pins, settings } = example;
	const idOf = (what: string): string => uuid(`${id}/${what}`);
	const about = aboutNote(example.about);
	return {
		name,
		nodes: [
			sticky({ ...about, id: idOf('note About') }),
			...notes.map((note) => sticky({ ...sideNote(note), id: idOf(`note ${note.name}`) })),
			...nodes.map(({ at, hasWebhook, parameters, name: title, type, typeVersion, ...rest }) => ({
				parameters,
				id: idOf(title),
				name: title,
				type,
				typeVersion,
				position: [at[0] * STEP_X, at[1] * STEP_Y] as [number, number],
				...(hasWebhook && { webhookId: idOf(`webhook ${title}`) }),
				...rest,
			})),
		],
		connections: connect(links, ai),
		pinData: Object.fromEntries(
			Object.entries(pins).map(([node, items]) => [node, items.map((json) => ({ json }))]),
		),
		settings: {
			executionOrder: 'v1',
			timezone: 'Asia/Shanghai',
			callerPolicy: 'workflowsFromSameOwner',
			...settings,
		},
	};
}

/** An ID that stays the same as long as what it is for has its name. */
function uuid(what: string): string {
	const hex = createHash('sha256').update(what).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Connections = Record<
	string,
	Record<string, { node: string; type: string; index: number }[][]>
>;

function connect(links: readonly string[], ai: NonNullable<Example['ai']>): Connections {
	const connections: Connections = {};
	const add = (from: string, output: number, type: string, to: string): void => {
		const outputs = ((connections[from] ??= {})[type] ??= []);
		while (outputs.length <= output) outputs.push([]);
		const [node = '', input = '0'] = to.split('@');
		outputs[output]?.push({ node, type, index: Number(input) });
	};
	for (const link of links) {
		const stops = link.split(' > ');
		stops.slice(1).forEach((stop, index) => {
			const [from = '', output = '0'] = (stops[index] ?? '').replace(/@\d$/, '').split(':');
			add(from, Number(output), 'main', stop.replace(/:\d$/, ''));
		});
	}
	for (const [from, kind, to] of ai) add(from, 0, kind, to);
	return connections;
}

interface Sheet {
	id?: string;
	name: string;
	content: string;
	position: [number, number];
	width: number;
	height: number;
	color: number;
}

function sticky({ id = '', name, position, ...parameters }: Sheet): WorkflowNode {
	const type = 'n8n-nodes-base.stickyNote';
	return { parameters, id, name, type, typeVersion: 1, position };
}

function aboutNote({ title, what, steps, more }: About): Sheet {
	const page = (language: 0 | 1, head: string, heading: string): string =>
		[
			head,
			what[language],
			heading,
			...steps.map((step, index) => `${index + 1}. ${step[language]}`),
			...(more ? ['', more[language]] : []),
		].join('\n');
	const content = [
		page(0, `## ${title[0]}`, '\n**Before the first run**'),
		'---',
		page(1, `## ${title[1]}`, '\n**首次运行之前**'),
	].join('\n\n');
	const height = heightOf(content, ABOUT_WIDTH);
	const position: [number, number] = [-ABOUT_WIDTH - 80, -Math.round(height / 2 / 20) * 20];
	return { name: 'About', content, position, width: ABOUT_WIDTH, height, color: 5 };
}

function sideNote({ name, at: [column, row], width, text }: Note): Sheet {
	const content = text.join('\n\n');
	const height = heightOf(content, width);
	return {
		name,
		content,
		position: [column * STEP_X - 20, row * STEP_Y - 40 - height],
		width,
		height,
		color: 7,
	};
}

/** Pixels that a text needs in a note: a Han character is as wide as two Latin ones. */
function heightOf(text: string, width: number): number {
	const perLine = (width - 40) / 7;
	const lines = text.split('\n').reduce((sum, line) => {
		const weight = Array.from(line).reduce((all, sign) => all + (sign > '\u2e80' ? 2 : 1), 0);
		return (
			sum +
			Math.max(line === '' ? 0.6 : 1, Math.ceil(weight / perLine)) *
				(line.startsWith('##') ? 1.8 : 1)
		);
	}, 0);
	return Math.ceil((lines * 21 + 50) / 20) * 20;
}
