import type { ModeName } from '../config/applications';
import type { Direction, Recognised } from '../modes/shared/mode';
import type { EndCause } from '../wire/endCauses';

/**
 * What the people on the phone do. What the binding forbids (no binding, forbidden direction, no
 * temporary callee, …) happens by itself.
 */
export const scenarios = [
	/** The callee answers, both talk, `hangUpBy` hangs up. */
	'answered',
	'busy',
	/** Rings until the carrier gives up. */
	'noAnswer',
	'calleeRejects',
	/** The callee's phone or its software rejects the call. */
	'blockedByPhone',
	'callerHangsUpBeforeRinging',
	'callerHangsUpWhileRinging',
	'poweredOff',
	'noSignal',
	'suspended',
	'doesNotExist',
	/** A was not reported as an actual user (8058). */
	'unregisteredUser',
	'blockedByCarrier',
	/** AXE: the caller keys an extension that nobody has. */
	'wrongExtension',
	/** AXE: the caller keys nothing. */
	'noDigits',
	/** AXE: the caller hangs up before keying anything. */
	'callerHangsUpBeforeDigits',
] as const;

/** A scenario of a call. */
export type Scenario = (typeof scenarios)[number];

/** A call as it is ordered from the simulator; numbers may be written loosely. */
export interface CallRequest {
	/** The phone that dials. */
	caller: string;
	/** The X number (or Y) that it dials; digits after a comma are keyed as the extension. */
	called: string;
	scenario?: Scenario;
	/** Seconds that the callee's phone rings; default 3 (60 with `noAnswer`). */
	ringSeconds?: number;
	/** Seconds of talk; default 30. */
	talkSeconds?: number;
	/** Who ends the talk; default `caller`. */
	hangUpBy?: 'caller' | 'callee';
	/** AXE: what the caller keys, round by round. */
	digits?: string | string[];
	/** The call rings until somebody acts through the control API; nothing happens by itself. */
	interactive?: boolean;
	/** `url`: the call record carries recordFileDownloadUrl in place of name and domain. */
	recordingAs?: 'file' | 'url';
	/** Simulated seconds from the call record until the recording can be fetched; 1012007 until then. */
	recordingLagSeconds?: number;
	/** Name of the recording in the call record, in place of a well-formed one: `../../../tmp/x`. */
	recordingName?: string;
	/** Its domain in the call record, in place of the usual one. */
	recordingDomain?: string;
}

/** Where a call stands. */
export type CallState =
	| 'dialling'
	| 'collecting'
	| 'deciding'
	| 'calling'
	| 'ringing'
	| 'talking'
	| 'ended';

/** The moments of a call in milliseconds since 1970, in the time of the call. */
export interface CallTimes {
	callIn: number;
	forwardStart?: number;
	alerting?: number;
	answer?: number;
	end?: number;
}

/** A call under way or over. */
export interface Call extends Recognised {
	readonly sessionId: string;
	readonly icid: string;
	readonly appKey: string;
	readonly mode: ModeName;
	readonly scenario: Scenario;
	readonly interactive: boolean;
	/** The real caller. */
	readonly caller: string;
	/** The dialled X (or Y). */
	readonly x: string;
	state: CallState;
	direction: Direction;
	/** The real callee, once the platform knows it. */
	callee?: string;
	/** Number that the callee sees. */
	shown?: string;
	extension?: string;
	/** What the caller keyed. */
	readonly digits: string[];
	readonly times: CallTimes;
	cause?: EndCause;
	/** Who hung up. */
	releasedBy?: 'caller' | 'callee' | 'platform';
	/** Name that a recording of this call has. */
	readonly recordObjectName: string;
	/** Whether the talk was recorded. */
	recorded: boolean;
}
