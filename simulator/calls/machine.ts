import type { Application } from '../applications/application';
import type { Caller, CallEventType, Connect, Route } from '../modes/shared/mode';
import { isUnusable } from '../modes/shared/numberPool';
import type { PushAnswer } from '../http/answers';
import { endCauses } from '../wire/endCauses';
import type { EndCauseName } from '../wire/endCauses';
import { isLandline } from '../wire/phoneNumbers';
import type { Call, CallRequest } from './call';
import type { Line, Signal } from './line';
import { causeOfEnd, failsBeforeRinging, failsWhileRinging, releaser } from './scenarioEnds';

/** What a running call needs from its surroundings. */
export interface CallSurroundings {
	readonly application: Application;
	readonly request: CallRequest;
	readonly line: Line;
	readonly carrierRules: boolean;
	/** Calls under way on the same X, this one not counted. */
	otherCallsOnX(): number;
	/** Pushes an event of the call. */
	push(type: CallEventType, digitInfo?: string): void;
	/** Pushes the Block callin and waits for the answer. */
	ask(): Promise<PushAnswer | undefined>;
	/** Called at every change of state. */
	changed(): void;
}

/** Seconds from dialling to the far phone, and the limit of the platform for connecting. */
const setUpSeconds = 1;
const connectLimitSeconds = 90;
const carrierLimitSeconds = 60;
/** How long a caller may take for the digits, and an interactive call may last. */
const digitSeconds = 60;
const longestTalkSeconds = 24 * 3600;

/** The end of a call: why, and who hung up. */
interface End {
	cause: EndCauseName;
	by: Call['releasedBy'];
}

const byCaller = (cause: EndCauseName): End => ({ cause, by: 'caller' });
const byCallee = (cause: EndCauseName): End => ({ cause, by: 'callee' });
const byPlatform = (cause: EndCauseName): End => ({ cause, by: 'platform' });

/** Runs a call from dialling to its end; the caller of this function writes the record. */
export async function runCall(call: Call, around: CallSurroundings): Promise<void> {
	const end = await converse(call, around);
	call.cause = endCauses[end.cause];
	call.releasedBy = end.by;
	call.times.end = around.line.now();
	call.state = 'ended';
	around.push('disconnect');
	around.changed();
}

async function converse(call: Call, around: CallSurroundings): Promise<End> {
	const { application, line } = around;
	const leg = { from: call.caller, x: call.x };
	Object.assign(call, application.state.recognise(leg));
	let blockAnswer: PushAnswer | undefined;
	if (application.mode.asksOnCallin) {
		enter(call, around, 'deciding');
		blockAnswer = await line.during(around.ask());
	} else {
		around.push('callin');
	}
	const number = application.numbers.get(call.x);
	if (number && isUnusable(number)) return byPlatform('numberUnusable');
	if (isLandline(call.caller)) return byPlatform('landlineCaller');
	let left: Signal | undefined;
	const caller: Caller = {
		blockAnswer,
		get otherCallsOnX() {
			return around.otherCallsOnX();
		},
		async collectDigits() {
			const round = await collectDigits(call, around);
			if (typeof round === 'string') return round;
			left = round;
			return undefined;
		},
	};
	const route = await application.state.route(leg, caller);
	if (left) return left.kind === 'stop' ? stopped(call) : byCaller('callerLeftBeforeForwarding');
	return forward(call, around, route);
}

function enter(call: Call, around: CallSurroundings, state: Call['state']): void {
	call.state = state;
	around.changed();
}

const stopped = (call: Call): End =>
	byPlatform(call.state === 'talking' ? 'instructedWhileTalking' : 'instructed');

