import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { say } from './messages';
import type { Operation, Resource } from './operation';

/** What the editor shows of a node: its resources, their operations, and the fields of each. */
export function propertiesOf(resources: readonly Resource[]): INodeProperties[] {
	return [
		resourceChoice(resources),
		...resources.flatMap(operationChoices),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => shownFields(resource, operation)),
		),
		requestOptions,
	];
}

function resourceChoice(resources: readonly Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(resourceOption),
		default: firstValue(resources),
	};
}

/** A resource is hidden where all of its operations are. */
function resourceOption({ name, value, operations }: Resource): INodePropertyOptions {
	const hidden = operations.every(({ displayOptions }) => displayOptions?.hide !== undefined);
	const displayOptions = hidden ? operations[0]?.displayOptions : undefined;
	return { name, value, ...(displayOptions && { displayOptions }) };
}

/** The operations of a resource; twice where a tool of an AI agent cannot have the one that is preset. */
function operationChoices({ value, operations }: Resource): INodeProperties[] {
	const show = { resource: [value] };
	const choice: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		// By their values, so that the order is the same in every language.
		options: operations.map(asOption).sort(byValue),
		default: firstValue(operations),
	};
	const forTools = operations.filter(({ displayOptions }) => displayOptions?.hide === undefined);
	const [preset] = forTools;
	if (!preset || preset === operations[0]) return [choice];
	return [
		{ ...choice, displayOptions: { show, hide: { '@tool': [true] } } },
		{
			...choice,
			displayOptions: { show: { ...show, '@tool': [true] } },
			options: forTools.map(asOption),
			default: preset.value,
		},
	];
}

/** The line below the name of a node: what it does, in the words of its fields. */
export function subtitleOf(resources: readonly Resource[]): string {
	const subtitles = resources.flatMap(({ name: resource, value, operations }) =>
		operations.map((operation) => [
			`${value} ${operation.value}`,
			say('subtitle', { resource, operation: operation.name }),
		]),
	);
	const lines = JSON.stringify(Object.fromEntries(subtitles));
	return `={{ (${lines})[$parameter["resource"] + " " + $parameter["operation"]] ?? "" }}`;
}

function byValue(a: { value: unknown }, b: { value: unknown }): number {
	return String(a.value).localeCompare(String(b.value));
}

/** The first entry is preset: the most usual one stands there. */
function firstValue([first]: ReadonlyArray<{ value: string }>): string {
	return first?.value ?? '';
}

function asOption(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, displayOptions } = operation;
	return { name, value, action, description, ...(displayOptions && { displayOptions }) };
}

function shownFields(resource: Resource, operation: Operation): INodeProperties[] {
	const show = { resource: [resource.value], operation: [operation.value] };
	return operation.fields.map((field) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
	}));
}

/** How a node sends; the same for every operation. */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add request option',
	default: {},
	options: [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 10,
			description: 'How many items are sent at the same time (并发数), 1 to 50',
		},
		{
			displayName: 'Flow Control Wait (Seconds)',
			name: 'flowControlWait',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description:
				'How long every request of the application waits after the platform asked to slow down (流控)',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description: 'How long to wait for an answer of the platform (超时)',
		},
	],
};
