import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { waitUntil } from '../../waitUntil';
import { closeAll, open, signedHeaders } from '../helpers';
import type { Simulator } from '../../../simulator';

afterEach(closeAll);

const path = '/rest/caas/relationnumber/partners/v1.0';

/** A bind as it stands on the wire. */
function bindText(callee: string): string {
	const body = JSON.stringify({
		callerNum: '+8613800000021',
		calleeNum: callee,
		relationNum: '+8613800006666',
	});
	const headers = Object.entries({
		...signedHeaders(),
		Host: 'platform',
		'Content-Length': String(body.length),
	});
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	return `POST ${path} HTTP/1.1\r\n${lines}\r\n${body}`;
}

/** A connection that a client does not close by itself. */
async function openSocket(
	simulator: Simulator,
): Promise<{ socket: Socket; text: () => string; end: Promise<unknown> }> {
	const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
	let text = '';
	socket.on('data', (data) => (text += data.toString()));
	socket.on('error', () => undefined);
	const end = once(socket, 'close');
	await once(socket, 'connect');
	return { socket, text: () => text, end };
}

describe('a short connection', () => {
	it('is the default: the platform closes it after the answer and no header says so', async () => {
		const simulator = await open();
		const { socket, text, end } = await openSocket(simulator);
		socket.write(bindText('+8613800000023'));
		await end;
		expect(text()).toMatch(/^HTTP\/1\.1 200/);
		expect(text().toLowerCase()).not.toMatch(/^(connection|keep-alive):/m);
		expect(text()).toContain('"subscriptionId"');
	});

	it('never reads what comes after the answer', async () => {
		const simulator = await open({ closeDelayMs: [200, 200] });
		const { socket, text, end } = await openSocket(simulator);
		socket.write(bindText('+8613800000023'));
		await waitUntil(() => text().includes('subscriptionId'));
		socket.write(bindText('+8613800000024'));
		await end;
		expect(text().match(/HTTP\/1\.1/g)).toHaveLength(1);
		expect(simulator.requests).toHaveLength(1);
		expect(simulator.bindings()).toHaveLength(1);
	});

	it('ends as long after the answer as it is told to', async () => {
		const simulator = await open({ closeDelayMs: [1000, 1000] });
		const { socket, end } = await openSocket(simulator);
		const begin = performance.now();
		socket.write(bindText('+8613800000023'));
		await end;
		expect(performance.now() - begin).toBeGreaterThan(990);
	});

	it('ends at moments that a seed makes the same in every run', async () => {
		const { openRandom } = await import('../../../simulator/wire/random');
		const three = (seed?: number): number[] => {
			const random = openRandom(seed);
			return [0, 1, 2].map(() => random.between(0, 60));
		};
		expect(three(7)).toEqual(three(7));
		expect(three(7)).not.toEqual(three(8));
		expect(new Set(three(7)).size).toBe(3);
		for (const moment of [...three(7), ...three()]) {
			expect(moment).toBeGreaterThanOrEqual(0);
			expect(moment).toBeLessThanOrEqual(60);
		}
	});
});

describe('a connection that is kept', () => {
	it('is announced, and takes one request after the other', async () => {
		const simulator = await open({ connections: 'keepAlive' });
		const { socket, text } = await openSocket(simulator);
		socket.write(bindText('+8613800000023'));
		await waitUntil(() => text().includes('subscriptionId'));
		socket.write(bindText('+8613800000024'));
		await waitUntil(() => text().includes('1012010'));
		expect(text().toLowerCase()).toMatch(/^connection: keep-alive\r\nkeep-alive: timeout=\d+\r$/m);
		socket.destroy();
	});

	it('can be chosen and left again while the simulator runs', async () => {
		const simulator = await open();
		const change = async (body: unknown): Promise<unknown> => {
			const init = { method: 'PUT', body: JSON.stringify(body) };
			return (await fetch(`${simulator.url}/sim/behaviour`, init)).json();
		};
		expect(await change({ connections: 'keepAlive' })).toMatchObject({ connections: 'keepAlive' });
		const kept = await openSocket(simulator);
		kept.socket.write(bindText('+8613800000023'));
		await waitUntil(() => kept.text().includes('Keep-Alive: timeout='));
		expect(await change({ connections: 'short', closeDelayMs: [0, 5] })).toMatchObject({
			connections: 'short',
			closeDelayMs: [0, 5],
		});
		kept.socket.write(bindText('+8613800000024'));
		await kept.end;
		await change({ connections: 'keepAlive' });
		simulator.reset();
		expect(simulator.behaviour).toMatchObject({ connections: 'short', closeDelayMs: [0, 60] });
	});
});
