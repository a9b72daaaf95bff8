import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { say } from './messages';
import type { Operation, Resource } from './operation';
import { requestOptions } from './requestOptions';

/**
 * What the editor shows of a node: its resources, their operations, and the fields of each.
 *
 * @param notices what stands above all that
 */
export function propertiesOf(
	resources: readonly Resource[],
	notices: readonly INodeProperties[] = [],
): INodeProperties[] {
	return [
		...notices,
		resourceChoice(resources),
		...resources.flatMap(operationChoices),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => shownFields(resource, operation)),
		),
		...sendingOptions(resources),
	];
}

/** How the node sends, hidden where an operation sends nothing. */
function sendingOptions(resources: readonly Resource[]): INodeProperties[] {
	const operations = resources.flatMap((resource) => resource.operations);
	const silent = operations.filter(({ asks }) => asks === undefined).map(({ value }) => value);
	if (silent.length === 0) return [requestOptions];
	return [{ ...requestOptions, displayOptions: { hide: { operation: silent } } }];
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
