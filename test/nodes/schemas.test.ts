import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { loadOutputSchema } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import type { ModeName } from '../../simulator';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { operationsOf } from './operate';
import { differences, type OutputSchema } from './outputs/differences';
import type { Example, Examples } from './outputs/example';
import { triggerItems } from './outputs/privateNumberTrigger';
import { operationsIn, packageNodes, type PackageNode } from './packageNodes';

const nodes = packageNodes();
const actions = nodes.filter((node) => operationsIn(node).length > 0);
const triggers = nodes.filter((node) => operationsIn(node).length === 0);

/** What stands on top of every event, in the order in which people use it. */
const USED_FIRST = [
	...['eventType', 'callerNumber', 'calledNumber', 'from', 'to', 'privateNumber', 'time'],
	...['userData', 'subscriptionId', 'sessionId', 'eventId', 'mode', 'needsReply'],
];

/** The schema where n8n itself looks for it. */
function schemaOf(node: PackageNode, resource?: string, operation?: string): OutputSchema {
	const schema = loadOutputSchema({ nodeDir: node.folder, version: 1, resource, operation });
	if (!schema) throw new Error(`${[node.name, resource, operation].join(' ')} has no schema.`);
	return schema as unknown as OutputSchema;
}

/** The node's table of examples: `outputs/<type name>.ts`. */
function examplesOf({ name }: PackageNode): Examples {
	const file = join(__dirname, 'outputs', `${name}.ts`);
	if (!existsSync(file)) return {};
	return jest.requireActual<{ examples: Examples }>(file).examples;
}

/** The fields of an item in the order of its schema. */
function inOrderOf({ properties = {} }: OutputSchema, item: IDataObject): string[] {
	return Object.keys(properties).filter((name) => name in item);
}

describe.each(actions.map((node) => [node.name, node] as const))('%s', (name, node) => {
	const examples = examplesOf(node);

	const platform = sharedPlatform(() =>
		startMode(name.replace('privateNumber', '').toUpperCase() as ModeName),
	);

	const run: Parameters<Example>[0] = async (...chosen) => {
		const { json, error } = await operationsOf(node.Node, () => platform)(...chosen);
		if (error) throw error;
		return json;
	};

	test.each(operationsIn(node))('%s: %s puts out what its schema says', async (...chosen) => {
		const example = examples[chosen.join('/')];
		if (!example) throw new Error(`test/nodes/outputs/${name}.ts has no ${chosen.join('/')}.`);
		const schema = schemaOf(node, ...chosen);
		const items = await example(run, platform);
		expect(items).not.toEqual([]);
		expect(differences(schema, items)).toEqual([]);
		// The editor shows the fields of the schema before the first run, those of an item after it.
		for (const item of items) expect(Object.keys(item)).toEqual(inOrderOf(schema, item));
	});

	test.each(operationsIn(node))('%s: %s puts IDs last', (...chosen) => {
		const names = Object.keys(schemaOf(node, ...chosen).properties ?? {});
		// Replies pass on what the trigger put out.
		if (names[0] === 'eventType') return;
		const ids = names.filter((field) => field.endsWith('Id'));
		expect(names.slice(names.length - ids.length)).toEqual(ids);
	});

	test('has no example of what it cannot do', () => {
		const known = operationsIn(node).map((chosen) => chosen.join('/'));
		expect(Object.keys(examples).filter((chosen) => !known.includes(chosen))).toEqual([]);
	});
});

test.each(triggers.map((node) => [node.name, node] as const))(
	'%s puts out what its schema says',
	async (_, node) => {
		const events = new node.Node().description.properties.find(({ name }) => name === 'events');
		const all = (events?.options as Array<{ value: string }>).map(({ value }) => value);
		const items = await triggerItems(all);
		expect(differences(schemaOf(node), items)).toEqual([]);
		for (const fields of [schemaOf(node).properties ?? {}, ...items]) {
			const first = USED_FIRST.filter((field) => field in fields);
			expect(Object.keys(fields).slice(0, first.length)).toEqual(first);
		}
	},
);

describe('a schema that is not so is found out', () => {
	const schema: OutputSchema = {
		type: 'object',
		properties: {
			id: { type: 'string', description: 'ID' },
			end: {
				type: 'object',
				description: 'End',
				properties: { code: { type: 'integer', description: 'Code' } },
			},
		},
	};
	const item: IDataObject = { id: 'a', end: { code: 1 } };

	test.each<[what: string, items: IDataObject[], found: string[]]>([
		['nothing', [item], []],
		['a field too many', [{ ...item, x: 1 }], ['item.x is put out and not declared']],
		['a field too few', [{ end: item.end }], ['item.id is declared and never put out']],
		['another type', [item, { ...item, id: 5 }], ['item.id is integer, declared string']],
		['an inner field', [{ ...item, end: {} }], ['item.end.code is declared and never put out']],
		[
			'a fraction',
			[{ id: 'a', end: { code: 1.5 } }],
			['item.end.code is number, declared integer'],
		],
	])('%s', (_, items, found) => {
		expect(differences(schema, items)).toEqual(found);
	});

	test('a field without a meaning', () => {
		const bare: OutputSchema = { type: 'object', properties: { id: { type: 'string' } } };
		expect(differences(bare, [{ id: 'a' }])).toEqual(['item.id has no description']);
	});
});
