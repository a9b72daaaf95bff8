import type { INodeProperties } from 'n8n-workflow';

/** Parts of a field that its place decides. */
type Part = Partial<INodeProperties> & Pick<INodeProperties, 'displayName' | 'description'>;
type Field<Given extends Part> = Omit<INodeProperties, 'name'> & Given;

/** A field for a phone number as people write it. */
export function phoneField<Given extends Part>(part: Given): Field<Given> {
	return {
		type: 'string',
		default: '',
		placeholder: 'e.g. 138 0000 0001',
		...part,
	};
}

/** A field for a tone file that was uploaded to the console. */
export function toneField<Given extends Part>(part: Given): Field<Given> {
	return { type: 'string', default: '', placeholder: 'e.g. wait_voice1.wav', ...part };
}

/** Collections of optional fields, by their names. */
const COLLECTIONS = {
	options: { displayName: 'Options', placeholder: 'Add option' },
	updateFields: { displayName: 'Update Fields', placeholder: 'Add field' },
	filters: { displayName: 'Filters', placeholder: 'Add filter' },
} as const;

/** A collection of optional fields. */
export function collection(
	name: keyof typeof COLLECTIONS,
	fields: INodeProperties[],
): INodeProperties {
	const sorted = [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
	return { ...COLLECTIONS[name], name, type: 'collection', default: {}, options: sorted };
}

/** A field shown only when another one has one of the given values. */
export function shownWhen(
	name: string,
	values: Array<string | boolean>,
	field: INodeProperties,
): INodeProperties {
	return { ...field, displayOptions: { show: { ...field.displayOptions?.show, [name]: values } } };
}

/** A field that must be filled in. */
export function required(field: INodeProperties): INodeProperties {
	return { ...field, required: true };
}

export const subscriptionId: INodeProperties = {
	displayName: 'Binding ID',
	name: 'subscriptionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
	description: 'ID of the binding (绑定ID), as Create gives it under subscriptionId',
};

export const areaCode: INodeProperties = {
	displayName: 'Area Code',
	name: 'areaCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0755 or 深圳',
	description: 'City of the wanted privacy number: its code or its name (城市码)',
};

export const areaMatchMode: INodeProperties = {
	displayName: 'Area Match',
	name: 'areaMatchMode',
	type: 'options',
	options: [
		{ name: 'Strict', value: '0', description: 'Only a number of this city (严格匹配)' },
		{
			name: 'Loose',
			value: '1',
			description: 'Same province, else anywhere (非严格匹配)',
		},
	],
	default: '0',
	description:
		'What to do when no number of the city is free (匹配模式): refuse, or take another one',
};

export const onConflict: INodeProperties = {
	displayName: 'On Conflict',
	name: 'onConflict',
	type: 'options',
	options: [
		{ name: 'Stop With an Error', value: 'error', description: 'The item is refused (报错)' },
		{
			name: 'Use Existing Binding',
			value: 'useExisting',
			description: 'The same binding is the result (沿用已有绑定)',
		},
	],
	default: 'error',
	description:
		'What to do when the same numbers are bound already (绑定关系已存在). Only where the privacy number is given.',
};

export const ignoreNotFound: INodeProperties = {
	displayName: 'Ignore Not Found',
	name: 'ignoreNotFound',
	type: 'boolean',
	default: true,
	description: 'Whether a binding that is gone already counts as deleted (忽略不存在)',
};

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
};
