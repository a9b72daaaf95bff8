import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import { cert, key } from '../certificate';
import { call, closeAll, open, signedHeaders } from '../helpers';
import type { FaultRequest, Simulator } from '../../../simulator';

const path = '/rest/caas/relationnumber/partners/v1.0';

afterEach(closeAll);

/** Everything that comes back over a connection, and how it ends: a code, or `end`. */
async function talk(socket: Socket, target: string): Promise<{ text: string; end: string }> {
	let text = '';
	let end = 'end';
	socket.on('data', (data) => (text += data.toString()));
	socket.on('error', (error: NodeJS.ErrnoException) => (end = error.code ?? error.message));
	const headers = Object.entries({ ...signedHeaders(), Host: 'platform' });
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	socket.write(`GET ${target} HTTP/1.1\r\n${lines}\r\n`);
	await once(socket, 'close').catch(() => undefined);
	return { text: text.toLowerCase(), end };
}

const plain = (simulator: Simulator): Socket =>
	connect(Number(new URL(simulator.url).port), '127.0.0.1');

describe('an answer that breaks off', () => {
	it('ends with a reset, as a connection does that was lost', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'reset' });
		expect(await talk(plain(simulator), path)).toEqual({ text: '', end: 'ECONNRESET' });
	});

	it('ends over TLS, too', async () => {
		const simulator = await open({ tls: { key, cert } });
		simulator.setFault({ kind: 'reset' });
		const port = Number(new URL(simulator.url).port);
		const socket = connectTls({ port, host: '127.0.0.1', ca: cert, servername: 'localhost' });
		expect((await talk(socket, path)).text).toBe('');
	});

	it.each<FaultRequest['kind']>(['resetAfterHeaders', 'cutAnswer'])(
		'%s leaves of an empty answer its head, which promises nothing',
		async (kind) => {
			const simulator = await open();
			simulator.setFault({ kind, acts: true });
			const { text, end } = await talk(plain(simulator), '/rest/unknown');
			expect(end).toBe('end');
			expect(text).toMatch(/^http\/1\.1 404 /);
			expect(text).toContain('content-length: 0\r\n');
			expect(text).not.toContain('content-type');
			expect(text.split('\r\n\r\n')[1]).toBe('');
		},
	);

	it('leaves of any other answer the head of the whole, and half of it', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'cutAnswer' });
		const { text } = await talk(plain(simulator), `${path}?subscriptionId=x`);
		const whole = JSON.stringify({
			resultcode: '1012007',
			resultdesc: 'The record does not exist.',
		}).toLowerCase();
		expect(text).toMatch(/^http\/1\.1 403 /);
		expect(text).toContain('content-type: application/json;charset=utf-8\r\n');
		expect(text).toContain(`content-length: ${whole.length}\r\n`);
		expect(text.split('\r\n\r\n')[1]).toBe(whole.slice(0, Math.floor(whole.length / 2)));
	});
});

describe('a request', () => {
	it('without a body is kept with an empty one', async () => {
		const simulator = await open();
		await call(simulator, 'GET', `${path}?subscriptionId=x`);
		expect(simulator.requests).toMatchObject([
			{ method: 'GET', path, rawUrl: `${path}?subscriptionId=x`, rawBody: '' },
		]);
	});

	it('for the head of a recording is none: the link is good for fetching it', async () => {
		const simulator = await open();
		const link = `${simulator.storageUrl}/bucket/file.wav`;
		expect((await fetch(link, { method: 'HEAD' })).status).toBe(404);
		expect(simulator.storageRequests).toEqual([]);
		expect((await fetch(link)).status).toBe(403);
		expect(simulator.storageRequests).toHaveLength(1);
	});
});
