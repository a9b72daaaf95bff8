import { createHash } from 'node:crypto';

import type { JsonObject } from './answer';
import type { Coded } from './events';
import * as read from './read';

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

/** The fields that no document lists, so that nothing new of the platform is lost. */
export function extraOf(source: JsonObject, known: readonly string[]): JsonObject | undefined {
	const rest = Object.entries(source).filter(
		([name, value]) => !known.includes(name) && !UNSAFE.has(name) && value !== null && value !== '',
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
