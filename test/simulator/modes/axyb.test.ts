import type { Simulator, SimulatorApplication } from '../../../simulator';
import {
	applicationOf,
	bodies,
	call,
	closeAll,
	fee,
	open,
	openReceiver,
	outcome,
	part,
	stopClock,
} from '../helpers';

const path = '/rest/omp/xyrelationnumber/v1.0?app_key=axbKey';
const a = '+8618612345678';
const b = '+8618612345679';
const x = '+8613800006666';
const y = '+8613800006667';

afterEach(closeAll);

const openAxyb = (more: Partial<SimulatorApplication> = {}, options = {}): Promise<Simulator> =>
	open({ applications: [applicationOf('AXYB', more)], ...options });

async function bindAx(simulator: Simulator, more: object = {}): Promise<string> {
	const answer = await call(simulator, 'POST', path, { origNum: a, areaCode: '0755', ...more });
	expect(outcome(answer)).toBe('200 0');
	return String(answer.json.subscriptionId);
}

const bindYb = (simulator: Simulator, subscriptionId: string, more: object = {}) =>
	call(simulator, 'POST', path, { origNum: b, subscriptionId, areaCode: '0755', ...more });

describe('AXYB bind', () => {
	it('binds A to X, then B to Y, with the documented answers', async () => {
		const simulator = await openAxyb();
		const ax = await call(simulator, 'POST', path, { origNum: a, areaCode: '0755' });
		expect(ax.json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId: expect.any(String) as string,
			relationNumber: x,
		});
		const yb = await bindYb(simulator, String(ax.json.subscriptionId));
		expect(yb.json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId: ax.json.subscriptionId,
			relationNumber: y,
		});
	});

	it.each([
		['no area', { areaCode: undefined }, '403 1010002'],
		['an area without numbers', { areaCode: '021' }, '403 1012008'],
		['a number without +86', { origNum: '18612345678' }, '403 1010002'],
		['a duration under 60 seconds', { duration: 30 }, '403 1010002'],
		['recording that is switched off', { recordFlag: 'true' }, '403 1012012'],
		['an unknown AX binding', { subscriptionId: 'x' }, '403 1016001'],
	])('refuses %s', async (_what, change, expected) => {
		const simulator = await openAxyb({ recording: false });
		const body = { origNum: a, areaCode: '0755', ...change };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe(expected);
	});

	it('wants its own app_key in the query string', async () => {
		const simulator = await openAxyb();
		const [plain = ''] = path.split('?');
		const body = { origNum: a, areaCode: '0755' };
		expect(outcome(await call(simulator, 'POST', plain, body))).toBe('403 1010002');
		const other = `${plain}?app_key=other`;
		expect(outcome(await call(simulator, 'POST', other, body))).toBe('403 1010003');
	});

	it('says 1010004 for an application that is not in order', async () => {
		const simulator = await openAxyb({ status: 'unavailable' });
		expect(outcome(await call(simulator, 'GET', path))).toBe('403 1010004');
	});

	it('gives an X to one A, and a Y once to an A', async () => {
		const simulator = await openAxyb();
		const first = await bindAx(simulator);
		expect(outcome(await bindYb(simulator, first))).toBe('200 0');
		expect(outcome(await bindYb(simulator, first))).toBe('403 1012008');
		const third = { origNum: '+8618612345670' };
		expect(outcome(await bindYb(simulator, first, third))).toBe('403 1012008');
		const loose = { ...third, areaMatchMode: '1' };
		expect((await bindYb(simulator, first, loose)).json.relationNumber).toBe('+8613800006668');
	});
});

