import { randomUUID } from 'node:crypto';

import { n8nNode, packageNode } from '../playground/n8n/nodeTypes';
import { platformTime } from '../simulator/wire/times';
import type { Figure, Part, PartOptions } from './figures';
import { push, type LoadResult } from './load';
import { startN8nBench, triggerNode, webhookNode } from './n8nBench';
import { median } from './statistics';

const CALLEE = '+8613900000001';
const NAMES = ['webhook', 'trigger'] as const;
type Loads = Record<(typeof NAMES)[number], LoadResult[]>;

/** A call that waits: from callin to connect, beside Webhook and Respond to Webhook. */
export const reply: Part = async (options) => {
	const figures: Figure[] = [];
	const samples: Record<string, Loads> = {};
	for (const isQueue of options.short ? [false] : [false, true]) {
		const where = isQueue ? 'queue mode' : 'one process';
		const loads = await measure(isQueue, options);
		samples[where] = loads;
		figures.push(...figuresOf(where, loads));
	}
	return { figures, samples };
};

async function measure(isQueue: boolean, { short, say }: PartOptions): Promise<Loads> {
	say(`Replies in ${isQueue ? 'queue mode' : 'one process'}`);
	const n8n = await startN8nBench({ isQueue });
	try {
		const urls = {
			webhook: await n8n.publish('Webhook and Respond to Webhook', [
				webhookNode('responseNode', {}),
				{
					type: n8nNode('respondToWebhook'),
					typeVersion: 1.5,
					parameters: {
						respondWith: 'json',
						responseBody: JSON.stringify({
							operation: 'connect',
							connectInfo: { calleeNum: CALLEE },
						}),
					},
				},
			]),
			trigger: await n8n.publish('Trigger and Connect', [
				triggerNode({ respond: 'workflow', events: ['callin'] }),
				{
					type: packageNode('privateNumberX'),
					typeVersion: 1,
					parameters: { resource: 'call', operation: 'connect', calleeNum: CALLEE },
				},
			]),
		};
		const sample = await n8n.sample({ kind: 'callin', url: urls.trigger });
		const load = (name: keyof Loads): Promise<LoadResult> =>
			push({
				url: urls[name],
				body: () => newCall(sample),
				connections: 1,
				amount: 50,
				isAnswer: (answer) => answer.includes(CALLEE),
			});
		const loads: Loads = { webhook: [], trigger: [] };
		for (const name of NAMES) await load(name);
		for (let round = 0; round < (short ? 3 : 7); round += 1) {
			for (const name of NAMES) loads[name].push(await load(name));
		}
		return loads;
	} finally {
		await n8n.stop();
	}
}

/** A call that nobody has asked about yet, and that waits now. */
function newCall(sample: string): string {
	const body = JSON.parse(sample) as { statusInfo: Record<string, unknown> };
	const timestamp = platformTime(Date.now());
	return JSON.stringify({
		...body,
		statusInfo: { ...body.statusInfo, sessionId: randomUUID(), timestamp },
	});
}

function figuresOf(where: string, loads: Loads): Figure[] {
	return (['p50', 'p99'] as const).flatMap((key): Figure[] => {
		const [webhook, trigger] = NAMES.map((name) =>
			median(loads[name].map((load) => load[key])),
		) as [number, number];
		const what = `Callin to connect, ${where}, ${key}`;
		return [
			{
				name: `${what}: time over Webhook and Respond to Webhook`,
				value: trigger / webhook,
				unit: '×',
			},
			{ name: what, value: trigger, unit: 'ms' },
		];
	});
}
