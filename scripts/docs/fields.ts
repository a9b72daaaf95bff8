import type { INodeProperties, INodePropertyOptions, NodeParameterValue } from 'n8n-workflow';

import { code, page, table, text } from './markdown';
import { PHRASES, type Say } from './phrases';

/**
 * What the editor shows: one table of the fields, then one of each group of optional fields.
 *
 * @param properties fields in the order of the editor
 * @param say speaks the language of the page
 * @param groupHeading turns the name of a group into its heading; the group's table stands under it
 */
export function fieldTables(
	properties: readonly INodeProperties[],
	say: Say,
	groupHeading: (name: string) => string,
): string {
	const head = (['field', 'parameter', 'type', 'default', 'description'] as const).map((name) =>
		say(name),
	);
	const notices = properties.filter(({ type }) => type === 'notice');
	const groups = properties.filter(({ type }) => type === 'collection');
	const plain = properties.filter(({ type }) => type !== 'notice' && type !== 'collection');
	const rows = plain.map((field) => row(field, properties, say));
	return page(
		...notices.map(
			(notice) => `> ${text(notice.displayName)}${condition(notice, properties, say)}`,
		),
		rows.length > 0 ? table(head, rows) : undefined,
		...groups.flatMap((group) => [
			groupHeading(group.displayName),
			table(
				head,
				optionsOf<INodeProperties>(group)
					.filter(({ type }) => type !== 'hidden')
					.map((field) => row(field, properties, say)),
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

function row(field: INodeProperties, all: readonly INodeProperties[], say: Say): string[] {
	return [
		text(field.displayName) + (field.required ? ' \\*' : ''),
		code(field.name),
		typeOf(field, say),
		defaultOf(field, say),
		describe(field, say) + condition(field, all, say),
	];
}

function typeOf(field: INodeProperties, say: Say): string {
	if (!isDescribed(field.type)) {
		throw new Error(`The docs have no word for the type ${field.type}.`);
	}
	const type = say(field.type);
	const { minValue: lowest, maxValue: highest } = field.typeOptions ?? {};
	if (field.typeOptions?.password) return say('secret', { type });
	if (lowest !== undefined && highest !== undefined)
		return say('between', { type, lowest, highest });
	return lowest === undefined ? type : say('from', { type, lowest });
}

type Described = Extract<INodeProperties['type'], keyof typeof PHRASES>;

function isDescribed(type: INodeProperties['type']): type is Described {
	return Object.hasOwn(PHRASES, type);
}

function defaultOf(field: INodeProperties, say: Say): string {
	const { default: value } = field;
	if (typeof value === 'boolean') return say(value ? 'on' : 'off');
	// Nothing is chosen from the list before somebody does.
	if (field.type === 'resourceLocator') return '';
	if (field.type === 'options') return text(labelOf(field, value as NodeParameterValue));
	if (Array.isArray(value)) {
		const labels = value.map((one) => text(labelOf(field, one as string)));
		return labels.join(say('listSeparator'));
	}
	return value === '' ? '' : code(String(value as string | number));
}

function labelOf(field: INodeProperties, value: NodeParameterValue): string {
	const found = optionsOf<INodePropertyOptions>(field).find((option) => option.value === value);
	return found?.name ?? String(value);
}

function describe(field: INodeProperties, say: Say): string {
	const { description = '', placeholder = '' } = field;
	const [, example] = /^(?:e\.g\.|例如) (.*)$/.exec(placeholder) ?? [];
	const isChoice = field.type === 'options' || field.type === 'multiOptions';
	const choices = isChoice ? optionsOf<INodePropertyOptions>(field) : [];
	return [
		sentence(text(description), say),
		example === undefined ? '' : say('example', { example: code(example) }),
		...choices.map((option) => choice(option, say)),
	]
		.filter((part) => part !== '')
		.join('<br>');
}

function choice({ name, value, description }: INodePropertyOptions, say: Say): string {
	const meaning = description === undefined ? '' : say('meaning', { meaning: text(description) });
	return say('choice', { name: text(name), value: code(String(value)), meaning });
}

/** n8n wants no period behind a single sentence; in running text there is one. */
export function sentence(words: string, say: Say): string {
	return words === '' || /[.!?。！？]$/.test(words) ? words : `${words}${say('period')}`;
}

/** When the field is shown, in the words of the editor. */
function condition(
	{ displayOptions }: INodeProperties,
	all: readonly INodeProperties[],
	say: Say,
): string {
	const conditions = Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => name !== 'resource' && name !== 'operation')
		.map(([name, values]) => {
			const field = fieldAt(name, all);
			const shown = say('name', { name: text(field?.displayName ?? name) });
			return say('is', { field: shown, values: states(field, values ?? [], say).join(say('or')) });
		})
		.join(say('and'));
	return conditions === '' ? '' : `<br>${say('shownWhen', { conditions })}`;
}

/** The field that a condition names: one beside it, or `/options.recordFlag` of a collection. */
function fieldAt(name: string, all: readonly INodeProperties[]): INodeProperties | undefined {
	const [outer, inner] = name.replace(/^\//, '').split('.');
	const field = all.find((candidate) => candidate.name === outer);
	if (inner === undefined || !field) return field;
	return optionsOf<INodeProperties>(field).find((candidate) => candidate.name === inner);
}

/** Values of a condition; the only condition that is no value asks whether there is one. */
function states(
	field: INodeProperties | undefined,
	values: readonly unknown[],
	say: Say,
): string[] {
	return values.map((value) => {
		if (typeof value === 'object') return say('given');
		if (typeof value === 'boolean') return say(value ? 'on' : 'off');
		const plain = value as NodeParameterValue;
		const label = field ? labelOf(field, plain) : String(plain);
		return say('name', { name: text(label) });
	});
}
