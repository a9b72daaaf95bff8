import { callEvents } from './callEvents';
import { callRecords } from './callRecords';
import type { UnknownEvent } from './events';
import type { PushKindRow } from './kind';
import { numberStatuses } from './numberStatuses';
import { texts } from './texts';

/**
 * Every kind of push that the documents describe, in the order of the trigger's outputs. A new kind
 * goes to the end: the outputs of saved workflows are counted.
 */
export const PUSH_KINDS = [callEvents, callRecords, texts, numberStatuses] as const;

type Row = (typeof PUSH_KINDS)[number];

/** What a push is about. */
export type PushKind = Row['kind'];

/** Every kind of event that the platform pushes. */
export type EventType = Row['types'][number];

/** An event, read. */
export type PrivateNumberEvent = ReturnType<Row['read']> | UnknownEvent;

/** The rows as their callers see them, who do not know the kind. */
export const KIND_ROWS = PUSH_KINDS as unknown as ReadonlyArray<
	PushKindRow<PushKind, EventType, Exclude<PrivateNumberEvent, UnknownEvent>>
>;

/** Names of every kind of event, kind by kind. */
export const EVENT_TYPES: readonly EventType[] = KIND_ROWS.flatMap(({ types }) => types);
