/** The part of JSON Schema that the package's output schemas use. */
export interface OutputSchema {
	type: string | string[];
	description?: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/**
 * What a schema says of values that is not so: fields that are put out and not declared, fields that
 * are declared and never put out, other types, and fields without a meaning. An object without
 * declared fields may hold any.
 */
export function differences(
	schema: OutputSchema,
	values: readonly unknown[],
	path = 'item',
): string[] {
	const allowed = [schema.type].flat();
	const others = [...new Set(values.map(typeOf))].filter((type) => !allowed.includes(type));
	return [
		...others.map((type) => `${path} is ${type}, declared ${allowed.join(' or ')}`),
		...fieldDifferences(schema, values.filter(isObject), path),
	];
}

function fieldDifferences(
	{ properties }: OutputSchema,
	objects: ReadonlyArray<Record<string, unknown>>,
	path: string,
): string[] {
	if (!properties) return [];
	const names = new Set([...Object.keys(properties), ...objects.flatMap(Object.keys)]);
	return [...names].flatMap((name) => {
		const field = `${path}.${name}`;
		const declared = properties[name];
		const found = objects.filter((object) => name in object).map((object) => object[name]);
		if (!declared) return [`${field} is put out and not declared`];
		return [
			...(found.length === 0 ? [`${field} is declared and never put out`] : []),
			...((declared.description ?? '') === '' ? [`${field} has no description`] : []),
			...differences(declared, found, field),
		];
	});
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeOf(value) === 'object';
}
