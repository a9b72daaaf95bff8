import { KIND_ROWS, type PrivateNumberEvent } from '../../../platform/pushes/kinds';
import { readPush, type Push } from '../../../platform/pushes/notifications';
import type { JsonObject } from '../../../platform/wire/json';
import pushes from '../fixtures/pushes.json';

/** When the pushes of these tests arrive. */
export const NOW = new Date('2026-03-01T12:00:00Z');

/** A push as it is read at {@link NOW}. */
export const read = (body: JsonObject): Push => readPush(body, NOW);

/** The first event of a push. */
export function eventOf(body: JsonObject): PrivateNumberEvent {
	const [event] = read(body).events;
	if (!event) throw new Error('There is no event.');
	return event;
}

/** A copy of the body of one of the pushes that all tests share. */
export function named(name: string): JsonObject {
	const found = pushes.find((push) => push.name === name);
	if (!found) throw new Error(`There is no push "${name}".`);
	return structuredClone(found.body) as JsonObject;
}

/** A field of a push that is an object or a list. */
export const part = (body: JsonObject, name: string): JsonObject => body[name] as JsonObject;

/** Name of the field that holds what a push is about. */
export function containerOf(body: JsonObject): string {
	const row = KIND_ROWS.find(({ container }) => container in body);
	if (!row) throw new Error('The push has no content that is known.');
	return row.container;
}

/** What a push is about: its content, or the first record of it. */
export function contentOf(body: JsonObject): JsonObject {
	return [body[containerOf(body)]].flat()[0] as JsonObject;
}

/** A push like this one with other fields in its content. */
export function withFields(body: JsonObject, fields: JsonObject): JsonObject {
	const copy = structuredClone(body);
	Object.assign(contentOf(copy), fields);
	return copy;
}

/** The push with this content in place of its own. */
export function replaced(body: JsonObject, inner: JsonObject): JsonObject {
	const key = containerOf(body);
	return { ...body, [key]: Array.isArray(body[key]) ? [inner] : inner };
}
