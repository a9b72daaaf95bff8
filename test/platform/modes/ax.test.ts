import * as ax from '../../../platform/modes/ax';
import type { E164 } from '../../../platform/wire/phoneNumber';
import { A, after, atOneMoment, B, NONE, platformThat, refused, X } from './scriptedPlatform';

const PATH = '/rest/provision/caas/privatenumber/v1.0';
const CALLEE_PATH = '/rest/caas/privatenumber/calleenumber/v1.0';
const entry = { subscriptionId: 's1', origNum: A, privateNum: X };
const binding = { subscriptionId: 's1', numberA: A, privateNumber: X };
const read = (query: object) => ({ method: 'GET', path: PATH, query, effect: 'read' });

/** A binding by its ID and by its privacy number. */
const KEYS: ax.AxKey[] = [{ subscriptionId: 's1' }, { privateNum: X }];

atOneMoment();

describe('get', () => {
	test.each([...KEYS, { origNum: A }])('reads the bindings of %j', async (which) => {
		const told = { ...entry, callDirection: 2, turnFlag: 'off', calleeNumDisplay: '1' };
		const platform = platformThat([{ privateNumList: [told, { ...entry, userData: 'order-17' }] }]);
		expect(await ax.get(platform, which)).toEqual([
			{ ...binding, callDirection: 'onlyB', turnFlag: 'off', numberShownToA: 'caller' },
			{ ...binding, userData: 'order-17' },
		]);
		expect(platform.sent).toEqual([read(which)]);
	});

	test('of what is not there is "not found", though the platform says nothing', async () => {
		const none = ax.get(platformThat([{ privateNumList: [] }]), { privateNum: X });
		await expect(none).rejects.toMatchObject({ code: '1016001', outcome: 'refused' });
	});
});

describe('list', () => {
	test('gives the bindings of an A', async () => {
		const platform = platformThat([{ privateNumList: [entry] }]);
		expect(await ax.list(platform, A)).toEqual([binding]);
		expect(platform.sent).toEqual([read({ origNum: A })]);
	});

	test.each([
		['the platform says nothing', {}],
		['the platform says there is none', NONE],
	])('is empty where %s', async (_, reply) => {
		expect(await ax.list(platformThat([reply]), A)).toEqual([]);
	});

	test('is not empty where the platform refuses', async () => {
		await expect(ax.list(platformThat([refused('1010001', 500)]), A)).rejects.toThrow('1010001');
	});
});

describe('unbind', () => {
	test.each(KEYS)('names what it removes: %j', async (which) => {
		const platform = platformThat([{}]);
		expect(await ax.unbind(platform, which, false)).toEqual({ alreadyDeleted: false });
		expect(platform.sent).toEqual([
			{ method: 'DELETE', path: PATH, query: which, effect: 'change' },
		]);
	});

	test('takes "there is none" for a success only where that is wanted', async () => {
		const none = platformThat([NONE]);
		expect(await ax.unbind(none, { privateNum: X }, true)).toEqual({ alreadyDeleted: true });
		await expect(ax.unbind(none, { privateNum: X }, false)).rejects.toThrow('1016001');
	});
});

describe('modify', () => {
	test.each(KEYS)('sends the given fields alone of %j', async (which) => {
		const platform = platformThat([{}]);
		await ax.modify(platform, which, { origNum: B, callDirection: 'onlyA', maxDuration: 0 });
		expect(platform.sent).toEqual([
			{
				method: 'PUT',
				path: PATH,
				body: { ...which, origNum: B, callDirection: 1, maxDuration: 0 },
				effect: 'change',
			},
		]);
	});

	test.each<[what: string, which: ax.AxKey, changes: object, field: string]>([
		['the privacy number as A', { privateNum: X }, { origNum: X }, 'origNum'],
		[
			'a tone before the end of calls without end',
			{ privateNum: X },
			{ maxDuration: 0, lastMinVoice: 'l.wav' },
			'lastMinVoice',
		],
	])('sends nothing of %s', async (_, which, changes, field) => {
		const platform = platformThat([{}]);
		await expect(ax.modify(platform, which, changes)).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});
});

describe('a temporary callee', () => {
	test.each(KEYS)('is set for %j, and kept for a minute unless told otherwise', async (which) => {
		const platform = platformThat([{}]);
		const kept = await ax.setTemporaryCallee(platform, which, { calleeNum: B });
		expect(kept).toEqual({ duration: 60, expiresAt: after(60) });
		expect(platform.sent).toEqual([
			{ method: 'PUT', path: CALLEE_PATH, body: { ...which, calleeNum: B }, effect: 'change' },
		]);
	});

	test('is kept as long as is wanted, with the data for its call', async () => {
		const platform = platformThat([{}]);
		const callee = { calleeNum: B, duration: 7200, userData: { order: 1 } };
		const kept = await ax.setTemporaryCallee(platform, { privateNum: X }, callee);
		expect(kept).toEqual({ duration: 7200, expiresAt: after(7200) });
		expect(platform.sent[0]?.body).toEqual({
			privateNum: X,
			calleeNum: B,
			duration: 7200,
			userData: 'b64.eyJvcmRlciI6MX0',
		});
	});

	test('may be set for 0 seconds, of which no end is told', async () => {
		const platform = platformThat([{}]);
		const callee = { calleeNum: B, duration: 0 };
		expect(await ax.setTemporaryCallee(platform, { privateNum: X }, callee)).toStrictEqual({});
		expect(platform.sent[0]?.body).toMatchObject({ duration: 0 });
	});

	test.each<[what: string, callee: ax.TemporaryCallee, field: string]>([
		['the privacy number itself', { calleeNum: X }, 'calleeNum'],
		['a time before now', { calleeNum: '+86400800000' as E164, duration: -1 }, 'duration'],
	])('is not asked for with %s', async (_, callee, field) => {
		const platform = platformThat([{}]);
		const set = ax.setTemporaryCallee(platform, { privateNum: X }, callee);
		await expect(set).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test('of a time before now is refused with the lowest that is taken', async () => {
		const callee = { calleeNum: B, duration: -1 };
		const set = ax.setTemporaryCallee(platformThat([{}]), { privateNum: X }, callee);
		await expect(set).rejects.toThrow('expected 0 seconds or more');
	});
});
