import { openDataTable } from '../../playground/examples/dataTables';
import type { Cell } from '../../playground/examples/dataTables';
import type { Playground } from '../../playground/playground';
import type { BindingView, SimulatorApplication } from '../../simulator';
import { waitFor } from '../e2e/waiting';
import { pairsOver, sheetOf, uploadSheet } from '../templates/bulkSheet';
import { importTemplate } from '../templates/user';
import type { Imported } from '../templates/user';
import type { Figure } from './figures';
import { randomRow } from './random';
import { withPlayground } from './withPlayground';

const application: SimulatorApplication = {
	appKey: 'bulkKey',
	appSecret: 'bulkSecret',
	mode: 'AXB',
	numbers: [0, 1, 2, 3].map((index) => ({ number: `+861380000666${index}`, areaCode: '0755' })),
};

/** Answers in a row that are lost: the binds of ten pairs at a time, and the three looks for each. */
const lostAnswers = 40;

/** Pairs of the spreadsheet that are bound when the answers are lost, as a share. */
const lateShare = 0.8;

/**
 * Kills n8n while the example *Spreadsheet → Bulk Bind* is at work, then takes answers from it, and
 * compares what its ledger says with what the platform holds.
 */
export async function tortureBulk(pairs: number, kills: number, seed: number): Promise<Figure[]> {
	return await withPlayground(
		{ examples: [], simulator: { applications: [application] } },
		async (playground) => {
			const figures = await bindThroughKills(playground, pairs, kills, randomRow(seed));
			return figures.map((figure) => ({ part: 'bulkKill', ...figure }));
		},
	);
}

async function bindThroughKills(
	playground: Playground,
	count: number,
	kills: number,
	random: () => number,
): Promise<Omit<Figure, 'part'>[]> {
	const { n8n, simulator } = playground;
	const robotAddress = simulator.state().robots.find(({ robot }) => robot === 'wecom')?.url ?? '';
	const bulkBind = await importTemplate(playground, {
		template: 'bulk-bind',
		mode: 'AXB',
		pins: false,
		settings: { robotAddress, language: 'en' },
	});
	await bulkBind.publish();
	const pairs = pairsOver(
		application.numbers.map(({ number }) => number),
		count,
	);
	const boundTo = async (share: number): Promise<void> => {
		const isThere = (): Promise<true | undefined> =>
			Promise.resolve(simulator.bindings().length >= share * count || undefined);
		await waitFor(`${Math.round(share * 100)} % of the pairs`, isThere, 300, 2);
	};

	await uploadSheet(n8n.webhookBase, sheetOf(pairs));
	let inTheMiddle = 0;
	const shares = Array.from({ length: kills }, () => lateShare * random());
	for (const share of shares.sort((a, b) => a - b)) {
		await boundTo(share);
		await n8n.main.kill();
		if (simulator.bindings().length < count) inTheMiddle += 1;
		await n8n.restart(n8n.main);
	}
	await boundTo(lateShare);
	simulator.setFault({ kind: 'reset', acts: true, operation: 'AXB', times: lostAnswers });
	let ledger = await atRest(playground, bulkBind);
	const isStopped = leftIn(ledger) > 0;
	if (isStopped) {
		// Nothing was heard of the platform at all, and the job has stopped: somebody runs Go On.
		simulator.clearFaults();
		await bulkBind.run('Go On');
		ledger = await atRest(playground, bulkBind);
	}
	const doubtful = ledger.filter(({ state }) => state === 'doubt').map(({ orderId }) => orderId);
	const { text, error } = await lastWords(playground, bulkBind);
	const unnamed = doubtful.filter(
		(orderId) => !text.includes(`${String(orderId)} doubt`) || !error.includes(String(orderId)),
	);

	const sent = bindsSent(playground);
	await uploadSheet(n8n.webhookBase, sheetOf(pairs));
	const read = (): number => simulator.robotMessages.filter(({ refusal }) => !refusal).length;
	await waitFor('the second message', () => Promise.resolve(read() > 1 || undefined));
	return [
		...comparison(ledger, simulator.bindings(), count),
		{
			what: 'times that n8n was killed before all were bound',
			value: inTheMiddle,
			must: { be: kills },
		},
		{ what: 'times that somebody had to run Go On', value: isStopped ? 1 : 0 },
		{ what: 'binds sent', value: sent },
		{ what: 'rows in doubt after lost answers', value: doubtful.length, must: { atLeast: 1 } },
		{
			what: 'of these, not named to the group or in the run',
			value: unnamed.length,
			must: { be: 0 },
		},
		{
			what: 'binds sent when the same sheet came again',
			value: bindsSent(playground) - sent,
			must: { be: 0 },
		},
	];
}

type Row = Record<string, Cell>;

async function ledgerOf({ api }: Playground): Promise<Row[]> {
	return await (await openDataTable(api, 'Private Number Bindings')).rows();
}

/** The ledger once nothing runs any more. */
async function atRest(playground: Playground, { id }: Imported): Promise<Row[]> {
	const isRunning = async (): Promise<boolean> =>
		(await playground.api.executions(id)).some(({ status }) => status === 'running');
	await waitFor('the end of the run', async () => !(await isRunning()) || undefined, 600, 500);
	return await ledgerOf(playground);
}

/** How many rows are still to be bound. */
function leftIn(ledger: readonly Row[]): number {
	return ledger.filter(({ state }) => state === 'planned' || state === 'binding').length;
}

/** What the group has read last, and why the run that ended last is red. */
async function lastWords(
	{ api, simulator }: Playground,
	{ id }: Imported,
): Promise<{ text: string; error: string }> {
	const [last] = await api.executions(id);
	const execution = last && (await api.execution(last.id));
	return {
		text: simulator.robotMessages.at(-1)?.text ?? '',
		error: execution?.data.resultData.error?.message ?? '',
	};
}

function bindsSent({ simulator }: Playground): number {
	return simulator.requests.filter(({ operation }) => operation === 'AXB bind').length;
}

/** The ledger against the platform. */
function comparison(
	ledger: readonly Row[],
	bindings: readonly BindingView[],
	count: number,
): Omit<Figure, 'part'>[] {
	const idsOf = new Map<string, string[]>();
	for (const { a, b, x, subscriptionId } of bindings) {
		const pair = [a, b, x].join(' ');
		idsOf.set(pair, [...(idsOf.get(pair) ?? []), subscriptionId]);
	}
	const heldFor = ({ numberA, numberB, privateNumber }: Row): string[] =>
		idsOf.get([numberA, numberB, privateNumber].join(' ')) ?? [];
	const isBoundAs = (row: Row): boolean => heldFor(row).includes(String(row.subscriptionId));
	const inState = (...states: string[]): Row[] =>
		ledger.filter(({ state }) => states.includes(String(state)));
	return [
		{ what: 'pairs bound', value: idsOf.size, must: { be: count } },
		{
			what: 'pairs bound twice',
			value: [...idsOf.values()].filter(({ length }) => length > 1).length,
			must: { be: 0 },
		},
		{ what: 'rows of the ledger', value: ledger.length, must: { be: count } },
		{
			what: 'rows "bound" with another binding than the platform has',
			value: inState('bound').filter((row) => !isBoundAs(row)).length,
			must: { be: 0 },
		},
		{
			what: 'rows neither bound nor in doubt',
			value: ledger.length - inState('bound', 'doubt').length,
			must: { be: 0 },
		},
	];
}
