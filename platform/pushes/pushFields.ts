import { createHash } from 'node:crypto';

import type { JsonObject } from '../wire/json';
import type { Coded } from './events';
import * as read from '../wire/read';
import { isBlank } from '../wire/rules';

/** Names that would reach an object's prototype when something copies them carelessly. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** A code with its meaning; a code that no document lists keeps its number. */
export function coded(
	code: number | undefined,
	meanings: Readonly<Record<string, Omit<Coded, 'code'> | undefined>>,
): Coded | undefined {
	if (code === undefined) return undefined;
	return { code, ...(meanings[code] ?? { en: `Code ${code}`, zh: `代码 ${code}` }) };
}

/** The fields that the documents list for something in a push, by what they hold. */
export interface Documented {
	texts?: readonly string[];
	integers?: readonly string[];
	times?: readonly string[];
	/** Read in a way of their own, or of no use to a workflow. */
	others?: readonly string[];
}

const CAN_READ = {
	texts: (source, name) => read.text(source, name) !== undefined,
	integers: (source, name) => read.integer(source, name) !== undefined,
	times: (source, name) => read.time(source, name) !== undefined,
	others: () => true,
} satisfies Record<keyof Documented, (source: JsonObject, name: string) => boolean>;
const KINDS = Object.keys(CAN_READ) as Array<keyof Documented>;

/**
 * What becomes no field of the event, so that nothing of the platform is lost: fields that no document
 * lists, and listed ones that cannot be read.
 */
export function extraOf(source: JsonObject, documented: Documented): JsonObject | undefined {
	const isRead = (name: string): boolean =>
		KINDS.some((kind) => documented[kind]?.includes(name) && CAN_READ[kind](source, name));
	const rest = Object.entries(source).filter(
		([name, value]) => !UNSAFE.has(name) && !isBlank(value) && !isRead(name),
	);
	return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

/** Whether the platform waits for a decision, in whatever case it writes so. */
export function isBlock(source: JsonObject, name: 'notifyMode' | 'notificationMode'): boolean {
	return read.text(source, name)?.toLowerCase() === 'block';
}

/** Stands in for an ID that a push lacks: the platform repeats what it sends unchanged. */
export function contentId(source: JsonObject): string {
	return shortDigest(JSON.stringify(source));
}

/** 32 letters and digits that tell texts apart. */
export function shortDigest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
