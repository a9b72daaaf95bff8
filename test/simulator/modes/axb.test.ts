import { axbApplication, call, closeAll, open, outcome, stopClock } from '../helpers';
import type { Simulator } from '../../../simulator';

const path = '/rest/caas/relationnumber/partners/v1.0';
const a = '+8613800000021';
const b = '+8613800000023';
const x = '+8613800006666';
const pair = { callerNum: a, calleeNum: b, relationNum: x };

afterEach(closeAll);

async function bind(simulator: Simulator, more: object = {}): Promise<string> {
	const answer = await call(simulator, 'POST', path, { ...pair, ...more });
	expect(outcome(answer)).toBe('200 0');
	return String(answer.json.subscriptionId);
}

describe('AXB bind', () => {
	it('answers the official example with exactly the documented fields and types', async () => {
		const simulator = await open();
		const answer = await call(simulator, 'POST', path, {
			callerNum: '+8613800000021',
			relationNum: '+8613800006666',
			calleeNum: '+8613800000023',
			callDirection: 0,
			duration: 0,
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
			maxDuration: 0,
		});
		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId: expect.stringMatching(/^.{1,64}$/) as string,
			relationNum: '+8613800006666',
			callDirection: 0,
			duration: 0,
			maxDuration: 0,
		});
	});

	it('picks X by area, by province, by the area of A, and says 1012008 when none is free', async () => {
		const simulator = await open({
			applications: [{ ...axbApplication, subscriberAreas: { '+8613900000001': '010' } }],
		});
		const relationNum = async (body: object): Promise<unknown> => {
			const answer = await call(simulator, 'POST', path, body);
			return answer.json.relationNum ?? answer.json.resultcode;
		};
		expect(await relationNum({ callerNum: a, calleeNum: b, areaCode: '0755' })).toBe(x);
		expect(await relationNum({ callerNum: a, calleeNum: b, areaCode: '0755' })).toBe(
			'+8613800006667',
		);
		expect(await relationNum({ callerNum: a, calleeNum: b, areaCode: '0755' })).toBe('1012008');
		expect(
			await relationNum({ callerNum: a, calleeNum: b, areaCode: '0755', areaMatchMode: '1' }),
		).toBe('+8613800006668');
		expect(await relationNum({ callerNum: '+8613900000001', calleeNum: b })).toBe('1012008');
		expect(await relationNum({ callerNum: '+8613900000001', calleeNum: '+8613900000002' })).toBe(
			'+8613800006668',
		);
	});

	it.each([
		['a number without +86', { callerNum: '13800000021' }, '403 1010002'],
		['a missing B', { calleeNum: undefined }, '403 1010002'],
		['A equal to B', { calleeNum: a }, '403 1010002'],
		['a 400 number as A', { callerNum: '+864001234567' }, '403 1010002'],
		['a JSON boolean where a string is documented', { recordFlag: true }, '403 1010002'],
		['a string where an integer is documented', { maxDuration: '5' }, '403 1010002'],
		['a number where a text is documented', { userData: 5 }, '403 1010002'],
		['half a minute', { maxDuration: 1.5 }, '403 1010002'],
		['an area that is no code of a city', { relationNum: '', areaCode: '755' }, '403 1010002'],
		['a tone that is no name of a file', { lastMinVoice: 'a tone', maxDuration: 5 }, '403 1010002'],
		['a duration under 60 seconds', { duration: 59 }, '403 1010002'],
		['a duration over 90 days', { duration: 7_776_001 }, '403 1010002'],
		['more than 1440 minutes', { maxDuration: 1441 }, '403 1010002'],
		['an unknown direction', { callDirection: 3 }, '403 1010002'],
		['userData with braces', { userData: '{}' }, '403 1010002'],
		['userData in Chinese', { userData: '订单' }, '403 1010002'],
		['userData of 257 characters', { userData: 'x'.repeat(257) }, '403 1010002'],
		['a preVoice that is no object', { preVoice: 'tone.wav' }, '403 1010002'],
		['a landline A without an X', { callerNum: '+867552800001', relationNum: '' }, '403 1010002'],
		['an X of another application', { relationNum: '+8613800009999' }, '403 1012001'],
		['an X that does not exist', { relationNum: '+8613800001111' }, '403 1012007'],
		['recording that is switched off', { recordFlag: 'true' }, '403 1012012'],
	])('refuses %s', async (_what, change, expected) => {
		const other = { ...axbApplication, appKey: 'other', appSecret: 'other' };
		const simulator = await open({
			applications: [
				{ ...axbApplication, recording: false },
				{ ...other, numbers: [{ number: '+8613800009999', areaCode: '010' }] },
			],
		});
		expect(outcome(await call(simulator, 'POST', path, { ...pair, ...change }))).toBe(expected);
		expect(simulator.bindings()).toEqual([]);
	});

	it('names the tone that was not approved, in the documented words', async () => {
		const simulator = await open({
			applications: [{ ...axbApplication, voiceFiles: ['notice.wav'] }],
		});
		const answer = await call(simulator, 'POST', path, {
			...pair,
			maxDuration: 5,
			lastMinVoice: 'lastMinVoice.wav',
		});
		expect(answer.json.resultdesc).toBe('Invalid request.lastMinVoice.wav does not exist.');
		await bind(simulator, { recordFlag: 'true', recordHintTone: 'notice.wav' });
	});

	it('takes a real number once per X, up to the limit of pairs', async () => {
		const simulator = await open({ limits: { pairsPerX: 2 } });
		await bind(simulator);
		const answer = await call(simulator, 'POST', path, { ...pair, calleeNum: '+8613800000024' });
		expect(answer.json).toEqual({
			resultcode: '1012010',
			resultdesc: 'The relation number has been bound.',
		});
		const reversed = { callerNum: '+8613800000024', calleeNum: a, relationNum: x };
		expect(outcome(await call(simulator, 'POST', path, reversed))).toBe('403 1012010');
		await bind(simulator, { callerNum: '+8613800000031', calleeNum: '+8613800000032' });
		const third = { ...pair, callerNum: '+8613800000041', calleeNum: '+8613800000042' };
		expect(outcome(await call(simulator, 'POST', path, third))).toBe('403 1012009');
	});

	it('refuses a paused X (1012102) and a number bound too often in a day (1020182)', async () => {
		const pass = stopClock();
		const simulator = await open({ limits: { bindsPerNumberPerDay: 1 } });
		simulator.setNumberStatus({ number: x, status: '11' });
		expect(outcome(await call(simulator, 'POST', path, pair))).toBe('403 1012102');
		simulator.setNumberStatus({ number: x, status: '5' });
		await call(simulator, 'DELETE', `${path}?subscriptionId=${await bind(simulator)}`);
		expect(outcome(await call(simulator, 'POST', path, pair))).toBe('403 1020182');
		pass(24 * 3600);
		await bind(simulator);
	});
});

