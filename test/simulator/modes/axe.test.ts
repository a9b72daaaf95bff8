import { call, closeAll, outcome, stopClock } from '../helpers';
import { a, b, bind, countPath, listPath, openAxe, path, person, wireX, x } from './axeBindings';

afterEach(closeAll);

describe('AXE bind', () => {
	it('answers the official example with exactly the documented fields', async () => {
		const simulator = await openAxe();
		const json = await bind(simulator, {
			extendNum: '1234',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		expect(json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId: expect.any(String) as string,
			virtualNum: x,
			extendNum: '1234',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
	});

	it('assigns the lowest free extension with its leading zeros, and lives 168 hours by default', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0001' });
		const json = await bind(simulator, { bindNum: person(1), userData: 'desk' });
		expect(json).toMatchObject({ extendNum: '0002', bindExpiredTime: 168, userData: 'desk' });
	});

	it.each([
		['no A', { bindNum: undefined }, '403 1010002'],
		['neither X nor area', { virtualNum: undefined }, '403 1010002'],
		['an X of somebody else', { virtualNum: '+8613911112222' }, '403 1012001'],
		['an area without numbers', { virtualNum: undefined, areaCode: '021' }, '403 1012008'],
		['callbackTone with callbackNum', { callbackTone: 't.wav', callbackNum: b }, '403 1010002'],
		['an extension of another length', { extendNum: '12' }, '403 1010002'],
		['the extension 0000', { extendNum: '0000' }, '403 1010002'],
		['an unknown timeUnit', { timeUnit: '2' }, '403 1010002'],
		['over 720 hours', { bindExpiredTime: 721 }, '403 1010002'],
		['over 43200 minutes', { timeUnit: '1', bindExpiredTime: 43_201 }, '403 1010002'],
		[
			'a call-back beyond the binding',
			{ bindExpiredTime: 1, callbackExpiredTime: 2 },
			'403 1010002',
		],
		['a taken extension', { extendNum: '0007', bindNum: person(2) }, '403 1020167'],
		['a second extension of A', { bindNum: person(1) }, '403 1012010'],
	])('refuses %s', async (_what, change, expected) => {
		const simulator = await openAxe();
		await bind(simulator, { bindNum: person(1), extendNum: '0007' });
		const body = { virtualNum: x, bindNum: a, ...change };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe(expected);
	});

	it('holds as many A as its extensions have digits for', async () => {
		const simulator = await openAxe({ extensionLength: 1 });
		for (let index = 1; index <= 9; index += 1) await bind(simulator, { bindNum: person(index) });
		const body = { virtualNum: x, bindNum: a };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe('403 1012008');
		const elsewhere = { bindNum: a, areaCode: '0755' };
		expect((await call(simulator, 'POST', path, elsewhere)).json.virtualNum).toBe('+8613800006667');
	});
});

describe('AXE query, list, count, modify and unbind', () => {
	it('queries by X and E, or by id', async () => {
		const simulator = await openAxe();
		const { subscriptionId } = await bind(simulator, {
			extendNum: '1234',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		const expected = {
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId,
			virtualNum: x,
			extendNum: '1234',
			bindNum: a,
			displayNumMode: '0',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		};
		for (const query of [
			`virtualNum=${wireX}&extendNum=1234`,
			`subscriptionId=${String(subscriptionId)}&virtualNum=${wireX}`,
		]) {
			expect((await call(simulator, 'GET', `${path}?${query}`)).json).toEqual(expected);
		}
		const refused = async (query: string): Promise<string> =>
			outcome(await call(simulator, 'GET', `${path}?${query}`));
		expect(await refused(`virtualNum=${wireX}`)).toBe('403 1010002');
		expect(await refused(`virtualNum=${wireX}&extendNum=9999`)).toBe('403 1016001');
		expect(await refused('virtualNum=+8613800006666&extendNum=1234')).toBe('403 1012001');
		expect(await refused('virtualNum=%2B8613911112222&extendNum=1234')).toBe('403 1012001');
	});

	it('lists the bindings of an X by cursor', async () => {
		const simulator = await openAxe();
		for (let index = 1; index <= 5; index += 1) await bind(simulator, { bindNum: person(index) });
		const names: unknown[] = [];
		let cursor = '0000000000000_0';
		for (let pages = 0; cursor && pages < 9; pages += 1) {
			const query = `${listPath}?virtualNum=${wireX}&limit=2&cursor=${cursor}`;
			const { json } = await call(simulator, 'GET', query);
			names.push(...(json.bindingList as { bindNum: string }[]).map(({ bindNum }) => bindNum));
			cursor = typeof json.nextCursor === 'string' ? json.nextCursor : '';
			if (cursor) expect(cursor).toMatch(/^\d{13}_\d{1,20}$/);
		}
		expect(names).toEqual([1, 2, 3, 4, 5].map(person));
		const wrong = await call(simulator, 'GET', `${listPath}?virtualNum=${wireX}&cursor=1`);
		expect(outcome(wrong)).toBe('403 1010002');
		const one = await call(simulator, 'GET', `${listPath}?virtualNum=${wireX}&extendNum=0002`);
		expect(one.json.bindingList).toMatchObject([{ bindNum: person(2) }]);
	});

	it('counts the bindings of one X, or of all by cursor', async () => {
		const simulator = await openAxe();
		await bind(simulator);
		await bind(simulator, { bindNum: b });
		const one = await call(simulator, 'GET', `${countPath}?number=${wireX}`);
		expect(one.json.virtualNumList).toEqual([{ virtualNum: x, bindCount: 2 }]);
		const all = await call(simulator, 'GET', `${countPath}?limit=2`);
		expect(all.json).toMatchObject({
			virtualNumList: [{ bindCount: 2 }, { bindCount: 0 }],
			nextCursor: '2',
		});
		const rest = await call(simulator, 'GET', `${countPath}?limit=2&cursor=2`);
		expect(rest.json.virtualNumList).toHaveLength(1);
		expect(rest.json).not.toHaveProperty('nextCursor');
	});

	it('modifies; a query goes on showing the times of the bind', async () => {
		const simulator = await openAxe();
		const { subscriptionId } = await bind(simulator, {
			timeUnit: '1',
			bindExpiredTime: 60,
			callbackTone: 't.wav',
		});
		const modify = async (body: object): Promise<string> =>
			outcome(await call(simulator, 'PUT', path, { subscriptionId, ...body }));
		// Both together are refused by bind; here callbackNum wins.
		expect(await modify({ callbackTone: 'u.wav', callbackNum: b, bindExpiredTime: 700 })).toBe(
			'200 0',
		);
		const { json } = await call(
			simulator,
			'GET',
			`${path}?subscriptionId=${String(subscriptionId)}`,
		);
		expect(json).toMatchObject({ callbackNum: b, timeUnit: '1', bindExpiredTime: 60 });
		expect(json).not.toHaveProperty('callbackTone');
		const days = (Date.parse(simulator.bindings()[0]?.expiresAt ?? '') - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(29);
		expect(await modify({ bindExpiredTime: 1, callbackExpiredTime: 2 })).toBe('403 1010002');
		expect(await modify({ subscriptionId: 'x' })).toBe('403 1016001');
		expect(await modify({ subscriptionId: '', virtualNum: x })).toBe('403 1010002');
	});

	it('unbinds by X and E or by id, once', async () => {
		const simulator = await openAxe();
		const { extendNum } = await bind(simulator);
		const query = `${path}?virtualNum=${wireX}&extendNum=${String(extendNum)}`;
		expect(outcome(await call(simulator, 'DELETE', query))).toBe('200 0');
		expect(outcome(await call(simulator, 'DELETE', query))).toBe('403 1016001');
		expect(outcome(await call(simulator, 'DELETE', path))).toBe('403 1010002');
	});

	it('forgets a binding when its hours or minutes are over', async () => {
		const pass = stopClock();
		// A minute takes a second, an hour a minute.
		const simulator = await openAxe({}, { expirySpeed: 60 });
		await bind(simulator, { timeUnit: '1', bindExpiredTime: 10 });
		await bind(simulator, { bindNum: b, timeUnit: '0', bindExpiredTime: 10 });
		pass(9);
		expect(simulator.bindings()).toHaveLength(2);
		pass(1);
		expect(simulator.bindings()).toMatchObject([{ a: b }]);
		pass(589);
		expect(simulator.bindings()).toMatchObject([{ a: b }]);
		pass(1);
		expect(simulator.bindings()).toEqual([]);
	});
});
