import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { fill, type Language, type Text } from '../../platform/codes/text';
import { fieldTables, optionsOf, sentence } from './fields';
import { code, generatedNotice, page, table, text } from './markdown';
import type { OutputField } from './outputSchema';
import { OUTPUTS } from './outputs.zh';
import { JSON_TYPES, sayIn, type Say } from './phrases';

/** A node, with what its page is made of. */
export interface DocumentedNode {
	description: INodeTypeDescription;
	/** Path of the node's source in the repository. */
	source: string;
	/** Fields of an operation's output, where the package ships a schema of it. */
	outputOf: (resource: string, operation: string) => readonly OutputField[];
}

const PACKAGE = 'n8n-nodes-huawei-private-number';

const REPLIES = {
	en: '[replies to waiting calls and texts](../replies.md)',
	zh: '[应答等待中的来电和短信](../replies.md)',
};
const SEE_ALSO: Readonly<Record<'action' | 'trigger', readonly Text[]>> = {
	action: [
		{ en: '[which mode suits me](../modes.md)', zh: '[哪种模式适合我](../modes.md)' },
		{ en: '[how numbers may be written](../numbers.md)', zh: '[号码写法](../numbers.md)' },
		{ en: '[errors and what to do](../errors.md)', zh: '[错误码与处理办法](../errors.md)' },
		REPLIES,
	],
	trigger: [
		{ en: '[events and their fields](../events.md)', zh: '[事件及其字段](../events.md)' },
		{ en: '[set up the console](../console.md)', zh: '[控制台设置](../console.md)' },
		REPLIES,
		{
			en: '[“I get no events”](../troubleshooting.md#i-get-no-events)',
			zh: '[收不到事件](../troubleshooting.md#收不到事件)',
		},
	],
};

/** The page of a node: what it does, its operations, and every field of each. */
export function nodePage(node: DocumentedNode, language: Language): string {
	const { description, source } = node;
	const isTrigger = description.group.includes('trigger');
	const { properties } = description;
	const say = sayIn(language);
	const resource = properties.find(({ name }) => name === 'resource');
	const links = SEE_ALSO[isTrigger ? 'trigger' : 'action'].map((link) => fill(link, language));
	return page(
		generatedNotice(`the description in ${source}`),
		`# ${text(description.displayName)}`,
		sentence(text(description.description), say),
		say('typeName', { name: code(`${PACKAGE}.${description.name}`) }),
		say('seeAlso', { links: links.join(say('listSeparator')) }),
		say('required'),
		resource ? resourceSections(node, resource, language) : triggerSections(properties, say),
	);
}

function triggerSections(properties: readonly INodeProperties[], say: Say): string {
	return page(
		`## ${say('fields')}`,
		fieldTables(properties, say, (name) => `## ${text(name)}`),
	).trimEnd();
}

function resourceSections(
	node: DocumentedNode,
	resource: INodeProperties,
	language: Language,
): string {
	const say = sayIn(language);
	const { properties } = node.description;
	const operations = optionsOf<INodePropertyOptions>(resource).flatMap(({ name, value }) =>
		operationsOf(properties, String(value)).map((operation) => ({
			heading: say('heading', { resource: name, operation: operation.name }),
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
		`## ${say('operations')}`,
		table(
			[say('resource'), say('operation'), say('whatItDoes')],
			operations.map(({ heading, resource, operation }) => [
				text(resource.name),
				`[${text(operation.name)}](#${slug(heading)})`,
				text(operation.description ?? ''),
			]),
		),
		everywhere.length > 0 ? say('requestOptions') : undefined,
		...operations.map(({ heading, resource, operation }) =>
			operationSection(node, heading, resource.value, operation, language),
		),
		fieldTables(everywhere, say, (name) => `## ${text(name)}`),
	).trimEnd();
}

function operationSection(
	node: DocumentedNode,
	heading: string,
	resource: string,
	operation: INodePropertyOptions,
	language: Language,
): string {
	const say = sayIn(language);
	const value = String(operation.value);
	const fields = node.description.properties.filter(({ displayOptions: { show = {} } = {} }) =>
		Boolean(show.resource?.includes(resource) && show.operation?.includes(value)),
	);
	const output = node.outputOf(resource, value);
	const isReply = operation.displayOptions?.hide?.['@tool'] !== undefined;
	return page(
		`## ${text(heading)}`,
		sentence(text(operation.description ?? ''), say),
		isReply ? say('isReply') : undefined,
		fields.length > 0 ? fieldTables(fields, say, (name) => `**${text(name)}**`) : say('noFields'),
		output.length > 0
			? page(
					say('output'),
					table(
						[say('field'), say('type'), say('meaningHead')],
						output.map(({ path, types, meaning }) => [
							code(path),
							types.map((type) => jsonType(type, language)).join(say('or')),
							text(meaningOf(meaning, language)),
						]),
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

function jsonType(type: string, language: Language): string {
	const name = JSON_TYPES[type];
	if (!name) throw new Error(`The docs have no word for the JSON type ${type}.`);
	return name[language];
}

/** What a field of the output means; the schemas, which n8n reads, are English. */
function meaningOf(english: string, language: Language): string {
	if (language === 'en' || english === '') return english;
	const chinese = OUTPUTS[english];
	if (chinese === undefined) throw new Error(`scripts/docs/outputs.zh.ts lacks “${english}”.`);
	return chinese;
}

/** The anchor of a heading, as GitHub makes it. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}_ -]/gu, '')
		.replace(/ /g, '-');
}
