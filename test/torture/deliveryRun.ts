import { publish } from '../../playground/examples/chain';
import type { Playground } from '../../playground/playground';
import type { Simulator, SimulatorApplication } from '../../simulator';
import { createDeliveryTables, deliveryWorkflow } from './deliveryFlow';
import type { Recipe } from './deliveryFlow';
import type { Figure } from './figures';

/** The application whose events are pushed. */
export const deliveryApplication: SimulatorApplication = {
	appKey: 'deliveryKey',
	appSecret: 'deliverySecret',
	mode: 'AXB',
	numbers: [{ number: '+8613800006666', areaCode: '0755' }],
};

const people = { callerNum: '+8613900000001', calleeNum: '+8613900000002' };
const x = '+8613800006666';
const call = { caller: people.callerNum, called: x, ringSeconds: 1, talkSeconds: 1 };
/** Events of an answered call: callin, callout, alerting, answer, disconnect, fee. */
const eventsOfCall = 6;
/** Pushes on their way at the same time, at most. */
const mostOpen = 30;
/** Tries within the first nine minutes of the platform; the next three follow in steps of 97. */
const earlyTries = 4;

/** How to push, and what goes wrong on the way. */
export interface DeliveryOptions {
	/** How many events are pushed, at least. */
	events: number;
	recipe?: Recipe;
	/** Disasters, spread over the pushes at random; each resolves when all is up again. */
	disasters: (() => Promise<void>)[];
	/** A number from 0 to 1, the next of a seeded row. */
	random: () => number;
	/** Longest wait for the last repeated push, in milliseconds. */
	patienceMs: number;
	/** Whether overlapping runs of one event write one row; default true, as with SQLite. */
	isUpsertAtomic?: boolean;
}

/**
 * How much faster than the platform the simulator repeats, so that its six repeats (the last after
 * 300 minutes) outlast the disasters, as the real ones do. At most 60: the last repeat then comes five
 * minutes after the first try, when n8n is up again on a slow machine, too.
 */
export function repeatSpeed(events: number, disasters: number): number {
	const seconds = events / 15 + disasters * 15;
	return Math.max(10, Math.min(60, Math.floor((300 * 60) / (2 * seconds))));
}

/** Pushes events into a running n8n while disasters befall it, and counts what became of them. */
export async function pushThroughDisasters(
	{ api, n8n, simulator, credentials }: Playground,
	options: DeliveryOptions,
): Promise<Omit<Figure, 'part'>[]> {
	const { events, recipe = 'upsert', patienceMs } = options;
	const [credential] = credentials;
	if (!credential) throw new Error('There is no credential.');
	const tables = await createDeliveryTables(api);
	const document = deliveryWorkflow(tables, credential, recipe);
	const { url } = await publish(api, n8n.webhookBase, document);
	const { appKey } = deliveryApplication;
	simulator.setPushUrls({ callEvent: url, callRecord: url }, appKey);
	simulator.bind(appKey, { ...people, relationNum: x });

	await placeCalls(simulator, Math.ceil(events / eventsOfCall), schedule(options));
	await simulator.waitForIdle({ repeats: true, timeoutMs: patienceMs });

	const pushes = simulator.pushes.filter((push) => push.appKey === appKey);
	const wanted = new Set(pushes.flatMap(eventsOf));
	const tries = pushes.flatMap(({ attempts }) => attempts);
	const rowsOf = (rows: Record<string, unknown>[]): string[] =>
		rows.map(({ sessionId, eventType }) => `${String(sessionId)} ${String(eventType)}`);
	const results = rowsOf(await tables.results.rows());
	const runs = rowsOf(await tables.runs.rows());
	const distinct = new Set(results);
	return [
		{ what: 'events pushed', value: wanted.size, must: { atLeast: events } },
		{ what: 'disasters', value: options.disasters.length },
		{ what: 'pushes sent, repeats included', value: tries.length },
		{
			what: 'pushes that were not answered with 200',
			value: tries.filter(({ status }) => status !== 200).length,
		},
		{
			// Its own answer is empty; n8n's, while it starts, is a text (docs/reliability.md).
			what: 'pushes answered with 200 by anybody but the trigger',
			value: tries.filter(({ status, answerBody }) => status === 200 && answerBody).length,
			must: { be: 0 },
		},
		{
			// Without harm where an earlier try has reached the table: lost events count the rest.
			what: 'pushes given up by the platform',
			value: pushes.filter(({ state }) => state === 'failed').length,
		},
		{ what: 'times that an event started the workflow', value: runs.length },
		{ what: 'of these, repeats', value: runs.length - new Set(runs).size },
		{
			what: 'lost events',
			value: [...wanted].filter((event) => !distinct.has(event)).length,
			must: { be: 0 },
		},
		{
			what: 'events twice in the result table',
			value: results.length - distinct.size,
			...(options.isUpsertAtomic !== false && { must: { be: 0 } }),
		},
		{
			what: 'events that nobody pushed',
			value: [...distinct].filter((event) => !wanted.has(event)).length,
			must: { be: 0 },
		},
	];
}

/** After which share of the calls each disaster comes, and the disaster. */
type Schedule = { share: number; strike: () => Promise<void> }[];

function schedule({ disasters, random }: DeliveryOptions): Schedule {
	const shares = disasters.map(() => 0.05 + 0.9 * random()).sort((a, b) => a - b);
	return disasters.map((strike, index) => ({ share: shares[index] ?? 1, strike }));
}

/** Places calls as fast as they are taken; disasters strike while calls go on. */
async function placeCalls(simulator: Simulator, count: number, disasters: Schedule): Promise<void> {
	let striking: Promise<void> | undefined;
	for (let placed = 0; placed < count; placed += 1) {
		while (openPushes(simulator) > mostOpen || (!striking && isLate(simulator))) await sleep(20);
		// During a disaster life goes on, only slower: nobody calls faster because n8n is down.
		await sleep(striking ? 1000 : 5);
		simulator.startCall(call);
		const next = disasters[0];
		if (!striking && next && placed >= next.share * count) {
			disasters.shift();
			striking = next.strike().finally(() => {
				striking = undefined;
			});
		}
	}
	await striking;
	for (const { strike } of disasters) {
		while (isLate(simulator)) await sleep(20);
		await strike();
	}
}

/**
 * Whether a push has failed so often that only late repeats are left to it. No other disaster strikes
 * before it is delivered: however long a restart takes, none uses up the repeats that another has left.
 */
function isLate(simulator: Simulator): boolean {
	return simulator.pushes.some(
		({ state, attempts }) => state === 'pending' && attempts.length >= earlyTries,
	);
}

/** Pushes of the latest calls that were not tried yet, and events of calls that will come. */
function openPushes(simulator: Simulator): number {
	const waiting = simulator.pushes.slice(-500).filter(({ attempts }) => attempts.length === 0);
	const going = simulator.calls.slice(-100).filter(({ state }) => state !== 'ended');
	return waiting.length + going.length * 3;
}

/** The events in a push; a push of call records holds several. */
function eventsOf({ body }: { body: string }): string[] {
	const push = JSON.parse(body) as {
		eventType: string;
		statusInfo?: { sessionId: string };
		feeLst?: { sessionId: string }[];
	};
	const sessions = push.feeLst ?? (push.statusInfo ? [push.statusInfo] : []);
	return sessions.map(({ sessionId }) => `${sessionId} ${push.eventType}`);
}

async function sleep(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}
