import type { JsonObject } from '../wire/json';
import type { Common } from './events';

/** An event of a kind, as its reader makes it. */
export type EventOf<Type extends string> = Common & { eventType: Type };

/**
 * A kind of push: one row of the table in `kinds.ts`. Everything that tells the kinds apart is made
 * from these rows: the types of events, the choices and outputs of the trigger, bounds and tests.
 */
export interface PushKindRow<
	Kind extends string = string,
	Type extends string = string,
	Event extends EventOf<Type> = EventOf<Type>,
> {
	kind: Kind;
	/** Its events by their names on the wire, in the order in which they happen. */
	types: readonly Type[];
	/** Those that a trigger brings unless told otherwise. */
	usual: readonly Type[];
	/** Field of the body that holds what it is about. */
	container: string;
	/** Whether the container holds one record or a list of them. */
	holds: 'one' | 'list';
	/** Whether the container alone tells the kind; else `eventType` does, where it is there. */
	toldByContainer: boolean;
	/** Reads one record. Never throws. */
	read(record: JsonObject, type: Type, receivedAt: Date): Event;
	/** Pushes of this kind as the platform sends them, one for each of its events. */
	samples: readonly JsonObject[];
}
