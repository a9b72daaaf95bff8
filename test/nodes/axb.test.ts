import { recordDomain } from '../../simulator/ids';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { runNode, type RunOptions } from './engine';
import { KEYS, startPlatform, X1, X2, type Fixture } from './fixture';

const PATH = '/rest/caas/relationnumber/partners/v1.0';
const A = '+8613800000021';
const B = '+8613800000023';

let platform: Fixture;

beforeAll(async () => {
	platform = await startPlatform('AXB');
});
afterAll(async () => {
	await platform.close();
});
beforeEach(() => {
	platform.simulator.reset();
});

type Parameters = Record<string, unknown>;

async function axb(
	resource: string,
	operation: string,
	parameters: Parameters,
	run: RunOptions & { settings?: object } = {},
) {
	return await runNode(new PrivateNumberAxb(), { resource, operation, ...parameters } as never, {
		credential: platform.credential,
		...run,
	});
}

const create = async (parameters: Parameters = {}, run: RunOptions & { settings?: object } = {}) =>
	await axb(
		'binding',
		'create',
		{
			callerNum: '138 0000 0021',
			calleeNum: '+86-138-0000-0023',
			chooseNumberBy: 'number',
			relationNum: '170 0000 0001',
			...parameters,
		},
		run,
	);

const idOf = async (parameters: Parameters = {}): Promise<string> =>
	(await create(parameters)).json[0]?.subscriptionId as string;

