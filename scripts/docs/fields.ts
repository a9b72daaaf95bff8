import type { INodeProperties, INodePropertyOptions, NodeParameterValue } from 'n8n-workflow';

import { code, page, table, text } from './markdown';

const TYPES: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'switch',
	collection: 'group',
	multiOptions: 'choices',
	number: 'number',
	options: 'choice',
	resourceLocator: 'from list or text',
	string: 'text',
};

const HEAD = ['Field', 'Name', 'Type', 'Default', 'Description'];

/**
 * What the editor shows: one table of the fields, then one of each group of optional fields.
 *
 * @param properties fields in the order of the editor
 * @param groupHeading turns the name of a group into its heading; the group's table stands under it
 */
export function fieldTables(
	properties: readonly INodeProperties[],
	groupHeading: (name: string) => string,
): string {
	const notices = properties.filter(({ type }) => type === 'notice');
	const groups = properties.filter(({ type }) => type === 'collection');
	const plain = properties.filter(({ type }) => type !== 'notice' && type !== 'collection');
	const rows = plain.map((field) => row(field, properties));
	return page(
		...notices.map((notice) => `> ${text(notice.displayName)}${condition(notice, properties)}`),
		rows.length > 0 ? table(HEAD, rows) : undefined,
		...groups.flatMap((group) => [
			groupHeading(group.displayName),
			table(
				HEAD,
				optionsOf<INodeProperties>(group).map((field) => row(field, properties)),
			),
		]),
	).trimEnd();
}

/** The choices of a drop-down, or the fields of a group. */
export function optionsOf<Option extends INodeProperties | INodePropertyOptions>({
	options,
}: INodeProperties): Option[] {
	return (options ?? []) as Option[];
}

function row(field: INodeProperties, all: readonly INodeProperties[]): string[] {
	return [
		text(field.displayName) + (field.required ? ' \\*' : ''),
		code(field.name),
		type(field),
		defaultOf(field),
		describe(field) + condition(field, all),
	];
}

function type(field: INodeProperties): string {
	const name = TYPES[field.type];
	if (name === undefined) throw new Error(`The docs have no word for the type ${field.type}.`);
	const { minValue: lowest, maxValue: highest } = field.typeOptions ?? {};
	if (field.typeOptions?.password) return `${name}, hidden`;
	if (lowest !== undefined && highest !== undefined) return `${name}, ${lowest} to ${highest}`;
	return lowest === undefined ? name : `${name}, from ${lowest}`;
}

function defaultOf(field: INodeProperties): string {
	const { default: value } = field;
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	// Nothing is chosen from the list before somebody does.
	if (field.type === 'resourceLocator') return '';
	if (field.type === 'options') return text(labelOf(field, value as NodeParameterValue));
	if (Array.isArray(value))
		return value.map((one) => text(labelOf(field, one as string))).join(', ');
	return value === '' ? '' : code(String(value as string | number));
}

function labelOf(field: INodeProperties, value: NodeParameterValue): string {
	const found = optionsOf<INodePropertyOptions>(field).find((option) => option.value === value);
	return found?.name ?? String(value);
}

function describe(field: INodeProperties): string {
	const { description = '', placeholder = '' } = field;
	const example = placeholder.startsWith('e.g. ') ? `E.g. ${code(placeholder.slice(5))}` : '';
	const isChoice = field.type === 'options' || field.type === 'multiOptions';
	const choices = isChoice ? optionsOf<INodePropertyOptions>(field).map(choice) : [];
	return [sentence(text(description)), example, ...choices]
		.filter((part) => part !== '')
		.join('<br>');
}

function choice({ name, value, description }: INodePropertyOptions): string {
	const meaning = description === undefined ? '' : `: ${text(description)}`;
	return `• **${text(name)}** (${code(String(value))})${meaning}`;
}

/** n8n wants no period behind a single sentence; in running text there is one. */
function sentence(words: string): string {
	return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}

/** When the field is shown, in the words of the editor. */
function condition({ displayOptions }: INodeProperties, all: readonly INodeProperties[]): string {
	const conditions = Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => name !== 'resource' && name !== 'operation')
		.map(([name, values]) => {
			const field = fieldAt(name, all);
			return `_${text(field?.displayName ?? name)}_ is ${states(field, values ?? []).join(' or ')}`;
		});
	return conditions.length === 0 ? '' : `<br>Shown when ${conditions.join(' and ')}.`;
}

/** The field that a condition names: one beside it, or `/options.recordFlag` of a collection. */
function fieldAt(name: string, all: readonly INodeProperties[]): INodeProperties | undefined {
	const [outer, inner] = name.replace(/^\//, '').split('.');
	const field = all.find((candidate) => candidate.name === outer);
	if (inner === undefined || !field) return field;
	return optionsOf<INodeProperties>(field).find((candidate) => candidate.name === inner);
}

/** Values of a condition; the only condition that is no value asks whether there is one. */
function states(field: INodeProperties | undefined, values: readonly unknown[]): string[] {
	return values.map((value) =>
		typeof value === 'object' ? 'given' : label(field, value as NodeParameterValue),
	);
}

function label(field: INodeProperties | undefined, value: NodeParameterValue): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return `_${text(field ? labelOf(field, value) : String(value))}_`;
}
