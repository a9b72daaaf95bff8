/** A field of an operation's output. */
export interface OutputField {
	/** Name, with dots for fields of an object and `[]` for those of a list. */
	path: string;
	/** Types of JSON that it may have. */
	types: string[];
	meaning: string;
}

/** The part of JSON Schema that the package's `__schema__` files use. */
export interface OutputSchema {
	type?: string | string[];
	description?: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/** Lists the fields of an output schema, outer ones before inner ones. */
export function outputFields(schema: OutputSchema, prefix = ''): OutputField[] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const path = prefix + name;
		const meaning = field.description ?? '';
		return [
			{ path, types: [field.type ?? 'any'].flat(), meaning },
			...outputFields(field, `${path}.`),
			...(field.items ? outputFields(field.items, `${path}[].`) : []),
		];
	});
}