describe('binding', () => {
	test('binds A and B to the given privacy number, whatever way the numbers are written', async () => {
		const { json } = await create();
		expect(platform.sent()).toEqual([
			{ method: 'POST', rawUrl: PATH, body: { callerNum: A, calleeNum: B, relationNum: X1 } },
		]);
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				relationNum: X1,
				callerNum: A,
				calleeNum: B,
				callDirection: 0,
				duration: 0,
				maxDuration: 0,
				alreadyBound: false,
			},
		]);
	});

	test('sends every option with the wire type of the documents', async () => {
		await create({
			options: {
				callDirection: 1,
				duration: 3600,
				maxDuration: 60,
				lastMinVoice: 'last.wav',
				recordFlag: true,
				recordHintTone: 'notice.wav',
				privateSms: false,
				callerHintTone: 'a.wav',
				calleeHintTone: 'b.wav',
				userData: 'order-17',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: A,
			calleeNum: B,
			relationNum: X1,
			callDirection: 1,
			duration: 3600,
			maxDuration: 60,
			lastMinVoice: 'last.wav',
			recordFlag: 'true',
			recordHintTone: 'notice.wav',
			privateSms: 'false',
			preVoice: { callerHintTone: 'a.wav', calleeHintTone: 'b.wav' },
			userData: 'order-17',
		});
	});

	test('reproduces the official example of a bind request', async () => {
		await create({
			relationNum: X1,
			options: {
				callDirection: 0,
				duration: 0,
				maxDuration: 0,
				callerHintTone: 'callerHintTone.wav',
				calleeHintTone: 'calleeHintTone.wav',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: '+8613800000021',
			relationNum: X1,
			calleeNum: '+8613800000023',
			callDirection: 0,
			duration: 0,
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
			maxDuration: 0,
		});
		const { headers } = platform.last();
		expect(headers['content-type']).toBe('application/json;charset=UTF-8');
		expect(headers.authorization).toBe('AKSK realm="SDP",profile="UsernameToken",type="Appkey"');
		expect(headers['x-aksk']).toMatch(
			new RegExp(
				`^UsernameToken Username="${KEYS.appKey}",PasswordDigest="[^"]+",Nonce="\\w{1,128}",Created="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"$`,
			),
		);
	});

	test('signs with WSSE where the credential says so', async () => {
		const credential = { ...platform.credential, authentication: 'wsse' };
		const { json } = await create({}, { credential });
		expect(json).toHaveLength(1);
		expect(platform.last().headers['x-wsse']).toContain(KEYS.appKey);
	});

	test('tells when the binding will end', async () => {
		const before = Date.now();
		const { json } = await create({ options: { duration: 3600 } });
		const end = Date.parse(json[0]?.expiresAt as string);
		expect(end - before).toBeGreaterThanOrEqual(3_600_000);
		expect(end - Date.now()).toBeLessThanOrEqual(3_600_000);
	});

	test('lets the platform pick a number of an area', async () => {
		const { json } = await create({ chooseNumberBy: 'area', areaCode: '010', areaMatchMode: '0' });
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: A,
			calleeNum: B,
			areaCode: '010',
			areaMatchMode: '0',
		});
		expect(json[0]?.relationNum).toBe(X2);
	});

	test("lets the platform pick a number of A's area", async () => {
		await create({ chooseNumberBy: 'auto' });
		expect(platform.sent()[0]?.body).toEqual({ callerNum: A, calleeNum: B });
	});

	test('reads a binding back with its settings as switches and plain fields', async () => {
		const subscriptionId = await idOf({
			options: {
				recordFlag: true,
				recordHintTone: 'n.wav',
				callerHintTone: 'a.wav',
				duration: 600,
				userData: '订单 17',
			},
		});
		const { json } = await axb('binding', 'get', { subscriptionId });
		expect(platform.last().rawUrl).toBe(`${PATH}?subscriptionId=${subscriptionId}`);
		expect(json[0]).toMatchObject({
			subscriptionId,
			callerNum: A,
			calleeNum: B,
			relationNum: X1,
			recordFlag: true,
			callerHintTone: 'a.wav',
			duration: 600,
			userData: '订单 17',
			expiresAt: expect.stringMatching(/Z$/) as string,
		});
	});

	test('takes any user data and gives it back: Chinese, braces, objects', async () => {
		for (const userData of ['订单{17}', 'a^b', { order: 17, 名: '王' }]) {
			platform.simulator.reset();
			const { json } = await create(
				{ options: { userData: '={{ $json.data }}' } },
				{ items: [{ data: userData }] },
			);
			expect((platform.sent()[0]?.body as { userData: string }).userData).toMatch(/^b64\.[\w-]+$/);
			const read = await axb('binding', 'get', { subscriptionId: json[0]?.subscriptionId });
			expect(read.json[0]?.userData).toEqual(userData);
		}
	});

	test('lists the bindings of a number, page by page, up to the limit or all of them', async () => {
		for (let pair = 0; pair < 130; pair += 1) {
			const tail = String(pair).padStart(4, '0');
			platform.simulator.bind(KEYS.appKey, {
				callerNum: `+861390000${tail}`,
				calleeNum: `+861370000${tail}`,
				relationNum: X1,
			});
		}
		const list = async (parameters: Parameters) =>
			(await axb('binding', 'getAll', { relationNum: X1, ...parameters })).json;
		expect(await list({ returnAll: false, limit: 7 })).toHaveLength(7);
		const all = await list({ returnAll: true });
		expect(new Set(all.map(({ subscriptionId }) => subscriptionId)).size).toBe(130);
		expect(platform.last().rawUrl).toBe(
			`${PATH}?relationNum=%2B8617000000001&pageIndex=2&pageSize=100`,
		);
	});

	test('finds the binding of one person on a number', async () => {
		await idOf();
		await idOf({ callerNum: '13900000001', calleeNum: '13900000002' });
		const { json } = await axb('binding', 'getAll', {
			relationNum: X1,
			returnAll: true,
			filters: { callerNum: '139 0000 0001' },
		});
		expect(json.map(({ calleeNum }) => calleeNum)).toEqual(['+8613900000002']);
	});

	test('answers a list without a hit with nothing, a get without a hit with a clear refusal', async () => {
		const list = await axb('binding', 'getAll', { relationNum: X1, returnAll: true });
		expect(list.error).toBeUndefined();
		expect(list.json).toEqual([]);
		const get = await axb('binding', 'get', { subscriptionId: 'nowhere' });
		expect(get.error?.message).toMatch(/no (such|binding)/i);
	});

	test('changes only what is given', async () => {
		const subscriptionId = await idOf();
		const { json } = await axb('binding', 'update', {
			subscriptionId,
			updateFields: { calleeNum: '0755-28000001', maxDuration: 30, privateSms: true },
		});
		expect(platform.sent()[1]).toEqual({
			method: 'PUT',
			rawUrl: PATH,
			body: { subscriptionId, calleeNum: '+8675528000001', maxDuration: 30, privateSms: 'true' },
		});
		expect(json).toEqual([{ updated: true, subscriptionId }]);
	});

	test('unbinds one binding; one that is gone counts as deleted', async () => {
		const subscriptionId = await idOf();
		const remove = async () =>
			await axb('binding', 'delete', { identifyBy: 'subscriptionId', subscriptionId });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		expect(platform.last()).toMatchObject({
			method: 'DELETE',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		const strict = await axb('binding', 'delete', {
			identifyBy: 'subscriptionId',
			subscriptionId,
			options: { ignoreNotFound: false },
		});
		expect(strict.error).toBeDefined();
	});

	test('removes all bindings of a number only when told so, and says how many there are', async () => {
		await idOf();
		await idOf({ callerNum: '13900000001', calleeNum: '13900000002' });
		const remove = async (deleteAll: boolean) =>
			await axb('binding', 'delete', { identifyBy: 'privateNumber', relationNum: X1, deleteAll });
		const refused = await remove(false);
		expect(refused.error?.message).toContain('all 2 bindings');
		expect(platform.simulator.bindings()).toHaveLength(2);
		expect((await remove(true)).json).toEqual([{ deleted: true }]);
		expect(platform.last().rawUrl).toBe(`${PATH}?relationNum=%2B8617000000001`);
		expect(platform.simulator.bindings()).toHaveLength(0);
	});
});

