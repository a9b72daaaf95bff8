/** A JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object: neither a list nor null. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object that a text holds; undefined when it is malformed or anything else than an object. */
export function parseObject(text: string): JsonObject | undefined {
	try {
		const json: unknown = JSON.parse(text);
		return isObject(json) ? json : undefined;
	} catch {
		return undefined;
	}
}

/** A copy without the fields that are undefined, so that answers carry only what was set. */
export function defined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A copy without the named fields. */
export function omit<T extends object, K extends keyof T>(from: T, ...names: K[]): Omit<T, K> {
	const copy: Partial<T> = { ...from };
	for (const name of names) Reflect.deleteProperty(copy, name);
	return copy as Omit<T, K>;
}
