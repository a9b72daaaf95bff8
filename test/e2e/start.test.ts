import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialType } from '../../playground/examples/credentials';
import { openDataTable } from '../../playground/examples/dataTables';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import { playgroundOwner } from '../../playground/playground';
import { freePort } from '../../playground/machine/ports';
import { templateNames } from '../templates/documents';
import { startCommand } from './startCommand';
import type { StartCommand } from './startCommand';
import { post } from './user';
import { waitFor } from './waiting';

/** Each test uses what the ones before it have started. */
describe('npm start', () => {
	const data = mkdtempSync(join(tmpdir(), 'private-number-start-'));
	let port: number;
	let simulatorPort: number;
	let first: StartCommand;

	const command = (): StartCommand =>
		startCommand([
			...['--port', `${port}`, '--simulator-port', `${simulatorPort}`, '--data', data],
		]);
	const signedIn = async (): Promise<N8nApi> =>
		await signIn(`http://127.0.0.1:${port}`, playgroundOwner);
	const contents = async () => {
		const api = await signedIn();
		const workflows = await api.workflows();
		const credentials = await api.credentials(credentialType);
		const table = await openDataTable(api, 'X Call Routes');
		return {
			workflows: workflows.map(({ id, name, active }) => ({ id, name, active })),
			credentials: credentials.map(({ id, name }) => ({ id, name })),
			routes: await table.rows(),
		};
	};
	const send = async (request: { url: string; body: string } | undefined): Promise<Response> =>
		await post(request?.url ?? '', JSON.parse(request?.body ?? '{}') as object);

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
		const response = await send(first.printedRequests()[0]);
		expect(response.status).toBe(201);
		const files = await waitFor('a recording', () => {
			const names = readdirSync(join(data, 'files'));
			return Promise.resolve(names.length > 0 ? names : undefined);
		});
		expect(files).toEqual([expect.stringMatching(/\.wav$/)]);
	});

	it('prints a command that sends an order, whose answer tells the privacy number', async () => {
		const response = await send(first.printedRequests()[1]);
		expect(await response.json()).toMatchObject({
			privateNumber: expect.stringMatching(/^\+86/) as string,
		});
	});

	it('has every example published, the one to try first on top', async () => {
		const { workflows } = await contents();
		expect(workflows.map(({ id }) => id)).toEqual(expect.arrayContaining(templateNames));
		expect(workflows.filter(({ active }) => !active)).toEqual([]);
		const shown = '/rest/workflows?sortBy=updatedAt:desc';
		const [top] = await (await signedIn()).request<{ id: string }[]>('GET', shown);
		expect(top?.id).toBe('call-record-recording-to-file');
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

	it('stops with Ctrl-C, leaves no process, and finds what the user left when it starts again', async () => {
		const api = await signedIn();
		await api.updateWorkflow('order-closed-to-unbind', { name: 'My own' });
		await api.request('POST', '/rest/workflows/nightly-clean-up/deactivate', {});
		await api.request('POST', '/rest/workflows/x-call-routing/archive', {});
		await (await openDataTable(api, 'X Call Routes')).insert([{ note: 'mine' }]);
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
		const processes = await waitFor('a process of n8n', async () => {
			const found = await first.processes();
			return found.some(({ command }) => command.includes('bin/n8n')) ? found : undefined;
		});
		expect(processes.length).toBeGreaterThan(1);
		expect(await first.stop()).toBe(1);
		expect(first.output()).toContain('Stopped before everything was up.');
		expect(await first.stillAlive(processes)).toEqual([]);
	});
});