describe('a binding that exists already', () => {
	test('is refused with the code, the cause and the way on', async () => {
		await idOf();
		const { error } = await create();
		expect(error?.message).toContain('1012010');
		expect(error?.description).toContain('On Conflict');
	});

	test('is the result where the user wants it', async () => {
		const subscriptionId = await idOf();
		const { json } = await create({ options: { onConflict: 'useExisting' } });
		expect(json[0]).toMatchObject({ subscriptionId, alreadyBound: true });
	});

	test('is not taken for the wanted one when it is of somebody else', async () => {
		await idOf();
		const { error } = await create({
			calleeNum: '13900000009',
			options: { onConflict: 'useExisting' },
		});
		expect(error?.message).toContain('1012010');
	});
});

describe('what cannot be right is refused before anything is sent', () => {
	test.each([
		['a number that is none', { callerNum: '12345' }, 'callerNum'],
		['a number of another country', { calleeNum: '+14155550100' }, 'calleeNum'],
		['a missing privacy number', { relationNum: '={{ "" }}' }, 'relationNum'],
		['a missing area', { chooseNumberBy: 'area', areaCode: '={{ "" }}' }, 'areaCode'],
		['recording without a notice', { options: { recordFlag: true } }, 'recordHintTone'],
		['a notice without recording', { options: { recordHintTone: 'n.wav' } }, 'recordHintTone'],
		[
			'a last-minute tone without a longest call',
			{ options: { lastMinVoice: 'l.wav' } },
			'lastMinVoice',
		],
		['a life of a second', { options: { duration: 1 } }, 'duration'],
		['a call of two days', { options: { maxDuration: 2880 } }, 'maxDuration'],
		['user data that is too long', { options: { userData: '长'.repeat(100) } }, 'userData'],
	])('%s', async (_, parameters, field) => {
		const { error, json } = await create(parameters, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				error: expect.stringContaining(field) as string,
				details: {
					field,
					value: expect.anything() as string,
					expected: expect.any(String) as string,
				},
			},
		]);
		expect(platform.sent()).toEqual([]);
	});
});

