import { OrderError } from '../applications/orders';
import { resolvePushUrls } from '../config/applications';
import { changeNumberStatus } from '../pushes/numberStatus';
import type { PushRecord } from '../pushes/push';
import { sendSample } from '../samples/send';
import { defined } from '../wire/json';
import { openBeginning } from './beginning';
import { bind } from './bind';
import type { GuideEntry } from './guide';
import { sendOrder } from './orders';
import type { SimulatorParts } from './parts';
import type { Simulator } from './simulator';
import { stateOf } from './state';
import { waiting } from './waiting';

/** Puts the parts together behind one interface. */
export function buildSimulator(parts: SimulatorParts): Simulator {
	const { options, addresses, clock, journal, applications, faults, pushes, records, calls, sms } =
		parts;

	const beginning = openBeginning(parts);
	let guide: readonly GuideEntry[] = [];
	const until = waiting(clock);
	const isIdle = (repeats: boolean): boolean => {
		const open = pushes.open();
		const isQuiet = calls.open() === 0 && records.open() === 0 && sms.open() === 0;
		return isQuiet && open.first === 0 && !(repeats && open.repeats > 0);
	};

	const simulator: Simulator = {
		get url() {
			return addresses.url;
		},
		get storageUrl() {
			return addresses.storageUrl;
		},
		get requests() {
			return journal.requests;
		},
		get storageRequests() {
			return journal.storageRequests;
		},
		get pushes() {
			return pushes.records;
		},
		get calls() {
			return calls.calls;
		},
		get messages() {
			return sms.messages;
		},
		get faults() {
			return faults.list;
		},
		get robotMessages() {
			return parts.group.messages;
		},
		get behaviour() {
			return { ...parts.behaviour };
		},
		setBehaviour(changes) {
			Object.assign(parts.behaviour, defined(changes));
			journal.tell('state', {});
		},
		bindings: (appKey) =>
			applications.all
				.filter((application) => appKey === undefined || application.appKey === appKey)
				.flatMap(({ state }) => state.bindings()),
		state: () => stateOf(parts, simulator, guide),
		startCall: calls.start,
		call: calls.get,
		waitForCall: calls.ended,
		answer: (id) => calls.signal(id, { kind: 'answer' }),
		hangUp: (id, by) => calls.signal(id, { kind: 'hangUp', by }),
		enterDigits: (id, digits) => calls.signal(id, { kind: 'digits', digits }),
		sendSms: sms.send,
		setNumberStatus(changes) {
			changeNumberStatus([changes].flat(), applications, pushes, journal);
		},
		endRinging: (id, scenario) => calls.signal(id, { kind: 'fail', scenario }),
		bind(appKey, body) {
			const answer = bind(parts, appKey, body);
			beginning.made(appKey, body, answer);
			return answer;
		},
		release(subscriptionId) {
			const isReleased = applications.all.some(({ state }) => state.release(subscriptionId));
			if (isReleased) journal.tell('bindings', {});
			return isReleased;
		},
		setPushUrls(urls, appKey) {
			const chosen = applications.all.filter(
				(application) => appKey === undefined || application.appKey === appKey,
			);
			if (chosen.length === 0) throw new OrderError(`There is no application ${String(appKey)}.`);
			for (const application of chosen) application.pushUrls = resolvePushUrls(urls);
			journal.tell('state', {});
		},
		sendSample: (request) => sendSample(request, applications, options, clock.now),
		setGuide(entries) {
			guide = [...entries];
			journal.tell('state', {});
		},
		sendOrder,
		recordingOf(sessionId) {
			const call = calls.get(sessionId);
			return call && parts.recordings.linkOf(call.recordObjectName);
		},
		setFault: faults.add,
		clearFaults: faults.remove,
		waitForPush: (fits, timeoutMs = 10_000) =>
			until<PushRecord>(() => pushes.records.find(fits), timeoutMs, 'such a push'),
		async waitForIdle({ repeats = false, timeoutMs = 10_000 } = {}) {
			await until(() => (isIdle(repeats) ? true : undefined), timeoutMs, 'idle');
		},
		reset() {
			Object.assign(parts.behaviour, options.behaviour);
			parts.routes.clear();
			calls.clear();
			sms.clear();
			records.clear();
			pushes.clear();
			parts.recordings.clear();
			applications.reset();
			parts.lock.clear();
			parts.group.clear();
			faults.remove();
			journal.clear();
			beginning.clear();
			journal.tell('state', {});
		},
		keepAsStart() {
			beginning.keep();
		},
		startOver() {
			simulator.reset();
			beginning.restore((appKey, body) => {
				simulator.bind(appKey, body);
			});
			journal.tell('state', {});
		},
		async close() {
			clock.close();
			await Promise.all([pushes.close(), ...parts.servers.map((server) => server.close())]);
		},
	};
	return simulator;
}
