import type { ModeName, SimulatorApplication } from '../../config/applications';
import type { ResolvedOptions } from '../../config/options';
import type { EndCauseName } from '../../wire/endCauses';
import type { Fields } from '../../wire/fields';
import type { JsonObject } from '../../wire/json';
import type { NumberPool } from './numberPool';

/** A request of the API once its signature was accepted. */
export interface ApiRequest {
	/** The query string, decoded as a form: a raw + is a blank. */
	readonly query: Fields;
	/** The same, undecided: for what the checked reader refuses too early. */
	readonly rawQuery: JsonObject;
	readonly body: Fields;
}

/** Fields of a successful answer beside resultcode and resultdesc. */
export type AnswerFields = JsonObject;

/** An operation of the reference. Its handler may throw a Refusal. */
export type Handler = (request: ApiRequest) => AnswerFields;

/** Where an operation is found. */
export interface OperationAddress {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: string;
	/** Id in the reference. */
	readonly id: string;
}

/** A binding as the control API and the page show it; numbers in global format. */
export interface BindingView {
	appKey: string;
	mode: ModeName;
	subscriptionId: string;
	/** Number X. */
	x: string;
	/** Number A. */
	a: string;
	/** Number B (AXB, AXYB). */
	b?: string;
	/** Number Y (AXYB). */
	y?: string;
	/** Extension E (AXE). */
	extension?: string;
	/** ISO time; absent: never. */
	expiresAt?: string;
	/** Everything that was set on it, in the wire's names. */
	settings: JsonObject;
}

/** What the platform knows of a call or SMS at its first moment. */
export interface Recognised {
	subscriptionId?: string;
	userData?: string;
}

/** 0: to A, 1: from A, 2: unknown (no binding). */
export type Direction = 0 | 1 | 2;

/** Somebody dials X, or texts it. */
export interface Leg {
	/** The real sender or caller. */
	readonly from: string;
	/** The X (or Y) number. */
	readonly x: string;
}

/** What the mode can do with a caller who waits for the decision. */
export interface Caller {
	/** Asks for digits and pushes collectInfo; undefined when the caller hung up instead. */
	collectDigits(): Promise<string | undefined>;
	/** Answer to the Block callin; undefined when none came in time. */
	readonly blockAnswer: { status: number; body: string } | undefined;
	/** Calls that are under way on this X, this one not counted. */
	readonly otherCallsOnX: number;
}

/** The call goes on to somebody. */
export interface Connect extends Recognised {
	kind: 'connect';
	/** The real callee. */
	to: string;
	/** Number that the callee sees. */
	shown: string;
	direction: Direction;
	/** Minutes; 0: no limit. */
	maxDuration: number;
	record: boolean;
	recordHintTone?: string;
	/** The callee would see another number than X, which carriers block. */
	showsRealCaller?: boolean;
	/** AXE: the extension, for the call record. */
	extension?: string;
}

/** The call ends at once. */
export interface Refused extends Recognised {
	kind: 'refuse';
	cause: EndCauseName;
	direction: Direction;
	extension?: string;
}

export type Route = Connect | Refused;

/** What becomes of an SMS. */
export type SmsRoute = Recognised & {
	direction: Direction;
} & (
		| {
				kind: 'deliver';
				to: string;
				/** The text as it reaches the receiver. */
				deliveredText: string;
		  }
		| { kind: 'ask' }
		| { kind: 'refuse'; sendResult: number }
	);

/** The state of one application in its mode: its bindings and what follows from them. */
export interface ModeInstance {
	/** Handlers by id of the operation. */
	readonly handlers: Readonly<Record<string, Handler>>;
	bindings: () => BindingView[];
	/** Removes a binding without a request; false when there is none. */
	release: (subscriptionId: string) => boolean;
	/** What the callin event can tell. */
	recognise(leg: Leg): Recognised;
	route(leg: Leg, caller: Caller): Route | Promise<Route>;
	/** Absent: the mode has no SMS (AXE, AXYB). */
	text?(leg: Leg, text: string): SmsRoute;
}

/** Names of the fields of call events; which of them an event carries differs by mode. */
export type EventField =
	| 'sessionId'
	| 'timestamp'
	| 'caller'
	| 'called'
	| 'notifyMode'
	| 'digitInfo'
	| 'stateCode'
	| 'stateDesc'
	| 'subscriptionId'
	| 'callRelDirection'
	| 'userData';

/** Kinds of call events in their order. */
export type CallEventType =
	| 'callin'
	| 'collectInfo'
	| 'callout'
	| 'alerting'
	| 'answer'
	| 'disconnect';

/** What a mode needs to open the state of an application. */
export interface ModeSetting {
	readonly application: SimulatorApplication;
	readonly numbers: NumberPool;
	readonly options: ResolvedOptions;
	/** True when an X number belongs to any application. */
	isKnownNumber: (number: string) => boolean;
	/** Counts a bind of this number; throws 1020182 beyond the daily limit. */
	countBind(number: string): void;
	/** Real milliseconds since 1970. */
	now: () => number;
}

/** One mode of the service: its operations, its pushes, its behaviour. */
export interface ModeDefinition {
	readonly operations: readonly OperationAddress[];
	/** serviceType of its call records. */
	readonly serviceType: string;
	/** Begin of its session ids. */
	readonly sessionPrefix: string;
	/** True when callin is a Block question (X). */
	readonly asksOnCallin: boolean;
	/** Fields of each call event, in order; callin of the five and collectInfo where it exists. */
	readonly eventFields: Readonly<Partial<Record<CallEventType, readonly EventField[]>>>;
	/** Fields of its call record beyond those that all modes share. */
	readonly recordExtras: readonly ('extendNumber' | 'notifyMode' | 'callRelDirection')[];
	/** Spelling of a missing answer time: an empty text (AXB) or no field. */
	readonly emptyTimes: boolean;
	/** smsEvent.event, with the odd blanks of the documents. */
	readonly smsEventName: string;
	open(setting: ModeSetting): ModeInstance;
}
