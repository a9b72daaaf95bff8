import type { RobotKind } from '../config/robots';
import type { JsonObject } from '../wire/json';

/** A request to a robot. */
export interface RobotRequest {
	/** Key that the address names. */
	key: string;
	query: Readonly<Record<string, string | undefined>>;
	/** Whether the Content-Type is JSON. */
	isJson: boolean;
	/** The body; undefined when it is no JSON object. */
	body: JsonObject | undefined;
	/** Milliseconds since 1970. */
	now: number;
}

/** What a robot makes of a request: its answer, always with status 200, and what the group reads. */
export interface RobotAnswer {
	body: JsonObject;
	/** Text of a message that was taken. */
	text?: string;
	/** Why a message was not taken, in the vendor's words. */
	refusal?: string;
}

/** A message that came to a robot. */
export interface RobotMessage {
	readonly id: number;
	/** ISO time. */
	readonly time: string;
	readonly robot: RobotKind;
	/** What the group reads; of a refused message what it would have read, as far as that can be told. */
	readonly text: string;
	/** Code and words of the refusal; absent when the group reads it. */
	readonly refusal?: string;
	/** The body as it was sent. */
	readonly rawBody: string;
}

/** A signature may be an hour old, or early. */
export const isFresh = (milliseconds: number, now: number): boolean =>
	Math.abs(now - milliseconds) <= 3_600_000;
