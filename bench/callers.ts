import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';

import { packageNode } from '../playground/n8n/nodeTypes';
import { signatureHeaders } from '../simulator/wire/signature';
import { platformTime } from '../simulator/wire/times';
import type { Figure, Part } from './figures';
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

/** Many callers in the same moment, who all wait for their answer, in one process. */
export const callers: Part = async ({ short, say }) => {
	const n8n = await startN8nBench();
	const figures: Figure[] = [];
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
			say(JSON.stringify(figuresOf(crowd, waits).map(({ name, value }) => [name, value])));
			figures.push(...figuresOf(crowd, waits));
		}
	} finally {
		await n8n.stop();
	}
	return { figures, samples };
};

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

function figuresOf(crowd: number, waits: readonly Wait[]): Figure[] {
	const times = waits.map(({ ms }) => ms).sort((one, two) => one - two);
	const of = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? NaN;
	const share = (is: (one: Wait) => boolean): number => waits.filter(is).length / waits.length;
	const who = crowd === 1 ? 'One caller' : `${crowd} callers at once`;
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