describe('AXB query', () => {
	it('finds a binding by id, and by X with A or B', async () => {
		const simulator = await open();
		const id = await bind(simulator, { userData: 'order-1', duration: 3600 });
		const item = {
			subscriptionId: id,
			callerNum: a,
			relationNum: x,
			calleeNum: b,
			subscribeTime: expect.stringMatching(/^\d{4}-\d{1,2}-\d{1,2} \d\d:\d\d:\d\d$/) as string,
			callDirection: 0,
			duration: 3600,
			maxDuration: 0,
			recordFlag: 'false',
			userData: 'order-1',
		};
		const byId = await call(simulator, 'GET', `${path}?subscriptionId=${id}`);
		expect(byId.json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			totalCount: 1,
			pageIndex: '1',
			pageSize: '50',
			app_key: 'axbKey',
			relationNumList: [item],
		});
		const query = `${path}?relationNum=%2B8613800006666`;
		for (const more of ['', '&callerNum=%2B8613800000021', '&calleeNum=%2B8613800000023']) {
			const answer = await call(simulator, 'GET', query + more);
			expect(answer.json.relationNumList).toEqual([item]);
		}
		const none = await call(simulator, 'GET', `${query}&callerNum=%2B8613800000023`);
		expect(outcome(none)).toBe('403 1012007');
	});

	it('pages, and silently uses 50 for a size out of range', async () => {
		const simulator = await open();
		for (let index = 0; index < 25; index += 1) {
			const callerNum = `+86139${String(10_000_000 + index)}`;
			const calleeNum = `+86137${String(10_000_000 + index)}`;
			await bind(simulator, { callerNum, calleeNum });
		}
		const page = async (query: string): Promise<[unknown, unknown, unknown]> => {
			const { json } = await call(
				simulator,
				'GET',
				`${path}?relationNum=%2B8613800006666&${query}`,
			);
			return [json.totalCount, json.pageSize, (json.relationNumList as unknown[]).length];
		};
		expect(await page('pageIndex=1&pageSize=10')).toEqual([25, '10', 10]);
		expect(await page('pageIndex=3&pageSize=10')).toEqual([25, '10', 5]);
		expect(await page('pageSize=9')).toEqual([25, '50', 25]);
		expect(await page('pageSize=101')).toEqual([25, '50', 25]);
	});

	it('reads a raw + as a blank (1012001), and wants an id or an X', async () => {
		const simulator = await open();
		await bind(simulator);
		const raw = await call(simulator, 'GET', `${path}?relationNum=+8613800006666`);
		expect(outcome(raw)).toBe('403 1012001');
		expect(outcome(await call(simulator, 'GET', path))).toBe('403 1010002');
		expect(outcome(await call(simulator, 'GET', `${path}?relationNum=13800006666`))).toBe(
			'403 1010002',
		);
	});
});

