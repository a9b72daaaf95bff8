import type { ExampleNode } from '../workflow';
import { lines } from './lines';

/** A place of the grid. */
export type At = ExampleNode['at'];

/** A step in JavaScript that sees all items at once. */
export function code(
	name: string,
	at: At,
	lines: string,
	more: Partial<ExampleNode> = {},
): ExampleNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: { jsCode: lines.trim() },
		...more,
	};
}

/** A field that the user of an example sets in its Settings. */
export type Setting = readonly [name: string, value: string | number | boolean];

/** Writes into the settings which robot is told; the address stays empty until there is one. */
export const robotSettings: readonly Setting[] = [
	['robot', 'wecom'],
	['robotAddress', ''],
	['robotSecret', ''],
	['language', 'zh'],
];

/** The step at the top in which everything stands that a company sets; the items go through it. */
export function settings(at: At, fields: readonly Setting[]): ExampleNode {
	return {
		name: 'Settings',
		at,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			assignments: {
				assignments: fields.map(([name, value]) => ({
					id: `setting-${name}`,
					name: `settings.${name}`,
					type: typeof value,
					value,
				})),
			},
			includeOtherFields: true,
			options: {},
		},
	};
}

/** A condition of a Filter or If step. */
export interface Test {
	left: string;
	operation: 'true' | 'false' | 'equals' | 'notEquals' | 'notEmpty' | 'empty' | 'exists';
	type?: 'boolean' | 'string' | 'number';
	right?: string;
}

/** A step that asks something of each item: `filter` lets some pass, `if` has a second way out. */
export function ask(
	kind: 'filter' | 'if',
	name: string,
	at: At,
	tests: readonly Test[],
	more: Partial<ExampleNode> = {},
): ExampleNode {
	return {
		name,
		at,
		type: `n8n-nodes-base.${kind}`,
		typeVersion: 2.2,
		parameters: {
			conditions: {
				combinator: 'and',
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				conditions: tests.map(({ left, operation, type = 'string', right }, index) => ({
					id: `${name.toLowerCase().replaceAll(' ', '-')}-${index + 1}`,
					leftValue: left,
					rightValue: right ?? '',
					operator: { type, operation, ...(right === undefined && { singleValue: true }) },
				})),
			},
			looseTypeValidation: true,
			options: {},
		},
		...more,
	};
}

/** Ends the run as failed, with a sentence that names what was left out. */
export function stop(name: string, at: At, message: string): ExampleNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.stopAndError',
		typeVersion: 1,
		parameters: { errorMessage: message },
	};
}

/** Answers the request that started the run. */
export function answer(name: string, at: At, body: string, responseCode = '200'): ExampleNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.1,
		parameters: {
			respondWith: 'json',
			responseBody: body,
			options: { responseCode: responseCode.startsWith('=') ? responseCode : Number(responseCode) },
		},
	};
}

/** The package's trigger; its options are those of a new one, and what is given. */
export function trigger(
	name: string,
	at: At,
	events: string[],
	{ options, ...more }: Record<string, unknown> & { options?: Record<string, unknown> } = {},
): ExampleNode {
	return {
		name,
		at,
		hasWebhook: true,
		type: 'n8n-nodes-huawei-private-number.privateNumberTrigger',
		typeVersion: 1,
		parameters: {
			events,
			respond: 'immediately',
			simplify: true,
			options: { binaryData: true, ...options },
			...more,
		},
	};
}

/** A step of one of the package's action nodes. */
export function action(
	node: 'Axb' | 'Ax' | 'Axe' | 'Axyb' | 'X',
	name: string,
	at: At,
	parameters: Record<string, unknown>,
	more: Partial<ExampleNode> = {},
): ExampleNode {
	return {
		name,
		at,
		type: `n8n-nodes-huawei-private-number.privateNumber${node}`,
		typeVersion: 1,
		parameters,
		...more,
	};
}

/**
 * Ends the run as failed when rows could not be written, and names them; the ways beside it have gone on.
 *
 * @param source the step whose items were to be written
 * @param key the field that names an item
 */
export function allWritten(name: string, at: At, source: string, key: string): ExampleNode {
	return code(name, at, lines('shared/allWritten').replace('SOURCE', source).replace('KEY', key));
}

/** An address that another system posts to, answered by a later step. */
export function webhook(name: string, at: At, path: string, method = 'POST'): ExampleNode {
	return {
		name,
		at,
		hasWebhook: true,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: method, path, responseMode: 'responseNode', options: {} },
	};
}
