import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { fieldTables, optionsOf } from './fields';
import { code, generatedNotice, page, table, text } from './markdown';
import type { OutputField } from './outputSchema';

/** A node, with what its page is made of. */
export interface DocumentedNode {
	description: INodeTypeDescription;
	/** Path of the node's source in the repository. */
	source: string;
	/** Fields of an operation's output, where the package ships a schema of it. */
	outputOf: (resource: string, operation: string) => readonly OutputField[];
	/** Whether the package's page on the node is a trigger's. */
	isTrigger: boolean;
}

const PACKAGE = 'n8n-nodes-huawei-private-number';

const SEE_ALSO = {
	action: [
		'[which mode suits me](../modes.md)',
		'[how numbers may be written](../numbers.md)',
		'[errors and what to do](../errors.md)',
		'[replies to waiting calls and texts](../replies.md)',
	],
	trigger: [
		'[events and their fields](../events.md)',
		'[set up the console](../console.md)',
		'[replies to waiting calls and texts](../replies.md)',
		'[“I get no events”](../troubleshooting.md#i-get-no-events)',
	],
};

/** The page of a node: what it does, its operations, and every field of each. */
export function nodePage(node: DocumentedNode): string {
	const { description, source, isTrigger } = node;
	const { properties } = description;
	const resource = properties.find(({ name }) => name === 'resource');
	return page(
		generatedNotice(`the description in ${source}`),
		`# ${text(description.displayName)}`,
		`${text(description.description)}${/[.]$/.test(description.description) ? '' : '.'}`,
		`Type name: ${code(`${PACKAGE}.${description.name}`)}. Credential: [Huawei Private Number API](../credential.md).`,
		`See also: ${SEE_ALSO[isTrigger ? 'trigger' : 'action'].join(', ')}.`,
		'Fields marked \\* are required. Every field also takes an [expression](https://docs.n8n.io/code/expressions/).',
		resource ? resourceSections(node, resource) : triggerSections(properties),
	);
}

function triggerSections(properties: readonly INodeProperties[]): string {
	return page(
		'## Fields',
		fieldTables(properties, (name) => `## ${text(name)}`),
	).trimEnd();
}

function resourceSections(node: DocumentedNode, resource: INodeProperties): string {
	const { properties } = node.description;
	const operations = optionsOf<INodePropertyOptions>(resource).flatMap(({ name, value }) =>
		operationsOf(properties, String(value)).map((operation) => ({
			heading: `${name}: ${operation.name}`,
			resource: { name, value: String(value) },
			operation,
		})),
	);
	const general = properties.filter(
		({ name, displayOptions }) =>
			name !== 'resource' && displayOptions?.show?.operation === undefined && name !== 'operation',
	);
	const notices = general.filter(({ type }) => type === 'notice');
	const everywhere = general.filter(({ type }) => type !== 'notice');
	return page(
		...notices.map(({ displayName }) => `> ${text(displayName)}`),
		'## Operations',
		table(
			['Resource', 'Operation', 'What it does'],
			operations.map(({ heading, resource, operation }) => [
				text(resource.name),
				`[${text(operation.name)}](#${slug(heading)})`,
				text(operation.description ?? ''),
			]),
		),
		everywhere.length > 0
			? 'Every operation that sends a request also has the [Request Options](#request-options).'
			: undefined,
		...operations.map(({ heading, resource, operation }) =>
			operationSection(node, heading, resource.value, operation),
		),
		fieldTables(everywhere, (name) => `## ${text(name)}`),
	).trimEnd();
}

function operationSection(
	node: DocumentedNode,
	heading: string,
	resource: string,
	operation: INodePropertyOptions,
): string {
	const value = String(operation.value);
	const fields = node.description.properties.filter(({ displayOptions: { show = {} } = {} }) =>
		Boolean(show.resource?.includes(resource) && show.operation?.includes(value)),
	);
	const output = node.outputOf(resource, value);
	const isReply = operation.displayOptions?.hide?.['@tool'] !== undefined;
	return page(
		`## ${text(heading)}`,
		`${text(operation.description ?? '')}.`,
		isReply
			? 'A reply to a waiting call or text, see [replies](../replies.md). Not offered to AI agents.'
			: undefined,
		fields.length > 0
			? fieldTables(fields, (name) => `**${text(name)}**`)
			: 'This operation has no fields.',
		output.length > 0
			? page(
					'**Output**',
					table(
						['Field', 'Type', 'Meaning'],
						output.map(({ path, type, meaning }) => [code(path), type, text(meaning)]),
					),
				).trimEnd()
			: undefined,
	).trimEnd();
}

function operationsOf(properties: readonly INodeProperties[], resource: string) {
	const choice = properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
	return choice ? optionsOf<INodePropertyOptions>(choice) : [];
}

/** The anchor of a heading, as GitHub makes it of Latin letters. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^a-z0-9 -]/g, '')
		.replace(/ /g, '-');
}
