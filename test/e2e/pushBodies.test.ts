import { request } from 'node:http';
import { gzipSync } from 'node:zlib';

import { ask } from '../../playground/n8n/ask';
import { chain, publish } from '../../playground/examples/chain';
import { packageNode } from '../../playground/n8n/nodeTypes';
import { signatureHeaders } from '../../simulator/wire/signature';
import { complaints } from './log';
import { sharedPlayground } from './shared';
import { newApplication } from './user';
import { waitFor } from './waiting';

/** The options of a new trigger, and those of a workflow that somebody wrote without the switch. */
const WAYS: ReadonlyArray<[string, Record<string, unknown>]> = [
	['left to the trigger', {}],
	['read by n8n first', { options: {} }],
];

describe('a body that comes to a real n8n', () => {
	const application = newApplication();
	const playground = sharedPlayground({
		simulator: { applications: [application] },
		environment: { N8N_LOG_FORMAT: 'json' },
	});
	const urls: string[] = [];

	beforeAll(async () => {
		const { api, n8n, credentials } = playground;
		for (const [name, parameters] of WAYS) {
			const trigger = {
				name: 'Event',
				type: packageNode('privateNumberTrigger'),
				credential: credentials[0],
				parameters,
			};
			urls.push((await publish(api, n8n.webhookBase, chain(name, [trigger]))).url);
		}
	});

	const signed = (url: string): Record<string, string> => ({
		...signatureHeaders({ scheme: 'aksk', ...application, url, now: Date.now() }),
		'content-type': 'application/json',
	});
	async function post(url: string, body: string | Buffer, headers: object = {}) {
		const answer = await ask(url, {
			method: 'POST',
			headers: { ...signed(url), ...headers },
			body,
		});
		return { status: answer.status, text: await answer.text() };
	}

	describe.each(WAYS)('and is %s', (name) => {
		const url = () => urls[WAYS.findIndex(([way]) => way === name)] ?? '';
		const push = '{"eventType":"fee","feeLst":[{"icid":"i1"}]}';

		it.each([
			['plain', push, {}],
			['with a byte order mark', `\ufeff${push}`, {}],
			['in gzip', gzipSync(push), { 'content-encoding': 'gzip' }],
			['as text', push, { 'content-type': 'text/plain' }],
		])('is taken %s', async (_, body, headers) => {
			expect(await post(url(), body, headers)).toEqual({ status: 200, text: '' });
		});

		it('is answered with 422 where it is no JSON, with 400 where it is no object', async () => {
			expect((await post(url(), '{"eventType":')).status).toBe(422);
			for (const body of ['[]', '17', 'null', '']) {
				expect((await post(url(), body)).status).toBe(400);
			}
		});

		it('is refused where it has more than the platform ever sends', async () => {
			const { status } = await post(url(), `{"feeLst":[${'{},'.repeat(250_000)}{}]}`);
			expect(status).toBe(400);
		});
	});

	it('is answered where it is larger than n8n takes, and the next one too', async () => {
		const [url = ''] = urls;
		const large = Buffer.alloc(40_000_000, ' ');
		for (const [body, headers] of [
			[large, {}],
			[gzipSync(large), { 'content-encoding': 'gzip' }],
		] as const) {
			expect(await post(url, body, headers)).toEqual({
				status: 413,
				text: '{"message":"The body is larger than n8n takes"}',
			});
		}
		expect((await post(url, '{"eventType":"fee","feeLst":[]}')).status).toBe(200);
	});

	it('leaves one line in the log where it breaks off', async () => {
		const [url = ''] = urls;
		const { main } = playground.n8n;
		const before = main.log().length;
		const bodies: Array<[Buffer, Record<string, string>]> = [
			[Buffer.alloc(60, ' '), {}],
			[gzipSync(Buffer.alloc(60_000, ' ')).subarray(0, 20), { 'content-encoding': 'gzip' }],
		];
		for (const [body, headers] of bodies) {
			const outgoing = request(url, { method: 'POST', headers: { ...signed(url), ...headers } });
			outgoing.on('error', () => undefined);
			outgoing.write(body);
			setTimeout(() => outgoing.destroy(), 300);
		}
		const told = () => complaints(main.log().slice(before));
		await waitFor('two lines', () => Promise.resolve(told().length > 1 || undefined));
		const line = 'Huawei Private Number: a push was refused: The body broke off';
		expect(told()).toMatchObject([
			{ level: 'warn', message: line },
			{ level: 'warn', message: line },
		]);
	});
});