describe('AXYB query and unbind', () => {
	it('lists the relations with durations as texts', async () => {
		const simulator = await openAxyb();
		const id = await bindAx(simulator, { duration: 3600, userData: 'order-1' });
		const item = {
			bindId: id,
			numA: a,
			numX: x,
			recordFlag: 'false',
			subscribeTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
			callDirection: 0,
			duration: '3600',
			ybDuration: '0',
			userData: 'order-1',
		};
		const query = async (text: string): Promise<unknown> =>
			(await call(simulator, 'GET', `${path}&${text}`)).json;
		const success = { resultcode: '0', resultdesc: 'Success' };
		expect(await query(`subscriptionId=${id}`)).toEqual({ ...success, xyRelationNumList: [item] });
		await bindYb(simulator, id, { ybDuration: 60 });
		const full = { ...item, numY: y, numB: b, ybDuration: '60' };
		expect(await query('relationNum=%2B8613800006666')).toEqual({
			...success,
			xyRelationNumList: [full],
		});
		expect(await query('relationNum=%2B8613911112222')).toMatchObject({ resultcode: '1016001' });
		expect(await query('')).toMatchObject({ resultcode: '1010002' });
	});

	it('unbinds one B by Y or B, and everything by the id', async () => {
		const simulator = await openAxyb();
		const id = await bindAx(simulator);
		const unbind = async (text: string): Promise<string> =>
			outcome(await call(simulator, 'DELETE', `${path}&subscriptionId=${id}${text}`));
		await bindYb(simulator, id);
		expect(await unbind('&yNum=+8613800006667')).toBe('403 1012001');
		expect(await unbind('&yNum=%2B8613800006667')).toBe('200 0');
		expect(await unbind('&yNum=%2B8613800006667')).toBe('403 1016001');
		await bindYb(simulator, id);
		expect(await unbind('&bNum=%2B8618612345679')).toBe('200 0');
		expect(simulator.bindings()).toMatchObject([{ a, x }]);
		expect(await unbind('')).toBe('200 0');
		expect(await unbind('')).toBe('403 1016001');
	});

	it('lets a YB end alone, and with its AX', async () => {
		const pass = stopClock();
		const simulator = await openAxyb();
		const id = await bindAx(simulator, { duration: 200 });
		await bindYb(simulator, id, { ybDuration: 60 });
		pass(59);
		expect(simulator.bindings()).toMatchObject([{ a, b }]);
		pass(1);
		expect(simulator.bindings()).toMatchObject([{ a }]);
		expect(simulator.bindings()[0]).not.toHaveProperty('b');
		// This one has no end of its own.
		await bindYb(simulator, id);
		pass(139);
		expect(simulator.bindings()).toMatchObject([{ a, b }]);
		pass(1);
		expect(simulator.bindings()).toEqual([]);
	});
});

describe('an AXYB call', () => {
	async function place(
		simulator: Simulator,
		caller: string,
		called: string,
	): Promise<Record<string, unknown>> {
		const receiver = await openReceiver();
		simulator.setPushUrls({ all: receiver.url });
		simulator.startCall({ caller, called });
		await simulator.waitForIdle();
		return fee(bodies(simulator, 'fee').at(-1));
	}

	it('from B over X shows Y to A, from A over Y shows X to B', async () => {
		const simulator = await openAxyb();
		const id = await bindAx(simulator, { userData: 'order-1' });
		await bindYb(simulator, id);
		expect(await place(simulator, b, x)).toMatchObject({
			direction: 0,
			bindNum: x,
			callerNum: b,
			calleeNum: x,
			fwdDisplayNum: y,
			fwdDstNum: a,
			serviceType: '007',
			subscriptionId: id,
			userData: 'order-1',
		});
		const callin = part(bodies(simulator, 'callin')[0], 'statusInfo');
		expect(callin).toMatchObject({ caller: b, called: x, subscriptionId: id, userData: 'order-1' });
		const callout = part(bodies(simulator, 'callout')[0], 'statusInfo');
		expect(callout).toMatchObject({ caller: y, called: a });
		expect(callout).not.toHaveProperty('userData');
		expect(await place(simulator, a, y)).toMatchObject({
			direction: 1,
			bindNum: y,
			fwdDisplayNum: x,
			fwdDstNum: b,
		});
	});

	it('gives a Y to a B that dials X for the first time', async () => {
		const simulator = await openAxyb();
		await bindAx(simulator);
		await place(simulator, b, x);
		expect(simulator.bindings()).toMatchObject([{ a, b, x, y }]);
		expect(await place(simulator, a, y)).toMatchObject({ fwdDstNum: b });
	});

	it.each([
		['A dials the own X', {}, a, x, 8032],
		['only A may call', { callDirection: 1 }, b, x, 8016],
		['only B may call', { callDirection: 2 }, a, y, 8016],
		['nobody is bound there', {}, b, '+8613800006668', 8030],
		['somebody else dials Y', {}, '+8613911112222', y, 8030],
	])('ends when %s', async (_what, settings, caller, called, code) => {
		const simulator = await openAxyb();
		await bindYb(simulator, await bindAx(simulator, settings));
		expect((await place(simulator, caller, called)).ulFailReason).toBe(code);
	});

	it('ends with 8031 when no Y is left', async () => {
		const [number] = applicationOf('AXYB').numbers;
		const simulator = await openAxyb({ numbers: number ? [number] : [] });
		await bindAx(simulator);
		expect((await place(simulator, b, x)).ulFailReason).toBe(8031);
	});
});
