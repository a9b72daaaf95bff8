import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';

import { packageNode } from '../playground/n8n/nodeTypes';
import { signatureHeaders } from '../simulator/wire/signature';
import { platformTime } from '../simulator/wire/times';
import type { Figure, Part, PartOptions } from './figures';
import { APPLICATION, startN8nBench, triggerNode, type BenchNode } from './n8nBench';

const CALLEE = '+8613900000001';
/** How many call in the same moment. */
const CROWDS = [1, 50, 500];

/** How long a caller waited, and whether the workflow decided. */
export interface Wait {
	ms: number;
	byWorkflow: boolean;
	/** n8n itself gave up, before the trigger was asked. */
	failed: boolean;
}

/** How n8n is set up: as it comes, and without a virtual machine for each request before it is read. */
const SETUPS: ReadonlyArray<{ name: string; environment: Record<string, string> }> = [
	{ name: 'n8n as it comes', environment: {} },
	{ name: 'lazy virtual machines', environment: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
];

/** Many callers in the same moment, who all wait for their answer, in one process. */
export const callers: Part = async (options) => {
	const figures: Figure[] = [];
	const samples: Record<string, Record<string, Wait[]>> = {};
	for (const setup of options.short ? SETUPS.slice(0, 1) : SETUPS) {
		samples[setup.name] = await measure(setup.environment, options);
		for (const [crowd, waits] of Object.entries(samples[setup.name] ?? {})) {
			figures.push(...figuresOf(`${setup.name}, ${crowd} at once`, waits));
		}
	}
	return { figures, samples };
};

async function measure(
	environment: Record<string, string>,
	{ short, say }: PartOptions,
): Promise<Record<string, Wait[]>> {
	const n8n = await startN8nBench({ environment });
	const samples: Record<string, Wait[]> = {};
	try {
		const url = await n8n.publish('Trigger and Connect', [
			triggerNode({ respond: 'workflow', events: ['callin'] }),
			connectNode(packageNode('privateNumberX')),
		]);
		const sample = await n8n.sample({ kind: 'callin', url });
		for (const crowd of short ? CROWDS.slice(0, 2) : [20, ...CROWDS]) {
			say(`${crowd} at once`);
			const waits = await waitsOf(url, sample, crowd);
			await new Promise((resolve) => setTimeout(resolve, 15_000));
			// The first crowd only makes the process warm.
			if (crowd === 20) continue;
			samples[crowd] = waits;
			const figures = figuresOf(`${crowd} at once`, waits);
			say(JSON.stringify(figures.map(({ name, value }) => [name, value])));
		}
	} finally {
		await n8n.stop();
	}
	return samples;
}

/** The reply that puts a caller through. */
export function connectNode(type: string): BenchNode {
	const parameters = { resource: 'call', operation: 'connect', calleeNum: CALLEE };
	return { type, typeVersion: 1, parameters };
}

/** Calls so many times in the same moment, and tells how long each caller waited. */
export async function waitsOf(url: string, sample: string, crowd: number): Promise<Wait[]> {
	return await Promise.all(Array.from({ length: crowd }, () => wait(url, sample)));
}

async function wait(url: string, sample: string): Promise<Wait> {
	const body = JSON.parse(sample) as { statusInfo: Record<string, unknown> };
	const timestamp = platformTime(Date.now());
	const statusInfo = { ...body.statusInfo, sessionId: randomUUID(), timestamp };
	const { appKey, appSecret } = APPLICATION;
	const begin = performance.now();
	const answer = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json;charset=UTF-8',
			...signatureHeaders({ scheme: 'aksk', appKey, appSecret, url, now: Date.now() }),
		},
		body: JSON.stringify({ ...body, statusInfo }),
	});
	const text = await answer.text();
	return {
		ms: performance.now() - begin,
		byWorkflow: text.includes(CALLEE),
		failed: answer.status !== 200,
	};
}

function figuresOf(who: string, waits: readonly Wait[]): Figure[] {
	const times = waits.map(({ ms }) => ms).sort((one, two) => one - two);
	const of = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? NaN;
	const share = (is: (one: Wait) => boolean): number => waits.filter(is).length / waits.length;
	return [
		{ name: `${who}: answered after, median`, value: of(0.5), unit: 'ms' },
		{ name: `${who}: answered after, slowest`, value: of(1), unit: 'ms', goal: { atMost: 4500 } },
		{
			name: `${who}: part that the workflow answered`,
			value: share(({ byWorkflow }) => byWorkflow),
			unit: '×',
		},
		{ name: `${who}: part that n8n gave up`, value: share(({ failed }) => failed), unit: '×' },
	];
}
