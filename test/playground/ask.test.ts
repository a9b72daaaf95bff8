import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ask } from '../../playground/n8n/ask';

let server: Server;
let url: string;
/** What the server has got: the port of each request's connection, its headers, and its body. */
const got: Array<{ port?: number; type?: string; body: string }> = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString()));
		request.on('end', () => {
			const { headers, socket } = request;
			got.push({ port: socket.remotePort, type: headers['content-type'], body });
			response.end('here');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

test('n8n is asked on a new connection each time', async () => {
	for (let times = 0; times < 10; times += 1) expect(await (await ask(url)).text()).toBe('here');
	expect(new Set(got.map(({ port }) => port)).size).toBe(10);
});

test('what is sent along arrives', async () => {
	const headers = { 'content-type': 'application/json' };
	await ask(url, { method: 'POST', headers, body: '{}' });
	const form = new FormData();
	form.set('name', 'value');
	await ask(url, { method: 'POST', body: form });
	const [json, filled] = got.slice(-2);
	expect(json).toMatchObject({ type: 'application/json', body: '{}' });
	expect(filled?.type).toContain('multipart/form-data');
	expect(filled?.body).toContain('value');
});
