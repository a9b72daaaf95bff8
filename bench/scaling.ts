import { performance } from 'node:perf_hooks';

import { packageNode, n8nNode } from '../playground/n8n/nodeTypes';
import { signatureHeaders } from '../simulator/wire/signature';
import { connectNode, waitsOf, type Wait } from './callers';
import type { Figure, Part } from './figures';
import { APPLICATION, startN8nBench, triggerNode, type BenchNode, type N8nBench } from './n8nBench';
import { setupsNamed } from './scalingSetups';
import { quantile } from './statistics';

/** How many pushes come a second, and for how long, in seconds. */
const LOADS = [
	{ rate: 1, seconds: 5 },
	{ rate: 20, seconds: 5 },
	{ rate: 200, seconds: 1 },
] as const;
/** How many callers wait in the same moment. */
const CALLERS = 50;

/** How one push was answered. */
interface Answer {
	ms: number;
	/** When the answer came, in milliseconds since the first push of its load. */
	at: number;
	ok: boolean;
}

/** What one setup of n8n came to. */
interface Measured {
	/** Answers of each load, by its rate. */
	pushes: Record<number, Answer[]>;
	callers: Wait[];
	/** Processor time of all processes of n8n for a push at 20 a second, in milliseconds. */
	cpuMs: number;
}

/**
 * The settings of n8n that decide how many pushes and callers it bears, one after the other: a call
 * record is answered when its workflow has run (After Success), a caller when the workflow decides.
 */
export const scaling: Part = async ({ short, say, setups }) => {
	const samples: Record<string, Measured> = {};
	const figures: Figure[] = [];
	for (const { name, options } of setupsNamed(short ? ['as it comes'] : setups)) {
		say(`n8n ${name}`);
		const n8n = await startN8nBench(options);
		try {
			const measured = await measure(n8n);
			samples[name] = measured;
			const found = figuresOf(name, measured);
			for (const figure of found) say(`${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}`);
			figures.push(...found);
		} finally {
			await n8n.stop();
		}
	}
	return { figures, samples };
};

/** Turns the record into a row: three expressions, as a workflow of a company has them. */
const editFields: BenchNode = {
	type: n8nNode('set'),
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: [
				{ id: '1', name: 'order', type: 'string', value: '={{ $json.userData ?? "none" }}' },
				{ id: '2', name: 'minutes', type: 'number', value: '={{ $json.billedMinutes ?? 0 }}' },
				{ id: '3', name: 'id', type: 'string', value: '={{ $json.eventId }}' },
			],
		},
	},
};

async function measure(n8n: N8nBench): Promise<Measured> {
	const events = await n8n.publish('Call records', [
		triggerNode({ respond: 'afterSuccess', events: ['fee'] }),
		editFields,
	]);
	const calls = await n8n.publish('Routing', [
		triggerNode({ respond: 'workflow', events: ['callin'] }),
		connectNode(packageNode('privateNumberX')),
	]);
	const fee = await n8n.sample({ kind: 'fee', url: events });
	const callin = await n8n.sample({ kind: 'callin', url: calls });
	await pushAll(events, fee, { rate: 10, seconds: 3 });
	await waitsOf(calls, callin, 10);

	const pushes: Record<number, Answer[]> = {};
	let cpuMs = NaN;
	for (const load of LOADS) {
		await settled();
		const before = n8n.cpuMs();
		const answers = await pushAll(events, fee, load);
		pushes[load.rate] = answers;
		if (load.rate === 20) {
			await settled();
			cpuMs = (n8n.cpuMs() - before) / answers.length;
		}
	}
	await settled();
	return { pushes, callers: await waitsOf(calls, callin, CALLERS), cpuMs };
}

/** What is written after the answers is over by then. */
async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 1500));
}

/** Pushes at a pace that does not care for the answers, as the platform does. */
async function pushAll(
	url: string,
	body: string,
	{ rate, seconds }: { rate: number; seconds: number },
): Promise<Answer[]> {
	const start = performance.now();
	return await Promise.all(
		Array.from({ length: rate * seconds }, async (_, index): Promise<Answer> => {
			const wait = start + (index * 1000) / rate - performance.now();
			await new Promise((resolve) => setTimeout(resolve, wait));
			const begin = performance.now();
			const ok = await isTaken(url, body);
			const end = performance.now();
			return { ms: end - begin, at: end - start, ok };
		}),
	);
}

/** Whether a push is answered with 200. */
async function isTaken(url: string, body: string): Promise<boolean> {
	const { appKey, appSecret } = APPLICATION;
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json;charset=UTF-8',
				...signatureHeaders({ scheme: 'aksk', appKey, appSecret, url, now: Date.now() }),
			},
			body,
		});
		await answer.text();
		return answer.status === 200;
	} catch {
		return false;
	}
}

function figuresOf(setup: string, { pushes, callers, cpuMs }: Measured): Figure[] {
	const times = (rate: number): number[] => (pushes[rate] ?? []).map(({ ms }) => ms);
	const flood = pushes[200] ?? [];
	const last = Math.max(...flood.map(({ at }) => at));
	const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
		all.filter(is).length / all.length;
	const waits = callers.map(({ ms }) => ms);
	const figure = (name: string, value: number, unit: Figure['unit'] = 'ms'): Figure => ({
		name: `${setup}, ${name}`,
		value,
		unit,
	});
	return [
		figure('1 push a second: answered after, median', quantile(times(1), 0.5)),
		figure('20 pushes a second: answered after, median', quantile(times(20), 0.5)),
		figure('20 pushes a second: answered after, 95 of 100', quantile(times(20), 0.95)),
		figure('20 pushes a second: processor time a push', cpuMs),
		figure('200 pushes in one second: executions a second', (flood.length * 1000) / last, '/s'),
		figure('200 pushes in one second: last answer after', last),
		figure(
			'200 pushes in one second: part answered with 200',
			share(flood, ({ ok }) => ok),
			'×',
		),
		figure(`${CALLERS} callers: answered after, median`, quantile(waits, 0.5)),
		figure(`${CALLERS} callers: answered after, slowest`, quantile(waits, 1)),
		figure(
			`${CALLERS} callers: part that the workflow answered`,
			share(callers, ({ byWorkflow }) => byWorkflow),
			'×',
		),
	];
}
