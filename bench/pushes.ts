import type { Figure, Part, PartOptions } from './figures';
import { push, type LoadResult } from './load';
import { startN8nBench, triggerNode, webhookNode, type N8nBench } from './n8nBench';
import { median } from './statistics';

const NAMES = ['webhook', 'empty', 'checked', 'unchecked'] as const;
type Name = (typeof NAMES)[number];
const LABELS: Readonly<Record<Name, string>> = {
	webhook: 'Webhook node',
	empty: 'empty trigger',
	checked: 'signature checked',
	unchecked: 'signature unchecked',
};
/** How the pushes were taken, and how much processor time of n8n each of them used. */
type Taken = LoadResult & { cpuMs: number };
type Loads = Record<Name, Taken[]>;

/** Pushes in one go. */
const AMOUNT = 50;

/** How n8n is set up: as it comes, and with what makes pushes cheaper. */
const SETUPS: ReadonlyArray<{ name: string; environment: Record<string, string> }> = [
	{ name: 'n8n as it comes', environment: {} },
	{ name: 'lazy virtual machines', environment: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
];

/** Call records taken by the trigger, beside two that do nothing with them: n8n's own, and another package's. */
export const pushes: Part = async (options) => {
	const figures: Figure[] = [];
	const samples: Record<string, Loads> = {};
	for (const { name, environment } of options.short ? SETUPS.slice(0, 1) : SETUPS) {
		const n8n = await startN8nBench({ environment });
		try {
			const urls = {
				webhook: await n8n.publish('Webhook', [
					webhookNode('onReceived', { noResponseBody: true }),
				]),
				empty: await n8n.publishEmptyTrigger(),
				checked: await n8n.publish('Signature checked', [triggerNode({})]),
				unchecked: await n8n.publish('Signature not checked', [
					triggerNode({ options: { binaryData: true, signatureCheck: 'off' } }),
				]),
			};
			for (const records of options.short ? [1] : [1, 50]) {
				const what = `${name}, pushes of ${records} call record${records > 1 ? 's' : ''}`;
				const loads = await measure(n8n, urls, records, options);
				samples[what] = loads;
				figures.push(...figuresOf(what, records, loads));
			}
		} finally {
			await n8n.stop();
		}
	}
	return { figures, samples };
};

async function measure(
	n8n: N8nBench,
	urls: Record<Name, string>,
	count: number,
	{ short, say }: PartOptions,
): Promise<Loads> {
	say(`Pushes with ${count} call records`);
	const body = await n8n.sample({ kind: 'fee', url: urls.checked, count });
	const load = async (name: Name): Promise<Taken> => {
		const before = n8n.cpuMs();
		const url = urls[name];
		const result = await push({ url, body: () => body, connections: 4, amount: AMOUNT });
		// The executions go on after the answers.
		await new Promise((resolve) => setTimeout(resolve, 1000));
		return { ...result, cpuMs: (n8n.cpuMs() - before) / AMOUNT };
	};
	const loads: Loads = { webhook: [], empty: [], checked: [], unchecked: [] };
	for (const name of NAMES) await load(name);
	for (let round = 0; round < (short ? 3 : 5); round += 1) {
		for (const name of NAMES) loads[name].push(await load(name));
	}
	return loads;
}

function figuresOf(what: string, records: number, loads: Loads): Figure[] {
	const of = (name: Name, key: keyof Taken): number => median(loads[name].map((load) => load[key]));
	const ratios = (['checked', 'unchecked'] as const).flatMap((name): Figure[] => [
		{
			name: `${what}, signature ${name}: rate over an empty trigger of another package`,
			value: of(name, 'rate') / of('empty', 'rate'),
			unit: '×',
			...(name === 'checked' && records === 1 && { goal: { atLeast: 0.95 } }),
		},
		{
			name: `${what}, signature ${name}: rate over the Webhook node`,
			value: of(name, 'rate') / of('webhook', 'rate'),
			unit: '×',
		},
	]);
	const cpu = (['empty', 'checked', 'unchecked'] as const).map(
		(name): Figure => ({
			name: `${what}, ${LABELS[name]}: processor time a push over the Webhook node`,
			value: of(name, 'cpuMs') / of('webhook', 'cpuMs'),
			unit: '×',
		}),
	);
	const times = NAMES.flatMap((name) =>
		(['p50', 'p99'] as const).map(
			(key): Figure => ({
				name: `${what}, ${LABELS[name]}: ${key} of the answer time`,
				value: of(name, key),
				unit: 'ms',
			}),
		),
	);
	return [...ratios, ...cpu, ...times];
}
