import type { Application, Applications } from '../applications/application';
import { orderedNumber, OrderError } from '../applications/orders';
import type { ResolvedOptions } from '../config/options';
import type { CallEventType } from '../modes/shared/mode';
import { retryMinutes } from '../pushes/push';
import type { PushRequest } from '../pushes/push';
import type { Pushes } from '../pushes/pushes';
import type { Clock } from '../wire/clock';
import { newCallIdentity } from '../wire/ids';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import type { Call, CallRequest } from './call';
import { callEventBody } from './events';
import { openLine } from './line';
import type { Line, Signal } from './line';
import { runCall } from './machine';
import type { CallRecords } from './records';

/** Starts calls and acts on them. */
export interface CallCentre {
	readonly calls: readonly Call[];
	get: (sessionId: string) => Call | undefined;
	/** Somebody dials X. Throws OrderError when no phone could dial that. */
	start: (request: CallRequest) => Call;
	/** Acts on a call; false when it is over or unknown, or when nobody could do that now. */
	signal(sessionId: string, signal: Signal): boolean;
	/** Resolves when the call is over and its record is written. */
	ended: (sessionId: string) => Promise<Call>;
	/** Calls that are not over. */
	open(): number;
	clear(): void;
}

/** What the call centre is made of. */
export interface CallCentreParts {
	options: ResolvedOptions;
	clock: Clock;
	journal: Journal;
	applications: Applications;
	pushes: Pushes;
	records: CallRecords;
}

/** Only a phone that rings can be answered, and only a caller who is not yet forwarded keys digits. */
function isPossible({ kind }: Signal, state: Call['state'] | undefined): boolean {
	if (kind === 'answer' || kind === 'fail') return state === 'ringing';
	return kind !== 'digits' || state === 'dialling' || state === 'collecting';
}

/** Opens a call centre without calls. */
export function openCallCentre(parts: CallCentreParts): CallCentre {
	const { options, clock, journal, applications, pushes, records } = parts;
	let calls: Call[] = [];
	let serial = 1000;
	const lines = new Map<string, Line>();
	const ends = new Map<string, Promise<Call>>();
	/** Counts resets: calls of before say nothing any more. */
	let epoch = 0;

	const create = (request: CallRequest, line: Line): [Call, Application, CallRequest] => {
		const caller = orderedNumber(request.caller, 'caller');
		const [dialled = '', ...extension] = request.called.split(',');
		const x = orderedNumber(dialled, 'called');
		const application = applications.owning(x);
		if (!application) throw new OrderError(`called: ${x} is no number of any application.`);
		const id = newCallIdentity(application.mode.sessionPrefix, ++serial, line.now());
		const digits = request.digits ?? (extension.length > 0 ? extension : undefined);
		const call: Call = {
			sessionId: id.sessionId,
			icid: id.icid,
			appKey: application.appKey,
			mode: application.settings.mode,
			scenario: request.scenario ?? 'answered',
			interactive: request.interactive ?? false,
			caller,
			x,
			state: 'dialling',
			direction: 2,
			digits: [],
			times: { callIn: line.now() },
			recordObjectName: request.recordingName ?? id.recordObjectName,
			recorded: false,
		};
		return [call, application, { ...request, digits }];
	};

	const eventPush = (
		application: Application,
		call: Call,
		type: CallEventType,
		at: number,
		digitInfo?: string,
	): PushRequest => {
		const { mode } = application;
		const tellsReleaser = application.has('callRelDirection');
		const { xRetry } = options.uncertain;
		const isBlock = mode.asksOnCallin && type === 'callin';
		const isRetried =
			!mode.asksOnCallin || xRetry !== (isBlock ? 'exceptBlockCallin' : 'onlyBlockCallin');
		return {
			application,
			kind: 'callEvent',
			event: type,
			sessionId: call.sessionId,
			body: callEventBody(mode, type, call, { at, digitInfo, tellsReleaser }),
			retries: isRetried ? retryMinutes : [],
		};
	};

	const run = async (
		call: Call,
		application: Application,
		request: CallRequest,
		line: Line,
	): Promise<Call> => {
		const born = epoch;
		await runCall(call, {
			application,
			request,
			line,
			carrierRules: options.carrierRules,
			otherCallsOnX: () =>
				calls.filter(
					({ x, state, sessionId }) =>
						x === call.x && state !== 'ended' && sessionId !== call.sessionId,
				).length,
			push(type, digitInfo) {
				if (born !== epoch) return;
				pushes.notify(eventPush(application, call, type, line.now(), digitInfo));
			},
			ask: () => pushes.ask(eventPush(application, call, 'callin', line.now())),
			changed() {
				if (born !== epoch) return;
				journal.tell('call', call);
			},
		});
		lines.delete(call.sessionId);
		if (born === epoch) records.write(application, call, request);
		return call;
	};

	return {
		get calls() {
			return calls;
		},
		get: (sessionId) => calls.find((call) => call.sessionId === sessionId),
		start(request) {
			const line = openLine(clock, request.interactive ?? false);
			const [call, application, order] = create(request, line);
			remember(calls, call);
			lines.set(call.sessionId, line);
			const end = run(call, application, order, line);
			ends.set(call.sessionId, end);
			void end.finally(() => {
				// The call itself stays in the list; only its promise is let go, later.
				clock.afterReal(60_000, () => ends.delete(call.sessionId));
			});
			return call;
		},
		signal(sessionId, signal) {
			const line = lines.get(sessionId);
			const state = calls.find((call) => call.sessionId === sessionId)?.state;
			if (!line || !isPossible(signal, state)) return false;
			line.send(signal);
			return true;
		},
		async ended(sessionId) {
			const end = ends.get(sessionId);
			const call = calls.find((candidate) => candidate.sessionId === sessionId);
			if (end) return await end;
			if (call) return call;
			throw new OrderError(`There is no call ${sessionId}.`);
		},
		open: () => lines.size,
		clear() {
			epoch += 1;
			calls = [];
			lines.clear();
			ends.clear();
		},
	};
}
