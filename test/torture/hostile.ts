import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';

import { chain, publish } from '../../playground/examples/chain';
import { packageNode } from '../../playground/n8n/nodeTypes';
import type { Playground } from '../../playground/playground';
import type { SimulatorApplication } from '../../simulator';
import { waitFor } from '../e2e/waiting';
import type { Figure } from './figures';
import { FORGED, honest, OVERSIZED, TWISTED } from './hostilePushes';
import type { HostilePush, Target } from './hostilePushes';
import { randomRow } from './random';
import { withPlayground } from './withPlayground';

const application: SimulatorApplication = {
	appKey: 'hostileKey',
	appSecret: 'hostileSecret0001',
	mode: 'AXB',
	numbers: [{ number: '+8613800006666', areaCode: '0755' }],
};
/** Bodies of 50 MB. */
const OVERSIZED_PUSHES = 5;

/** Attacks the trigger of a real n8n with forged and with twisted pushes, and counts what it cost. */
export async function tortureHostile(pushes: number, seed: number): Promise<Figure[]> {
	return await withPlayground(
		{ simulator: { applications: [application] } },
		async (playground) => await attack(playground, pushes, randomRow(seed)),
	);
}

async function attack(
	{ api, n8n, credentials }: Playground,
	pushes: number,
	random: () => number,
): Promise<Figure[]> {
	const [credential] = credentials;
	const trigger = { name: 'Event', type: packageNode('privateNumberTrigger'), credential };
	const open = async (name: string) => await publish(api, n8n.webhookBase, chain(name, [trigger]));
	const forgedAt = await open('Forged');
	const twistedAt = await open('Twisted');
	const executionsOf = async (id: string): Promise<number> => (await api.executions(id)).length;
	const targetOf = (url: string): Target => {
		const { appKey, appSecret } = application;
		return { url, appKey, appSecret, seen: {}, random };
	};

	// The one push that an attacker has seen; after the first ones memory is no longer that of a start.
	const target = targetOf(forgedAt.url);
	const original = honest(target);
	await send(target.url, original);
	target.seen = pairs(original.headers);
	const warm = targetOf(twistedAt.url);
	for (let count = 0; count < 100; count += 1) await send(warm.url, honest(warm));
	const before = memoryOf(n8n.main.pid);

	const forged = await sendAll(target, Object.values(FORGED), pushes / 2);
	const twisted = await sendAll(warm, Object.values(TWISTED), pushes / 2);
	const oversized = await sendAll(warm, [OVERSIZED], OVERSIZED_PUSHES);
	const started = (await executionsOf(forgedAt.workflow.id)) - 1;

	const last = await open('Alive');
	await send(last.url, honest(targetOf(last.url)));
	await waitFor('the execution of an honest push', async () =>
		(await executionsOf(last.workflow.id)) === 1 ? true : undefined,
	);
	const growth = (memoryOf(n8n.main.pid) - before) / 1024;
	const log = n8n.main.log();
	const figure = (what: string, value: number, must?: Figure['must']): Figure => ({
		part: 'hostile',
		what,
		value,
		must,
	});
	return [
		figure('forged pushes', forged.length, { atLeast: pushes / 2 }),
		figure('of these, refused with 401', forged.filter((status) => status === 401).length, {
			be: forged.length,
		}),
		figure('executions that they started', started, { be: 0 }),
		figure('signed pushes of twisted content', twisted.length, { atLeast: pushes / 2 }),
		figure(
			'of all these, answered with 5xx or not at all',
			[...forged, ...twisted].filter((status) => status >= 500).length,
			{ be: 0 },
		),
		// Answered with 413, unless the connection ends first.
		figure('bodies of 50 MB', oversized.length),
		figure('of these, taken', oversized.filter((status) => status < 400).length, { be: 0 }),
		figure('lines of its log with the secret', count(log, application.appSecret), { be: 0 }),
		figure('lines of its log with a digest', count(log, 'PasswordDigest'), { be: 0 }),
		figure('growth of its memory in MB', Math.round(growth), { atMost: 300 }),
	];
}

/** Sends pushes of all kinds in turn, four at a time; answers the statuses, 599 for none. */
async function sendAll(
	target: Target,
	kinds: readonly ((target: Target) => HostilePush)[],
	amount: number,
): Promise<number[]> {
	const statuses: number[] = [];
	let next = 0;
	const sender = async (): Promise<void> => {
		while (next < amount) {
			const forge = kinds[next++ % kinds.length];
			if (forge) statuses.push(await send(target.url, forge(target)).catch(() => 599));
		}
	};
	await Promise.all(Array.from({ length: 4 }, sender));
	return statuses;
}

/** Sends header lines and bytes exactly as given; no client tidies them up. */
async function send(url: string, { headers, body }: HostilePush): Promise<number> {
	const { host } = new URL(url);
	const lines = ['host', host, 'content-length', `${body.length}`, ...headers];
	return await new Promise((resolve, reject) => {
		const outgoing = request(url, { method: 'POST', headers: lines }, (answer) => {
			answer.resume();
			answer.once('end', () => {
				resolve(answer.statusCode ?? 599);
			});
		});
		outgoing.setTimeout(30_000, () => outgoing.destroy(new Error('No answer.')));
		outgoing.once('error', reject);
		outgoing.end(body);
	});
}

function pairs(lines: readonly string[]): Record<string, string> {
	const { authorization = '', 'x-aksk': token = '' } = Object.fromEntries(
		lines.flatMap((name, index) => (index % 2 === 0 ? [[name, lines[index + 1] ?? '']] : [])),
	) as Record<string, string>;
	return { authorization, 'x-aksk': token };
}

function count(text: string, needle: string): number {
	return text.split('\n').filter((line) => line.includes(needle)).length;
}

/** Memory of a process in KB, where the system tells it (Linux); 0 elsewhere. */
function memoryOf(pid: number): number {
	const file = `/proc/${pid}/status`;
	if (!existsSync(file)) return 0;
	return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
}
