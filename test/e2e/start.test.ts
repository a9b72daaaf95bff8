import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialType } from '../../playground/examples/credentials';
import { openDataTable } from '../../playground/examples/dataTables';
import { phones } from '../../playground/examples/phones';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import type { Credential } from '../../playground/n8n/types';
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

	const command = (locale?: string): StartCommand => {
		const ports = ['--port', `${port}`, '--simulator-port', `${simulatorPort}`];
		return startCommand([...ports, '--data', data], locale);
	};
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

	it('prints a command that closes this order: its number connected the phones, and no longer does', async () => {
		const [, order, closing] = first.printedRequests();
		// The same order again has the same number.
		const bound = (await (await send(order)).json()) as { privateNumber: string };
		const bindings = async (): Promise<object[]> => {
			const answer = await fetch(`http://127.0.0.1:${simulatorPort}/sim/bindings`);
			return ((await answer.json()) as { x: string; a: string; b: string }[]).filter(
				({ x }) => x === bound.privateNumber,
			);
		};
		expect(await bindings()).toMatchObject([{ a: `+86${phones[0]}`, b: `+86${phones[1]}` }]);
		expect(await (await send(closing)).json()).toMatchObject({ unbound: true });
		expect(await bindings()).toEqual([]);
	});

	it('has every example published, the one to try first on top', async () => {
		const { workflows } = await contents();
		expect(workflows.map(({ id }) => id)).toEqual(expect.arrayContaining(templateNames));
		expect(workflows.filter(({ active }) => !active)).toEqual([]);
		const shown = '/rest/workflows?sortBy=updatedAt:desc';
		const [top] = await (await signedIn()).request<{ id: string }[]>('GET', shown);
		expect(top?.id).toBe('call-record-recording-to-file');
	});

	it('has the AXB credential in front: the editor fills in the one that was changed last', async () => {
		const credentials = await (await signedIn()).credentials(credentialType);
		// As the editor looks for it among the credentials of a node.
		const chosen = credentials.reduce((latest, one) =>
			changedAt(latest) > changedAt(one) ? latest : one,
		);
		expect(chosen.name).toMatch(/ AXB$/);
		expect(credentials.filter((one) => changedAt(one) === changedAt(chosen))).toHaveLength(1);
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

	it.each([
		['--help in Chinese, as the shell speaks', ['--help'], 'zh_CN.UTF-8', 0, /^启动一个真实的 n8n/],
		[
			'--help in the language that is asked for',
			['--help', '--locale', 'zh-CN'],
			'C',
			0,
			/--locale 语言/,
		],
		['no locale of another language', ['--locale', 'fr'], 'C', 1, /^There is no locale fr: /],
		[
			'no option that it does not know',
			['--prot', '1'],
			'C',
			1,
			/--prot.*\nSee npm start -- --help/,
		],
		['no port that is none', ['--port', '0'], 'zh_CN', 1, /^--port 0 不是端口/],
	])('takes %s', async (_what, options, locale, code, text) => {
		const asked = startCommand(options, locale);
		expect(await asked.exitCode).toBe(code);
		expect(asked.output()).toMatch(text);
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

		first = command('zh_CN.UTF-8');
		await first.until('按 Ctrl-C 停止');
		expect(await contents()).toEqual(before);
	});

	it('spoke Chinese then, in a Chinese shell, and so does n8n', async () => {
		const output = first.output();
		expect(output).toContain('正在启动带有软件包的 n8n');
		for (const word of ['隐私号', '绑定', '话单', '录音', '应用', '凭证']) {
			expect(output).toContain(word);
		}
		expect(output).not.toMatch(/Starting|Importing|Ctrl-C stops|Try "/);
		const { defaultLocale } = await (
			await signedIn()
		).request<{ defaultLocale: string }>('GET', '/rest/settings');
		expect(defaultLocale).toBe('zh-CN');
		expect((await send(first.printedRequests()[0])).status).toBe(201);
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

/** When n8n has last changed a credential; its answers tell more than the tests of others need. */
function changedAt(credential: Credential & { updatedAt?: string }): string {
	if (credential.updatedAt === undefined) throw new Error('n8n does not tell it.');
	return credential.updatedAt;
}
