import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { signInPage } from '../../playground/n8n/browser';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import type { WorkflowNode } from '../../playground/n8n/types';
import { packageNode } from '../../playground/n8n/nodeTypes';
import { playgroundOwner } from '../../playground/playground';
import { operationsIn, packageNodes, type PackageNode } from '../nodes/packageNodes';
import { templateDocument, templateNames } from '../templates/documents';
import { settled, sharedWindow } from './browser';
import { cutTexts, overflowing } from './inPage';
import { listedNodes } from './listedNodes';
import { sharedN8n } from './shared';
import { waitFor } from './waiting';

describe('the nodes in the editor', () => {
	const window = sharedWindow({ width: 1440, height: 1700 });
	const n8n = sharedN8n();
	let api: N8nApi;
	let types: INodeTypeDescription[];

	beforeAll(async () => {
		api = await signIn(n8n.main.url, playgroundOwner);
		types = (await (await api.file('/types/nodes.json')).json()) as INodeTypeDescription[];
		await signInPage(window.page, n8n.main.url, playgroundOwner);
		// Before somebody signs in, n8n's own page meets a 401.
		window.errors();
	});

	/** What the panel of nodes lists, once it is what is wanted. */
	async function expectListed(what: string, isWanted: (names: string[]) => boolean): Promise<void> {
		let names: string[] = [];
		const look = async (): Promise<true | undefined> => {
			names = await window.page.getByTestId('node-creator-item-name').allInnerTexts();
			return isWanted(names) ? true : undefined;
		};
		await waitFor(`what ${what} lists`, look, 20, 50).catch((error: unknown) => {
			throw new Error(`${what} lists ${names.join(', ')}.`, { cause: error });
		});
	}

	async function openNodePanel(): Promise<void> {
		await window.page.goto(`${n8n.main.url}/workflow/new`);
		await window.page.getByTestId('canvas-add-button').click();
	}

	it('are found by the words that people search, in Chinese and English', async () => {
		await openNodePanel();
		const search = window.page.getByTestId('node-creator-search-bar');
		/** Searches for a word, after what was found before is cleared away. */
		const expectFound = async (
			word: string,
			isWanted: (names: string[]) => boolean,
		): Promise<void> => {
			await search.fill('nothing has this name');
			await expectListed('no word', (names) => names.every((name) => !name.startsWith('Huawei')));
			await search.fill(word);
			await expectListed(`"${word}"`, isWanted);
		};
		const ours = types.filter(({ name }) => listedNodes().includes(name));
		const words = new Set(ours.flatMap(({ codex }) => codex?.alias ?? []));
		expect([...words]).toEqual(expect.arrayContaining(SEARCHED));
		for (const word of words) {
			const fitting = ours.filter(({ codex }) => codex?.alias?.includes(word));
			// n8n leaves the word Trigger out in its panel.
			const wanted = fitting.map(({ displayName }) => displayName.replace(/ Trigger$/, ''));
			if (ON_ALL.includes(word)) expect(wanted).toHaveLength(packageNodes().length);
			await expectFound(word, (names) => wanted.every((name) => names.includes(name)));
		}
		for (const mode of ['AXB', 'AXE', 'AXYB']) {
			await expectFound(mode, ([top]) => top === `Huawei Private Number ${mode}`);
		}
		await window.picture('search');
		expect(window.errors()).toEqual([]);
	});

	it('list their actions where somebody adds one', async () => {
		const { page } = window;
		await openNodePanel();
		for (const node of packageNodes().filter((one) => operationsIn(one).length > 0)) {
			const { displayName } = new node.Node().description;
			await page.getByTestId('node-creator-search-bar').fill(displayName);
			await page.getByText(displayName, { exact: true }).first().click();
			const actions = actionsOf(node);
			await expectListed(displayName, (names) => actions.every((one) => names.includes(one)));
			await window.picture(`actions-${node.name}`);
			await page.getByTestId('nodes-list-header').getByRole('button').first().click();
		}
		// n8n asks its makers about each community node, whom the browser of the tests cannot reach.
		expect(window.errors().filter((line) => !line.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([]);
	});

	it.each(packageNodes())(
		'$name shows every operation in full, with words for people',
		async (node) => {
			const { name } = node;
			const { page } = window;
			const description = types.find((type) => type.name === packageNode(name));
			if (!description) throw new Error(`n8n has no ${name}.`);
			const nodes = nodesOf(description, operationsIn(node));
			const { id } = await api.createWorkflow({ name, nodes, connections: {} });
			await page.goto(`${n8n.main.url}/workflow/${id}`);
			await page.getByTestId('canvas-node').first().waitFor();
			const complaints: string[] = [];
			for (const one of nodes) {
				const title = page.getByText(one.name, { exact: true });
				await page.getByTestId('canvas-node').filter({ has: title }).dblclick();
				const panel = page.getByTestId('node-parameters');
				await panel.waitFor();
				const text = await settled(() => panel.innerText());
				await window.picture(`${name}-${one.name.replaceAll(' ', '-')}`, '[data-test-id=ndv]');
				complaints.push(
					...rawNames(text, description.properties).map((word) => `${one.name} shows ${word}`),
					...(await panel.evaluate(cutTexts)).map((cut) => `${one.name} cuts "${cut}"`),
				);
				await page.getByTestId('ndv-close-button').click();
				await panel.waitFor({ state: 'hidden' });
			}
			expect(complaints).toEqual([]);
			expect(window.errors()).toEqual([]);
		},
		600_000,
	);

	it.each(templateNames)('template %s has notes that can be read in full', async (name) => {
		const { page } = window;
		const { id } = await api.createWorkflow(templateDocument(name));
		await page.goto(`${n8n.main.url}/workflow/${id}`);
		const notes = page.getByTestId('sticky');
		await notes.first().waitFor();
		await settled(async () => (await notes.allInnerTexts()).join('\n'));
		await window.picture(`template-${name}`);
		expect(await notes.evaluateAll(overflowing)).toEqual([]);
		expect(window.errors()).toEqual([]);
	});
});

/** Words that people search, each of which finds the nodes that it fits. */
const SEARCHED = [
	...['华为', '华为云', '隐私号', '虚拟号', '中间号', '小号', '隐私保护通话', '号码保护'],
	...['绑定', '解绑', '电话', '来电', '通话', '话单', '录音', '短信'],
	...['AXB', 'Huawei', 'privacy number', 'number masking', 'virtual number', 'phone', 'call'],
	...['SMS', 'recording', 'missed call', 'bind', 'unbind'],
];
/** Those that find every node. */
const ON_ALL = ['华为', '隐私号', '中间号', '电话', '短信'];

/** What a node can do, in the words that the panel shows. */
function actionsOf({ Node }: PackageNode): string[] {
	return new Node().description.properties
		.filter(({ name, displayOptions }) => name === 'operation' && !displayOptions?.show?.['@tool'])
		.flatMap(({ options = [] }) => options as INodePropertyOptions[])
		.map(({ action = '' }) => action);
}

/** One node for each operation, with every option of every collection open. */
function nodesOf(
	description: INodeTypeDescription,
	operations: ReturnType<typeof operationsIn>,
): WorkflowNode[] {
	const chosen = operations.map(([resource, operation]) => ({ resource, operation }));
	const all: Parameters[] = chosen.length > 0 ? chosen : [{}];
	const variants = all.flatMap((parameters) => [
		parameters,
		...otherChoices(description.properties, parameters),
	]);
	return variants.map((parameters, index) => ({
		id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
		name: Object.values(parameters).join(' ') || 'events',
		type: description.name,
		typeVersion: 1,
		position: [(index % 5) * 260, Math.floor(index / 5) * 200],
		parameters: { ...parameters, ...openCollections(description.properties, parameters) },
	}));
}

/** Chosen values that decide which fields are shown. */
type Parameters = Record<string, string>;

/** Every other choice of the fields that an operation shows: some of them change the panel. */
function otherChoices(properties: INodeProperties[], parameters: Parameters): Parameters[] {
	return properties
		.filter(({ type, name }) => type === 'options' && !['resource', 'operation'].includes(name))
		.filter((one) => isShown(one, parameters))
		.flatMap(({ name, options = [], default: first }) =>
			options
				.flatMap((option) => ('value' in option ? [String(option.value)] : []))
				.filter((value) => value !== first)
				.map((value) => ({ ...parameters, [name]: value })),
		);
}

function isShown({ displayOptions }: INodeProperties, parameters: Parameters): boolean {
	return Object.entries(parameters).every(
		([name, value]) => displayOptions?.show?.[name]?.includes(value) ?? true,
	);
}

function openCollections(
	properties: INodeProperties[],
	parameters: Parameters,
): Record<string, object> {
	const collections = properties.filter(
		(one) => one.type === 'collection' && isShown(one, parameters),
	);
	return Object.fromEntries(
		collections.map(({ name, options = [] }) => [
			name,
			Object.fromEntries(
				options.map((option) => [option.name, 'default' in option ? option.default : '']),
			),
		]),
	);
}

/** What a person should never read: code, and parameter names in place of labels. */
function rawNames(text: string, properties: INodeProperties[]): string[] {
	const names = properties.flatMap(({ name, options = [] }) => [
		name,
		...options.flatMap((option) => ('type' in option ? [option.name] : [])),
	]);
	const raw = names.filter((name) => /[a-z][A-Z]/.test(name));
	return [...new Set([...raw, 'undefined', '{{', '[object', 'NaN', 'null'])].filter((word) =>
		text
			.split(/[\s.,:;()'"]+/)
			.some((seen) => (word === '{{' ? seen.includes(word) : seen === word)),
	);
}
