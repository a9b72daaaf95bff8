import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import {
	NodeHelpers,
	Workflow,
	type INode,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import type { WorkflowDocument, WorkflowNode } from '../../playground/n8n/types';

/** A node type as far as a template has to agree with it. */
export type NodeDescription = Pick<
	INodeTypeDescription,
	'name' | 'displayName' | 'version' | 'properties' | 'subtitle'
>;

/** Names of the files in `templates/`, without their ending. */
export const templateNames = readdirSync('templates').map((file) => basename(file, '.json'));

/** A template as it is on disk. */
export function templateText(name: string): string {
	return readFileSync(join('templates', `${name}.json`), 'utf8');
}

/** A template as n8n reads it. */
export function templateDocument(name: string): WorkflowDocument {
	return JSON.parse(templateText(name)) as WorkflowDocument;
}

/**
 * Parameters of a node that its type does not show with the others as they are: n8n would drop them
 * when the workflow runs.
 */
export function foreignParameters(node: WorkflowNode, description: NodeDescription): string[] {
	const known = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters as INode['parameters'],
		true,
		false,
		node as INode,
		description as INodeTypeDescription,
	);
	return difference(node.parameters, known ?? {}, '');
}

/** What the editor writes under the name of a node. */
export function subtitleOf(node: WorkflowNode, description: NodeDescription): unknown {
	const type = { description } as INodeType;
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [node as INode],
		connections: {},
		active: false,
		nodeTypes,
	});
	return workflow.expression.getSimpleParameterValue(
		node as INode,
		description.subtitle,
		'internal',
		{},
	);
}

function difference(given: unknown, known: unknown, path: string): string[] {
	if (!isRecord(given)) return [];
	return Object.entries(given).flatMap(([name, value]) => {
		const here = path === '' ? name : `${path}.${name}`;
		if (!isRecord(known) || !(name in known)) return [here];
		return difference(value, known[name], here);
	});
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** Parameters of forms and chats that their visitors read. */
const shownToPeople = new Set([
	'formTitle',
	'formDescription',
	'fieldLabel',
	'formSubmittedText',
	'completionTitle',
	'completionMessage',
	'initialMessages',
	'title',
	'subtitle',
	'approveLabel',
	'disapproveLabel',
]);

/** The words that visitors read, without what an expression puts in. */
export function wordsToPeople(parameters: unknown, name = ''): string[] {
	if (typeof parameters === 'string') {
		return shownToPeople.has(name) ? [parameters.replace(/\{\{.*?\}\}/gs, '')] : [];
	}
	return Object.entries((parameters ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
		wordsToPeople(value, key),
	);
}