describe('AXB modify', () => {
	it('changes only what is given', async () => {
		const simulator = await open();
		const id = await bind(simulator, { userData: 'order-1', maxDuration: 5 });
		const calleeNum = '+8613800000099';
		const answer = await call(simulator, 'PUT', path, {
			subscriptionId: id,
			calleeNum,
			duration: 0,
		});
		expect(answer.json).toEqual({ resultcode: '0', resultdesc: 'Success' });
		const { json } = await call(simulator, 'GET', `${path}?subscriptionId=${id}`);
		const [binding] = json.relationNumList as unknown[];
		expect(binding).toMatchObject({ callerNum: a, calleeNum, maxDuration: 5, userData: 'order-1' });
	});

	it('refuses an unknown id (1012007) and a number that X holds already (1012010)', async () => {
		const simulator = await open();
		const id = await bind(simulator);
		await bind(simulator, { callerNum: '+8613800000031', calleeNum: '+8613800000032' });
		const unknown = { subscriptionId: 'none', maxDuration: 5 };
		expect(outcome(await call(simulator, 'PUT', path, unknown))).toBe('403 1012007');
		const taken = { subscriptionId: id, calleeNum: '+8613800000031' };
		expect(outcome(await call(simulator, 'PUT', path, taken))).toBe('403 1012010');
		expect(outcome(await call(simulator, 'PUT', path, { maxDuration: 5 }))).toBe('403 1010002');
	});
});

describe('AXB unbind', () => {
	it('removes one binding by id, all of an X by number, and says 1012007 the second time', async () => {
		const simulator = await open();
		const id = await bind(simulator);
		const byId = `${path}?subscriptionId=${id}`;
		expect((await call(simulator, 'DELETE', byId)).json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(outcome(await call(simulator, 'DELETE', byId))).toBe('403 1012007');
		await bind(simulator);
		await bind(simulator, { callerNum: '+8613800000031', calleeNum: '+8613800000032' });
		const byX = `${path}?relationNum=%2B8613800006666`;
		expect(outcome(await call(simulator, 'DELETE', byX))).toBe('200 0');
		expect(simulator.bindings()).toEqual([]);
		expect(outcome(await call(simulator, 'DELETE', byX))).toBe('403 1012007');
		expect(outcome(await call(simulator, 'DELETE', path))).toBe('403 1010002');
	});

	it('forgets a binding when its duration is over', async () => {
		const pass = stopClock();
		const simulator = await open();
		const id = await bind(simulator, { duration: 60 });
		pass(59);
		expect(simulator.bindings('axbKey')).toHaveLength(1);
		pass(1);
		expect(outcome(await call(simulator, 'GET', `${path}?subscriptionId=${id}`))).toBe(
			'403 1012007',
		);
		await bind(simulator);
	});
});
