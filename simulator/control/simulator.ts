import type { Call, CallRequest } from '../calls/call';
import type { RingEnd } from '../calls/scenarioEnds';
import type { ModeName, PushScheme, PushUrls } from '../config/applications';
import type { Behaviour } from '../config/behaviour';
import type { RobotKind } from '../config/robots';
import type { Fault, FaultRequest } from '../faults/faults';
import type { AnswerFields, BindingView } from '../modes/shared/mode';
import type { NumberStatus } from '../modes/shared/numberPool';
import type { NumberStatusChange } from '../pushes/numberStatus';
import type { PushAttempt, PushRecord } from '../pushes/push';
import type { RobotMessage } from '../robots/robot';
import type { SampleRequest, SampleResult } from '../samples/sample';
import type { Sms, SmsRequest } from '../texts/sms';
import type { RecordedRequest } from '../wire/journal';
import type { JsonObject } from '../wire/json';
import type { GuideEntry } from './guide';
import type { OrderRequest } from './orders';

/** An application as the page and `GET /sim/state` show it. */
export interface ApplicationView {
	appKey: string;
	appSecret: string;
	/** What people call it. */
	name: string;
	mode: ModeName;
	pushScheme: PushScheme;
	pushUrls: PushUrls;
	numbers: {
		number: string;
		areaCode: string;
		status: NumberStatus;
		cause?: string;
		sms: boolean;
	}[];
}

/** Everything that the page shows. */
export interface SimulatorState {
	/** Base URL for the credential. */
	url: string;
	storageUrl: string;
	speed: number;
	applications: ApplicationView[];
	bindings: BindingView[];
	faults: readonly Fault[];
	behaviour: Behaviour;
	/** The latest ones, oldest first. */
	calls: Call[];
	messages: Sms[];
	requests: RecordedRequest[];
	pushes: PushRecord[];
	/** What came to the robots of the group chat, refused messages too. */
	robotMessages: RobotMessage[];
	/** Where those robots are, and the secrets that they check signatures with. */
	robots: { robot: RobotKind; url: string; secret?: string }[];
	/** What to try; empty without examples. */
	guide: readonly GuideEntry[];
}

/** What `waitForIdle` waits for. */
export interface IdleOptions {
	/** Also waits for pushes that will be repeated; default false. */
	repeats?: boolean;
	/** Real milliseconds after which it gives up; default 10 000. */
	timeoutMs?: number;
}

/** A running simulator. Every method is also a route of the control API. */
export interface Simulator {
	/** Base URL for the credential, without a trailing slash. */
	readonly url: string;
	/** Where recordings are served: another port, as on the platform another host. */
	readonly storageUrl: string;
	/** Every API request as received on the wire. */
	readonly requests: readonly RecordedRequest[];
	/** Every request to the storage host, with its headers. */
	readonly storageRequests: readonly RecordedRequest[];
	/** Every push with its attempts. */
	readonly pushes: readonly PushRecord[];
	readonly calls: readonly Call[];
	readonly messages: readonly Sms[];
	readonly faults: readonly Fault[];
	/** What came to the robots of the group chat, refused messages too. */
	readonly robotMessages: readonly RobotMessage[];
	/** How connections and flow control are now. */
	readonly behaviour: Readonly<Behaviour>;
	/** Bindings that live, of one application or of all. */
	bindings(appKey?: string): BindingView[];
	state(): SimulatorState;

	/** Somebody dials X; returns at once, the call goes on by itself. */
	startCall(request: CallRequest): Call;
	call(sessionId: string): Call | undefined;
	/** Resolves when the call is over and its record is written (its push may still be under way). */
	waitForCall(sessionId: string): Promise<Call>;
	/** The callee answers; false when the call does not ring. */
	answer(sessionId: string): boolean;
	hangUp(sessionId: string, by: 'caller' | 'callee'): boolean;
	/** The ringing ends without a talk, as the scenario says; false when the call does not ring. */
	endRinging(sessionId: string, scenario: RingEnd): boolean;
	/** The caller keys digits (AXE); false once the call is forwarded. */
	enterDigits(sessionId: string, digits: string): boolean;
	/** Somebody texts X; resolves when the fate of the SMS is decided. */
	sendSms(request: SmsRequest): Promise<Sms>;
	/** Changes states of X numbers and pushes them. */
	setNumberStatus(changes: NumberStatusChange | NumberStatusChange[]): void;

	/** Runs the bind operation of an application without a signature. Throws Refusal. */
	bind(appKey: string, body: JsonObject): AnswerFields;
	/** Removes a binding without a request; false when there is none. */
	release(subscriptionId: string): boolean;
	/** Sets the console's push addresses, of one application or of all; `{ all }` sets every field. */
	setPushUrls(urls: PushUrls | { all: string }, appKey?: string): void;
	/** Sends one signed sample push to any address and returns its answer. */
	sendSample(request: SampleRequest): Promise<SampleResult>;

	/** Tells the page which examples there are and what starts them; a reset keeps it. */
	setGuide(guide: readonly GuideEntry[]): void;
	/** Sends an order to a webhook, as a shop's server would, and returns the answer. */
	sendOrder(order: OrderRequest): Promise<PushAttempt>;
	/** Where the storage host has the recording of a call; undefined when it has none (yet). */
	recordingOf(sessionId: string): string | undefined;

	/** Changes how connections and flow control are from now on; a reset brings back the start's. */
	setBehaviour(changes: Partial<Behaviour>): void;
	/** Switches a fault on. */
	setFault(fault: FaultRequest): Fault;
	/** Switches one fault off, or all. */
	clearFaults(id?: number): void;

	/** Resolves once a push fits, at once if one did before; rejects after `timeoutMs` (10 000). */
	waitForPush(fits: (push: PushRecord) => boolean, timeoutMs?: number): Promise<PushRecord>;
	/** Resolves when no call runs, no record waits and every push had its first try. */
	waitForIdle(options?: IdleOptions): Promise<void>;
	/** Back to the start: no bindings, calls, records, faults, locks. Push addresses stay. */
	reset(): void;
	/** Takes the push addresses and bindings of now as the start that `startOver` leads back to. */
	keepAsStart(): void;
	/** A reset that also brings back push addresses and bindings of the start. */
	startOver(): void;
	/** Stops everything at once. */
	close(): Promise<void>;
}