describe('many items', () => {
	const items = Array.from({ length: 25 }, (_, index) => ({
		a: `139${String(index).padStart(8, '0')}`,
		b: `137${String(index).padStart(8, '0')}`,
	}));
	const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };

	test('keep their order and their pairing', async () => {
		platform.simulator.setFault({ kind: 'slow', times: 3, delayMs: 60 });
		const { outputs } = await create(each, { items });
		expect(outputs[0]?.map(({ json }) => json.callerNum)).toEqual(items.map(({ a }) => `+86${a}`));
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});

	test('go on without the one that is refused, when the user wants that', async () => {
		const mixed = items.map((item, index) =>
			index === 3 ? { ...item, b: items[2]?.b ?? '' } : item,
		);
		const { json } = await create(each, {
			items: mixed,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toHaveLength(25);
		const failed = json.filter(({ error }) => error !== undefined);
		expect(failed).toHaveLength(1);
		expect(failed[0]).toEqual({
			error: expect.stringContaining('1012010') as string,
			details: { code: '1012010', httpStatus: 403, remedy: expect.any(String) as string },
		});
	});

	test('stop after the first refusal, and name what was done', async () => {
		const broken = items.map((item, index) => (index === 5 ? { ...item, b: 'nobody' } : item));
		const { error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items: broken },
		);
		expect(error?.context?.itemIndex).toBe(5);
		expect(error?.description).toMatch(/item 0 \(.+\), 1 \(.+\), 2 \(.+\), 3 \(.+\), 4 \(/);
		expect(platform.simulator.bindings()).toHaveLength(5);
	});

	test('use no more connections than they may run side by side', async () => {
		await create({ ...each, requestOptions: { concurrency: 4 } }, { items });
		expect(
			new Set(platform.simulator.requests.map(({ remotePort }) => remotePort)).size,
		).toBeLessThanOrEqual(4);
	});
});

describe('a cancelled execution', () => {
	const items = Array.from({ length: 20 }, (_, index) => ({
		a: `1390000${String(index).padStart(4, '0')}`,
		b: `1370000${String(index).padStart(4, '0')}`,
	}));

	test('starts nothing new, and what is on its way is finished', async () => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const parameters = {
			callerNum: '={{ $json.a }}',
			calleeNum: '={{ $json.b }}',
			requestOptions: { concurrency: 2 },
		};
		const { error } = await create(parameters, {
			items,
			onStart: (cancel) => setTimeout(cancel, 100),
		});
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(error?.message ?? '').not.toContain('undefined');
		expect(platform.sent()).toHaveLength(2);
		expect(platform.simulator.bindings()).toHaveLength(2);
		expect(platform.simulator.requests.every(({ status }) => status === 200)).toBe(true);
	});

	test('gives up queries at once', async () => {
		platform.simulator.setFault({ kind: 'hang' });
		const before = Date.now();
		await axb(
			'binding',
			'getAll',
			{ relationNum: X1, returnAll: true },
			{ onStart: (cancel) => setTimeout(cancel, 100) },
		);
		expect(Date.now() - before).toBeLessThan(5000);
	});
});

