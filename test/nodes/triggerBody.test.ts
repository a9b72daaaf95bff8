import { request, type ClientRequest } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';

import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { waitUntil } from '../waitUntil';
import { signed, triggerDesk } from './triggerDesk';

const { trigger } = triggerDesk();

const push = { eventType: 'fee', feeLst: [{ icid: 'i1', userData: 'x'.repeat(50_000) }] };
const text = JSON.stringify(push);
const asJson = { 'content-type': 'application/json' };

/** Without options n8n leaves the body to the trigger; with empty ones it reads it first. */
const WAYS: ReadonlyArray<[string, IDataObject]> = [
	['left to the trigger', {}],
	['read by n8n first', { options: {} }],
];

describe.each(WAYS)('a body that is %s', (_, parameters) => {
	beforeEach(() => {
		trigger.set(parameters);
	});

	test.each([
		['plain', (body: string) => Buffer.from(body), undefined],
		['with a byte order mark', (body: string) => Buffer.from(`\ufeff${body}`), 'text/plain'],
		['in gzip', gzipSync, undefined],
		['in deflate', deflateSync, undefined],
	])('is taken %s', async (name, pack, type = 'application/json') => {
		const [encoding] = ['gzip', 'deflate'].filter((one) => name.endsWith(one));
		const { status } = await trigger.post(pack(text), {
			...signed(),
			'content-type': type,
			...(encoding !== undefined && { 'content-encoding': encoding }),
		});
		expect(status).toBe(200);
		expect(trigger.items()).toEqual([expect.objectContaining({ recordId: 'i1' })]);
	});

	test('keeps every digit', async () => {
		await trigger.post('{"eventType":"fee","feeLst":[{"icid":12345678901234567890}]}', signed());
		expect(trigger.items()).toEqual([
			expect.objectContaining({ recordId: '12345678901234567890' }),
		]);
	});

	test.each(['{"a":', 'hello', '{"a":1}}'])(
		'is answered with 422 as JSON that is none: %s',
		async (body) => {
			expect((await trigger.post(body, { ...signed(), ...asJson })).status).toBe(422);
			expect(trigger.executions).toEqual([]);
		},
	);

	test.each(['[]', '17', '"text"', 'null', ''])(
		'is refused with 400 as JSON that is no object: %s',
		async (body) => {
			expect((await trigger.post(body, { ...signed(), ...asJson })).status).toBe(400);
			expect(trigger.executions).toEqual([]);
		},
	);

	test('is told from another under the same signature', async () => {
		const headers = signed();
		expect((await trigger.post(text, headers)).status).toBe(200);
		expect((await trigger.post(text, headers)).status).toBe(200);
		expect((await trigger.post(`${text} `, headers)).status).toBe(401);
		expect(trigger.executions).toHaveLength(2);
	});
});

describe('a form', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded' };

	test('is no push where the trigger reads it', async () => {
		expect((await trigger.post('eventType=fee', { ...signed(), ...form })).status).toBe(400);
		const parts = { 'content-type': 'multipart/form-data; boundary=x' };
		expect((await trigger.post('--x--', { ...signed(), ...parts })).status).toBe(400);
	});

	test('is a push of an unknown kind where n8n has read it', async () => {
		trigger.set({ options: {} });
		expect((await trigger.post('eventType=fee', { ...signed(), ...form })).status).toBe(200);
		expect(trigger.warnings).toEqual([expect.stringContaining('unknown kind')]);
	});
});

describe('a body that the trigger cannot read', () => {
	/** Begins a push and leaves the rest to the test. */
	function begin(headers: Record<string, string>): ClientRequest {
		const outgoing = request(trigger.url, { method: 'POST', headers: { ...asJson, ...headers } });
		outgoing.on('error', () => undefined);
		return outgoing;
	}

	test.each<[string, Record<string, string>, Buffer]>([
		['plain', { 'content-length': '100000' }, Buffer.from(text)],
		['in chunks', {}, Buffer.from(text)],
		['packed', { 'content-encoding': 'gzip' }, gzipSync(text)],
	])('because it breaks off (%s) leaves one line in the log', async (_, headers, body) => {
		const outgoing = begin({ ...signed(), ...headers });
		await new Promise((resolve) => outgoing.write(body.subarray(0, 60), resolve));
		outgoing.destroy();
		await waitUntil(() => trigger.log.length > 0);
		expect(trigger.log).toEqual([expect.stringContaining('The body broke off')]);
		expect(trigger.warnings).toHaveLength(1);
		expect(trigger.executions).toEqual([]);
	});

	test('because it is packed in another way than it says is answered with 400', async () => {
		const headers = { ...signed(), 'content-encoding': 'gzip' };
		expect((await trigger.post(text, headers)).status).toBe(400);
		expect(trigger.warnings).toEqual([expect.stringContaining('could not be read')]);
	});

	test.each<[string, Record<string, string>, Buffer]>([
		['as it comes', {}, Buffer.alloc(17_000_000, ' ')],
		[
			'once it is unpacked',
			{ 'content-encoding': 'gzip' },
			gzipSync(Buffer.alloc(17_000_000, ' ')),
		],
	])('because it is larger than n8n takes, %s, is answered with 413', async (_, headers, body) => {
		const { status, text } = await trigger.post(body, { ...signed(), ...headers });
		expect(status).toBe(413);
		expect(JSON.parse(text)).toEqual({ message: 'The body is larger than n8n takes' });
		expect(trigger.warnings).toHaveLength(1);
	});

	test('because nobody may send it is not waited for', async () => {
		const outgoing = begin({ 'content-length': '100000' });
		const answered = new Promise<number | undefined>((resolve) =>
			outgoing.on('response', ({ statusCode }) => {
				resolve(statusCode);
			}),
		);
		outgoing.write('{');
		expect(await answered).toBe(401);
		outgoing.destroy();
	});
});

describe("n8n's switch that leaves the body to the trigger", () => {
	const { description } = new PrivateNumberTrigger();
	/** What the editor saves of these values, and what n8n makes of them when it loads them. */
	const kept = (values: INodeParameters, withDefaults: boolean) =>
		NodeHelpers.getNodeParameters(
			description.properties,
			values,
			withDefaults,
			false,
			null,
			description,
		) as { options?: IDataObject };

	test('is on in a new trigger, and in one whose options nobody has saved', () => {
		expect(kept({}, true).options).toEqual({ binaryData: true });
		expect(kept(kept({}, true) as INodeParameters, false).options).toEqual({ binaryData: true });
	});

	test('stays when other options come', () => {
		const options = { binaryData: true, maskNumbers: true };
		for (const withDefaults of [true, false]) {
			expect(kept({ options }, withDefaults).options).toEqual(options);
		}
	});

	test('is shown to nobody', () => {
		const group = description.properties.find(({ name }) => name === 'options');
		const field = group?.options?.find(({ name }) => name === 'binaryData');
		expect(field).toMatchObject({ type: 'hidden', default: true });
	});
});
