import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { signInPage } from '../../playground/n8n/browser';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import type { WorkflowNode } from '../../playground/n8n/types';
import { packageNode } from '../../playground/n8n/nodeTypes';
import { playgroundOwner } from '../../playground/playground';
import { operationsIn, packageNodes } from '../nodes/packageNodes';
import { templateDocument, templateNames } from '../templates/documents';
import { settled, sharedWindow } from './browser';
import { cutTexts, overflowing } from './inPage';
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

	it('are found by the words that people search, in Chinese and English', async () => {
		const { page } = window;
		await page.goto(`${n8n.main.url}/workflow/new`);
		await page.getByTestId('canvas-add-button').click();
		const search = page.getByTestId('node-creator-search-bar');
		/** Searches until the found names are what is wanted; what was found before is cleared away. */
		const expectFound = async (
			word: string,
			isWanted: (names: string[]) => boolean,
		): Promise<void> => {
			const until = async (isShown: (names: string[]) => boolean): Promise<void> => {
				let names: string[] = [];
				const look = async (): Promise<true | undefined> => {
					names = await page.getByTestId('node-creator-item-name').allInnerTexts();
					return isShown(names) ? true : undefined;
				};
				await waitFor(`what "${word}" finds`, look).catch((error: unknown) => {
					throw new Error(`"${word}" finds ${names.join(', ')}.`, { cause: error });
				});
			};
			await search.fill('nothing has this name');
			await until((names) => names.every((name) => !name.startsWith('Huawei')));
			await search.fill(word);
			await until(isWanted);
		};
		const modes = ['AXB', 'AX', 'AXE', 'AXYB', 'X'].map((mode) => `Huawei Private Number ${mode}`);
		// n8n leaves the word Trigger out here.
		const all = [...modes, 'Huawei Private Number'];
		for (const word of [
			'隐私号',
			'虚拟号',
			'小号',
			'隐私保护通话',
			'privacy number',
			'number masking',
			'virtual number',
			'Huawei',
		]) {
			await expectFound(word, (names) => all.every((name) => names.includes(name)));
		}
		for (const mode of ['AXB', 'AXE', 'AXYB']) {
			await expectFound(mode, ([top]) => top === `Huawei Private Number ${mode}`);
		}
		await window.picture('search');
		expect(window.errors()).toEqual([]);
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
