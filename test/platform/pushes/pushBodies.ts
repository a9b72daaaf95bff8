import type { PrivateNumberEvent } from '../../../platform/pushes/kinds';
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

/** A push like this one with other fields in its statusInfo, smsEvent or first record. */
export function withFields(body: JsonObject, fields: JsonObject): JsonObject {
	const copy = structuredClone(body);
	const inner = copy.statusInfo ?? copy.smsEvent ?? [copy.feeLst ?? copy.numInfo].flat()[0];
	Object.assign(inner as JsonObject, fields);
	return copy;
}
