import type { JsonObject } from '../wire/json';

/*
 * What all events have in common. What is particular to a kind stands beside its reader; the list of
 * kinds is `kinds.ts`.
 */

/** The five modes of the service; an application has one of them. */
export type Mode = 'AXB' | 'AX' | 'AXE' | 'AXYB' | 'X';

/** A code of the platform with its meaning in both languages. */
export interface Coded {
	code: number;
	en: string;
	zh: string;
}

/** What all events have. Fields that the platform does not tell are absent. */
export interface Common {
	/** X. */
	privateNumber?: string;
	/** ISO time of the event, in UTC. */
	time?: string;
	/** The customer's own data, as it was given. */
	userData?: unknown;
	subscriptionId?: string;
	/** Stable when the platform sends the event again, different for different events. */
	eventId: string;
	mode?: Mode;
	/** Whether the platform waits for an answer that decides what happens. */
	needsReply: boolean;
	/** Fields of the platform that its documents do not list, and listed ones that cannot be read. */
	extra?: JsonObject;
}

/** A push that no document describes. */
export interface UnknownEvent extends Common {
	eventType: 'unknown';
	body: JsonObject;
}
