import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialType } from '../../playground/credentials';
import { signIn } from '../../playground/n8nApi';
import { playgroundOwner } from '../../playground/playground';
import { freePort } from '../../playground/ports';
import { startCommand } from './startCommand';
import type { StartCommand } from './startCommand';
import { waitFor } from './waiting';

describe('npm start', () => {
	const data = mkdtempSync(join(tmpdir(), 'private-number-start-'));
	let port: number;
	let simulatorPort: number;
	let first: StartCommand;

	const command = (): StartCommand =>
		startCommand([
			...['--port', `${port}`, '--simulator-port', `${simulatorPort}`, '--data', data],
		]);
	const contents = async () => {
		const api = await signIn(`http://127.0.0.1:${port}`, playgroundOwner);
		const workflows = await api.workflows();
		const credentials = await api.credentials(credentialType);
		return {
			workflows: workflows.map(({ id, active }) => ({ id, active })),
			credentials: credentials.map(({ id, name }) => ({ id, name })),
		};
	};

	beforeAll(async () => {
		port = await freePort();
		simulatorPort = await freePort();
		first = command();
		await first.until('Ctrl-C stops both');
	}, 900_000);

	afterAll(async () => {
		await first.stop();
		rmSync(data, { recursive: true, force: true });
	});

	it('prints a command that places a call, whose recording comes into the folder', async () => {
		const [placeCall] = first.printedRequests();
		const response = await fetch(placeCall?.url ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: placeCall?.body,
		});
		expect(response.status).toBe(201);
		const files = await waitFor('a recording', () => {
			const names = readdirSync(join(data, 'files'));
			return Promise.resolve(names.length > 0 ? names : undefined);
		});
		expect(files).toEqual([expect.stringMatching(/\.wav$/)]);
	});

	it('prints a command that sends an order, whose answer tells the privacy number', async () => {
		const sendOrder = first.printedRequests()[1];
		const response = await fetch(sendOrder?.url ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: sendOrder?.body,
		});
		expect(await response.json()).toMatchObject({
			privateNumber: expect.stringMatching(/^\+86/) as string,
		});
	});

	it('says in one sentence that a port is in use', async () => {
		const second = command();
		expect(await second.exitCode).toBe(1);
		expect(second.output().trim().split('\n')).toEqual([
			`Port ${port} is in use: stop the program there, or choose one with --port.`,
		]);
	});

	it('says in one sentence that the data folder is in use', async () => {
		const ports = ['--port', `${await freePort()}`, '--simulator-port', `${await freePort()}`];
		const second = startCommand([...ports, '--data', data]);
		expect(await second.exitCode).toBe(1);
		expect(second.output().trim().split('\n')).toEqual([
			`Another playground uses ${data}: stop it, or choose another --data.`,
		]);
	});

	it('stops with Ctrl-C, leaves no process, and finds everything when it starts again', async () => {
		const before = await contents();
		const processes = await first.processes();
		expect(processes.length).toBeGreaterThan(1);

		expect(await first.stop()).toBe(0);
		expect(first.output()).toContain('Stopped.');
		expect(await first.stillAlive(processes)).toEqual([]);

		first = command();
		await first.until('Ctrl-C stops both');
		expect(await contents()).toEqual(before);
	});

	it('stops with Ctrl-C before everything is up', async () => {
		await first.stop();
		first = command();
		await first.until('Starting n8n');
		await new Promise((resolve) => setTimeout(resolve, 1500));
		const processes = await first.processes();
		await first.stop();
		expect(await first.stillAlive(processes)).toEqual([]);
	});
});
