import { call, closeAll, outcome } from '../helpers';
import { a, b, bind, openAx, path, x } from './axBindings';

afterEach(closeAll);

describe('AX bind', () => {
	it('answers the official example with exactly the documented fields', async () => {
		const simulator = await openAx();
		const { json } = await call(simulator, 'POST', path, {
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
		});
		expect(json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			subscriptionId: expect.any(String) as string,
		});
	});

	it.each([
		['no A', { origNum: undefined }, '403 1010002'],
		['neither X nor area', { privateNum: '' }, '403 1010002'],
		['an area without privateNumType', { privateNum: '', areaCode: '0755' }, '403 1010002'],
		['areaMatchMode alone', { privateNum: '', areaMatchMode: '1' }, '403 1010002'],
		['an X that is not owned', { privateNum: '+8613911112222' }, '403 1011001'],
		['an X in a wrong format', { privateNum: '13800006666' }, '403 1011001'],
		['the real caller on the display', { calleeNumDisplay: '1' }, '403 1020178'],
		['calleeNumDisplay as a number', { calleeNumDisplay: 0 }, '403 1010002'],
		['recording that is switched off', { recordFlag: 'true' }, '403 1012012'],
		['privateSms without SMS', { privateSms: 'true' }, '403 1010002'],
		['an unknown power state', { turnFlag: 'standby' }, '403 1010002'],
	])('refuses %s', async (_what, change, expected) => {
		const simulator = await openAx({ recording: false, sms: false });
		const body = { origNum: a, privateNum: x, ...change };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe(expected);
	});

	it('gives an X to one A, and an A at most five X', async () => {
		const numbers = Array.from({ length: 6 }, (_, index) => ({
			number: `+861380000666${index}`,
			areaCode: '0755',
		}));
		const simulator = await openAx({ numbers });
		const chosen = { origNum: a, areaCode: '0755', privateNumType: 'mobile-virtual' };
		for (let index = 0; index < 5; index += 1) {
			const { json } = await call(simulator, 'POST', path, chosen);
			expect(json.privateNum).toBe(`+861380000666${index}`);
		}
		expect(outcome(await call(simulator, 'POST', path, chosen))).toBe('403 1011003');
		const first = '+8613800006660';
		const same = { origNum: a, privateNum: first };
		expect(outcome(await call(simulator, 'POST', path, same))).toBe('403 1016002');
		const other = { origNum: b, privateNum: first };
		expect(outcome(await call(simulator, 'POST', path, other))).toBe('403 1011005');
		await bind(simulator, { origNum: b, privateNum: '+8613800006665' });
		const late = { ...chosen, origNum: '+8613800000099' };
		const none = await call(simulator, 'POST', path, late);
		expect(none.json).toEqual({
			resultcode: '1011002',
			resultdesc: 'Insufficient number of resources.',
		});
	});
});

describe('AX query, modify and unbind', () => {
	it('finds by id, then A, then X', async () => {
		const simulator = await openAx();
		const id = await bind(simulator, {
			userData: 'order-1',
			calleeNumDisplay: '0',
			callDirection: 0,
		});
		await bind(simulator, { privateNum: '+8613800006667' });
		const list = async (query: string): Promise<Record<string, unknown>[]> => {
			const { json } = await call(simulator, 'GET', `${path}?${query}`);
			return json.privateNumList as Record<string, unknown>[];
		};
		expect(await list(`subscriptionId=${id}&origNum=%2B8613911112222`)).toEqual([
			{
				subscriptionId: id,
				origNum: a,
				privateNum: x,
				userData: 'order-1',
				calleeNumDisplay: '0',
				callDirection: 0,
				recordFlag: 'false',
				maxDuration: 0,
				turnFlag: 'on',
			},
		]);
		expect(await list('origNum=%2B8613800008888')).toHaveLength(2);
		expect(await list('privateNum=%2B8613800006667')).toHaveLength(1);
		for (const query of [
			'subscriptionId=x',
			'origNum=%2B8613911112222',
			'privateNum=+8613800006666',
		]) {
			expect(outcome(await call(simulator, 'GET', `${path}?${query}`))).toBe('403 1016001');
		}
		expect(outcome(await call(simulator, 'GET', path))).toBe('403 1010002');
	});

	it('modifies by id or X, a new A included, and leaves the rest', async () => {
		const simulator = await openAx();
		const id = await bind(simulator, { userData: 'order-1' });
		const change = { privateNum: x, privateSms: 'true', origNum: b };
		expect((await call(simulator, 'PUT', path, change)).json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(simulator.bindings()).toMatchObject([
			{ subscriptionId: id, a: b, settings: { privateSms: 'true', userData: 'order-1' } },
		]);
		const outcomes = async (body: object): Promise<string> =>
			outcome(await call(simulator, 'PUT', path, body));
		expect(await outcomes({ subscriptionId: 'x', maxDuration: 1 })).toBe('403 1016001');
		expect(await outcomes({ privateNum: '+8613800006667', maxDuration: 1 })).toBe('403 1011004');
		expect(await outcomes({ maxDuration: 1 })).toBe('403 1011004');
		expect(await outcomes({ subscriptionId: id, calleeNumDisplay: '1' })).toBe('403 1020178');
	});

	it('unbinds by id or X; what is not bound is 1016001 or 1011004', async () => {
		const simulator = await openAx();
		const id = await bind(simulator);
		const unbind = async (query: string): Promise<string> =>
			outcome(await call(simulator, 'DELETE', `${path}?${query}`));
		expect(await unbind('privateNum=+8613800006666')).toBe('403 1011004');
		expect(await unbind(`subscriptionId=${id}`)).toBe('200 0');
		expect(await unbind(`subscriptionId=${id}`)).toBe('403 1016001');
		expect(await unbind('privateNum=%2B8613800006666')).toBe('403 1011004');
		await bind(simulator);
		expect(await unbind('origNum=%2B8613800008888&privateNum=%2B8613800006666')).toBe('200 0');
		expect(await unbind('')).toBe('403 1011004');
	});
});