describe('calls and recordings', () => {
	test('ends a call; one that is over already is no trouble', async () => {
		await idOf();
		const { sessionId } = platform.simulator.startCall({
			caller: A,
			called: X1,
			interactive: true,
		});
		const end = async () => await axb('call', 'end', { sessionId });
		expect((await end()).json).toEqual([{ ended: true }]);
		expect(platform.last()).toMatchObject({
			method: 'POST',
			rawUrl: '/rest/httpsessions/callStop/v2.0',
		});
		expect(JSON.parse(platform.last().rawBody)).toEqual({
			sessionid: sessionId,
			signal: 'call_stop',
		});
		expect((await end()).json).toEqual([{ ended: true, alreadyEnded: true }]);
	});

	/** A recorded call that is over, as its call record names it. */
	async function recordedCall(recordingLagSeconds = 0) {
		await idOf({ options: { recordFlag: true, recordHintTone: 'n.wav' } });
		const call = { caller: A, called: X1, talkSeconds: 8, recordingLagSeconds };
		const { sessionId } = platform.simulator.startCall(call);
		const { recordObjectName } = await platform.simulator.waitForCall(sessionId);
		await platform.simulator.waitForIdle();
		return { fileName: recordObjectName, recordDomain };
	}

	const download = async (parameters: Parameters) =>
		await axb('recording', 'download', { binaryPropertyName: 'data', ...parameters });

	test('downloads the recording of a call as a file', async () => {
		const recording = await recordedCall();
		const { outputs, error } = await download({ source: 'file', ...recording });
		expect(error).toBeUndefined();
		const file = outputs[0]?.[0]?.binary?.data;
		expect(file).toMatchObject({ fileName: recording.fileName, mimeType: 'audio/wav' });
		expect(
			Buffer.from(file?.data ?? '', 'base64')
				.subarray(0, 4)
				.toString(),
		).toBe('RIFF');
	});

	test('never shows the signature to the storage host', async () => {
		await download({ source: 'file', ...(await recordedCall()) });
		const [request] = platform.simulator.storageRequests;
		expect(request).toBeDefined();
		expect(JSON.stringify(request?.headers)).not.toMatch(/aksk|wsse|authorization/i);
	});

	test('gives the address of a recording', async () => {
		const recording = await recordedCall();
		const { json } = await axb('recording', 'getUrl', recording);
		expect(json[0]?.url).toContain(platform.simulator.storageUrl);
		expect(platform.last().rawUrl).toBe(
			`/rest/provision/voice/record/v1.0?fileName=${recording.fileName}&recordDomain=${recordDomain}`,
		);
	});

	test('says that there is no such recording', async () => {
		const { error } = await download({ source: 'file', fileName: 'none.wav', recordDomain });
		expect(error?.message).toContain('1012007');
	});

	test.each([
		['another host', 'https://example.com/a.wav'],
		['a host that only looks like a storage host', 'https://myhuaweicloud.com.example.com/a.wav'],
		['a file of the server', 'file:///etc/passwd'],
	])('downloads nothing from %s', async (_, url) => {
		const { error } = await download({ source: 'url', url });
		expect(error?.message).toBe('The download address is not allowed');
	});

	test('downloads from a host that the user allows', async () => {
		const recording = await recordedCall();
		const { json } = await axb('recording', 'getUrl', recording);
		const { outputs, error } = await download({
			source: 'url',
			url: json[0]?.url,
			options: { allowedHosts: 'example.com, 127.0.0.1' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.fileName).toBe(recording.fileName);
	});

	test('tells plainly when the platform names no address', async () => {
		platform.simulator.setFault({ kind: 'redirect' });
		const { error } = await axb('recording', 'getUrl', { fileName: 'a.wav', recordDomain });
		expect(error?.message).toBe('The platform gave no download address for the recording');
	});
});

describe('when the platform does not do as asked', () => {
	const attempt = async (run: RunOptions & { settings?: object } = {}) =>
		await axb(
			'binding',
			'getAll',
			{ relationNum: X1, returnAll: true, requestOptions: { timeout: 1, flowControlWait: 1 } },
			run,
		);

	test.each([
		['a wrong secret', { appSecret: 'anotherSecret00' }, 'The app secret is wrong'],
		['an unknown key', { appKey: 'nobody' }, 'The platform does not know this app key'],
		[
			'an address without a host',
			{ baseUrl: 'http://127.0.0.1:9' },
			'The platform cannot be reached',
		],
		['an address that is none', { baseUrl: 'not an address' }, 'baseUrl'],
	])('%s is told in one sentence', async (_, change, message) => {
		const { error } = await attempt({ credential: { ...platform.credential, ...change } });
		expect(error?.message).toContain(message);
		expect(error?.description).not.toBe('');
		expect(JSON.stringify(error)).not.toContain('anotherSecret00');
	});

	test('a wrong secret stops the run at once, so that the platform does not lock the address', async () => {
		const credential = { ...platform.credential, appSecret: 'anotherSecret00' };
		const items = Array.from({ length: 60 }, () => ({}));
		const { json } = await attempt({
			credential,
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toHaveLength(60);
		expect(json.every(({ details }) => (details as { code: string }).code === '1010010')).toBe(
			true,
		);
		expect(platform.sent().length).toBeLessThanOrEqual(10);
		expect((await attempt()).error).toBeUndefined();
	});

	test.each([
		['a page instead of an answer', { kind: 'htmlError' as const }],
		['a bad gateway', { kind: 'badGateway' as const }],
		['half an answer', { kind: 'truncatedJson' as const }],
		['a cut connection', { kind: 'reset' as const }],
		['an internal fault', { kind: 'internalError' as const }],
		['no answer', { kind: 'hang' as const }],
	])('a query survives %s', async (_, fault) => {
		await idOf();
		platform.simulator.setFault({ ...fault, times: 1 });
		const { json, error } = await attempt();
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
	});

	test.each([
		['a page instead of an answer', { kind: 'htmlError' as const }, /cannot be read/],
		['half an answer', { kind: 'truncatedJson' as const }, /cannot be read/],
		['a redirect to nowhere', { kind: 'redirect' as const }, /redirect/],
		['an internal fault', { kind: 'internalError' as const }, /1010001/],
	])('%s again and again ends in one clear sentence', async (_, fault, message) => {
		platform.simulator.setFault(fault);
		expect((await attempt()).error?.message).toMatch(message);
	});

	test.each([
		['after the platform has acted', { kind: 'reset' as const, acts: true }],
		['before the platform has acted', { kind: 'reset' as const }],
		['by a gateway, after the platform has acted', { kind: 'badGateway' as const, acts: true }],
		['in the middle of the answer', { kind: 'cutAnswer' as const }],
	])('a bind whose answer is lost %s is settled: exactly one binding', async (_, fault) => {
		platform.simulator.setFault({ ...fault, operation: 'bind', method: 'POST', times: 1 });
		const { json, error } = await create();
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ alreadyBound: false, callerNum: A, calleeNum: B });
		expect(platform.simulator.bindings()).toHaveLength(1);
		expect(platform.simulator.bindings()[0]?.subscriptionId).toBe(json[0]?.subscriptionId);
	});

	test('a bind whose answer is lost is never repeated where the platform chose the number', async () => {
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', times: 1 });
		const { json } = await create(
			{ chooseNumberBy: 'auto' },
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent()).toHaveLength(1);
	});

	test('an unbind whose answer is lost is a success', async () => {
		const subscriptionId = await idOf();
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'DELETE', times: 1 });
		const { json } = await axb('binding', 'delete', {
			identifyBy: 'subscriptionId',
			subscriptionId,
			options: { ignoreNotFound: false },
		});
		expect(json).toEqual([{ deleted: true }]);
	});

	test.each(['flowControl', 'trafficControl'] as const)(
		'%s makes everybody wait once, and is a hint, not a stop',
		async (kind) => {
			platform.simulator.setFault({ kind, times: 1 });
			const { error, hints } = await attempt({ items: [{}, {}, {}] });
			expect(error).toBeUndefined();
			expect(hints).toEqual([expect.stringContaining('waited 1 seconds')]);
		},
	);

	test('an address that is not on the white list stops the run and says whom to ask', async () => {
		platform.simulator.setFault({ kind: 'ipNotAllowed' });
		const { error } = await attempt();
		expect(error?.message).toContain('white list');
		expect(error?.description).toContain('administrator');
		expect(platform.sent()).toHaveLength(1);
	});
});

describe('Retry On Fail', () => {
	const items = Array.from({ length: 4 }, (_, index) => ({
		b: `1370000000${index}`,
		a: `1390000000${index}`,
	}));
	const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

	test.each([
		['with Stop', retry],
		['with Continue', { ...retry, onError: 'continueRegularOutput' }],
	])('%s binds each item once', async (_, settings) => {
		platform.simulator.setFault({
			kind: 'code',
			http: 403,
			code: '1012102',
			text: 'The number status is abnormal.',
			method: 'POST',
			times: 1,
		});
		const { json, error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items, settings },
		);
		expect(error).toBeUndefined();
		expect(json.map(({ callerNum }) => callerNum)).toEqual(items.map(({ a }) => `+86${a}`));
		expect(platform.simulator.bindings()).toHaveLength(4);
		expect(platform.sent()).toHaveLength(5);
	});
});
