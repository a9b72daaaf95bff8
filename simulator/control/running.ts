import type { Behaviour } from '../config/behaviour';
import { defined } from '../wire/json';
import type { FastifyInstance } from 'fastify';

import type { AddressLock } from '../api/addressLock';
import type { Applications } from '../applications/application';
import { OrderError } from '../applications/orders';
import type { CallCentre } from '../calls/centre';
import type { CallRecords } from '../calls/records';
import { resolvePushUrls } from '../config/applications';
import type { ResolvedOptions } from '../config/options';
import type { Faults } from '../faults/faults';
import type { AnswerFields } from '../modes/shared/mode';
import { changeNumberStatus } from '../pushes/numberStatus';
import type { Pushes, PushRecord } from '../pushes/pushes';
import type { Recordings } from '../recordings/recordings';
import { sendSample } from '../samples/samples';
import type { SmsCentre } from '../texts/centre';
import type { Clock } from '../wire/clock';
import { readFields } from '../wire/fields';
import type { Journal } from '../wire/journal';
import type { JsonObject } from '../wire/json';
import { readLoosely } from '../wire/phoneNumbers';
import type { Simulator, SimulatorState } from './simulator';

/** The parts of a simulator. */
export interface SimulatorParts {
	options: ResolvedOptions;
	/** Changed in place: those who obey it look at it each time. */
	behaviour: Behaviour;
	routes: { clear: () => void };
	addresses: { url: string; storageUrl: string };
	clock: Clock;
	journal: Journal;
	applications: Applications;
	faults: Faults;
	recordings: Recordings;
	pushes: Pushes;
	records: CallRecords;
	calls: CallCentre;
	sms: SmsCentre;
	lock: AddressLock;
	servers: FastifyInstance[];
}

/** How many entries of each list the state shows. */
const latest = 200;

function stateOf(parts: SimulatorParts, simulator: Simulator): SimulatorState {
	const { options, addresses, applications } = parts;
	return {
		...addresses,
		speed: options.speed,
		applications: applications.all.map(({ appKey, settings, numbers, pushUrls }) => ({
			appKey,
			appSecret: settings.appSecret,
			name: settings.name ?? appKey,
			mode: settings.mode,
			pushScheme: settings.pushScheme ?? 'aksk',
			pushUrls,
			numbers: numbers.all.map((number) => ({ ...number })),
		})),
		bindings: simulator.bindings(),
		faults: simulator.faults,
		behaviour: { ...parts.behaviour },
		calls: simulator.calls.slice(-latest),
		messages: simulator.messages.slice(-latest),
		requests: simulator.requests.slice(-latest),
		pushes: simulator.pushes.slice(-latest),
	};
}

/** Fields of a bind that hold numbers; in the control API people may write them loosely. */
const numberFields = [
	'callerNum',
	'calleeNum',
	'relationNum',
	'origNum',
	'privateNum',
	'bindNum',
	'virtualNum',
	'callbackNum',
];

const inGlobalFormat = (body: JsonObject): JsonObject =>
	Object.fromEntries(
		Object.entries(body).map(([name, value]) =>
			numberFields.includes(name) && typeof value === 'string'
				? [name, readLoosely(value) ?? value]
				: [name, value],
		),
	);

/** Runs bind without a signature. */
function bind(
	{ applications, journal }: SimulatorParts,
	appKey: string,
	body: JsonObject,
): AnswerFields {
	const application = applications.get(appKey);
	const handler = application?.state.handlers.bind;
	if (!application || !handler) throw new OrderError(`${appKey} has no bind operation.`);
	const query = { app_key: appKey };
	const { voiceFiles } = application.settings;
	const answer = handler({
		query: readFields(query, voiceFiles),
		rawQuery: query,
		body: readFields(inGlobalFormat(body), voiceFiles),
	});
	journal.tell('bindings', {});
	return answer;
}

/** Puts the parts together behind one interface. */
export function buildSimulator(parts: SimulatorParts): Simulator {
	const { options, addresses, clock, journal, applications, faults, pushes, records, calls, sms } =
		parts;

	/** Looks again every few milliseconds. Goes past the clock: closing must end the wait with a word. */
	const until = <T>(look: () => T | undefined, timeoutMs: number, what: string): Promise<T> =>
		new Promise((resolve, reject) => {
			const deadline = clock.now() + timeoutMs;
			const again = (): void => {
				const found = look();
				if (found !== undefined) resolve(found);
				else if (clock.closed) reject(new Error(`The simulator was closed before ${what}.`));
				else if (clock.now() > deadline) reject(new Error(`${what}: not within ${timeoutMs} ms.`));
				else setTimeout(again, 5);
			};
			again();
		});

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
		state: () => stateOf(parts, simulator),
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
		bind: (appKey, body) => bind(parts, appKey, body),
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
			faults.remove();
			journal.clear();
			journal.tell('state', {});
		},
		async close() {
			clock.close();
			await Promise.all([pushes.close(), ...parts.servers.map((server) => server.close())]);
		},
	};
	return simulator;
}