/** One round of keying: the digits, or the signal of a caller who is gone. */
async function collectDigits(call: Call, around: CallSurroundings): Promise<string | Signal> {
	const { request, line } = around;
	enter(call, around, 'collecting');
	let digits = '';
	if (request.scenario === 'callerHangsUpBeforeDigits') {
		const signal = await line.wait(2);
		return signal?.kind === 'stop' ? signal : { kind: 'hangUp', by: 'caller' };
	}
	const signal = await line.wait(call.interactive ? digitSeconds : 2, 'digits');
	if (signal?.kind === 'stop' || signal?.kind === 'hangUp') return signal;
	if (signal?.kind === 'digits') digits = signal.digits;
	else if (request.scenario !== 'noDigits') digits = keyed(call, around);
	call.digits.push(digits);
	around.push('collectInfo', digits);
	return digits;
}

/** What the order of the call says is keyed in this round; the last entry is repeated. */
function keyed(call: Call, { request, application }: CallSurroundings): string {
	if (request.scenario === 'wrongExtension')
		return '9'.repeat(application.settings.extensionLength ?? 4);
	const rounds = [request.digits ?? []].flat();
	return rounds[Math.min(call.digits.length, rounds.length - 1)] ?? '';
}

async function forward(call: Call, around: CallSurroundings, route: Route): Promise<End> {
	const { line } = around;
	call.direction = route.direction;
	call.subscriptionId = route.subscriptionId ?? call.subscriptionId;
	call.userData = route.userData ?? call.userData;
	call.extension = route.extension;
	if (route.kind === 'refuse') return byPlatform(route.cause);

	call.callee = route.to;
	call.shown = route.shown;
	call.times.forwardStart = line.now();
	enter(call, around, 'calling');
	around.push('callout');
	const early = await line.wait(setUpSeconds);
	if (early?.kind === 'stop') return stopped(call);
	if (early?.kind === 'hangUp') return byCaller('callerLeftBeforeRinging');
	const isUnlawful = route.showsRealCaller === true || (route.record && !route.recordHintTone);
	if (around.carrierRules && isUnlawful) return byPlatform('blockedByCarrier');
	const cause = failsBeforeRinging[call.scenario];
	if (cause) return { cause, by: releaser[cause] ?? 'platform' };
	return ring(call, around, route);
}

async function ring(call: Call, around: CallSurroundings, route: Connect): Promise<End> {
	const { line, request } = around;
	call.times.alerting = line.now();
	enter(call, around, 'ringing');
	around.push('alerting');
	const cause = failsWhileRinging[call.scenario];
	const seconds = request.ringSeconds ?? (call.scenario === 'noAnswer' ? carrierLimitSeconds : 3);
	const limit = call.interactive ? connectLimitSeconds : Math.min(seconds, connectLimitSeconds);
	const signal = await line.wait(limit, 'answer');
	if (signal?.kind === 'stop') return stopped(call);
	if (signal?.kind === 'hangUp') {
		return signal.by === 'caller' ? byCaller('callerLeftWhileRinging') : byCallee('rejected');
	}
	if (signal?.kind === 'fail') {
		const named = causeOfEnd(signal.scenario);
		return { cause: named, by: releaser[named] ?? 'platform' };
	}
	if (signal?.kind !== 'answer') {
		if (call.interactive || limit < seconds) return byPlatform('connectingTimedOut');
		if (cause) return { cause, by: releaser[cause] ?? 'platform' };
	}
	return talk(call, around, route);
}

async function talk(call: Call, around: CallSurroundings, route: Connect): Promise<End> {
	const { line, request } = around;
	call.times.answer = line.now();
	call.recorded = route.record;
	enter(call, around, 'talking');
	around.push('answer');
	const seconds = call.interactive ? longestTalkSeconds : (request.talkSeconds ?? 30);
	const limit = route.maxDuration > 0 ? route.maxDuration * 60 : Infinity;
	const signal = await line.wait(Math.min(seconds, limit));
	if (signal?.kind === 'stop') return stopped(call);
	if (signal?.kind === 'hangUp') return { cause: 'normal', by: signal.by };
	return limit < seconds ? byPlatform('maxDuration') : ordered(request);
}

const ordered = ({ hangUpBy }: CallRequest): End => ({ cause: 'normal', by: hangUpBy ?? 'caller' });
