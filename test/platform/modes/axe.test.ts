import { InputError } from '../../../platform/codes/errors';
import * as axe from '../../../platform/modes/axe';
import type { AxeChanges } from '../../../platform/modes/settings/modes';
import { A, B, NONE, platformThat, X } from './scriptedPlatform';

const PATH = '/rest/caas/extendnumber/v1.0';
const entry = { subscriptionId: 's1', virtualNum: X, extendNum: '0012', bindNum: A };
const binding = { subscriptionId: 's1', privateNumber: X, extension: '0012', numberA: A };
const byId: axe.AxeKey = { subscriptionId: 's1' };
const byExtension: axe.AxeKey = { virtualNum: X, extendNum: '0012' };
const NO_EXTENSIONS = ['', '00123', '1a', ' 12', '12 ', '-1', '１２'];

describe('get', () => {
	test.each([byId, byExtension])('reads one binding by %j', async (which) => {
		const platform = platformThat([
			{
				...entry,
				displayNumMode: 1,
				callbackNum: B,
				timeUnit: '1',
				bindExpiredTime: '90',
				callbackExpiredTime: 30,
				recordFlag: 'true',
				recordHintTone: 'n.wav',
				userData: 'order-17',
			},
		]);
		expect(await axe.get(platform, which)).toEqual({
			...binding,
			numberShownToA: 'caller',
			callbackNum: B,
			timeUnit: 'minutes',
			bindExpiredTime: 90,
			callbackExpiredTime: 30,
			recordFlag: true,
			recordHintTone: 'n.wav',
			userData: 'order-17',
		});
		expect(platform.sent).toEqual([{ method: 'GET', path: PATH, query: which, effect: 'read' }]);
	});

	test.each([
		['only the time of the binding', { bindExpiredTime: 24 }],
		['only the time of calling back', { callbackExpiredTime: 24 }],
	])('tells hours where no unit stands beside %s', async (_, times) => {
		const told = await axe.get(platformThat([{ ...entry, ...times }]), byId);
		expect(told).toEqual({ ...binding, ...times, timeUnit: 'hours' });
	});

	test('tells no unit where no time is told', async () => {
		const platform = platformThat([{ ...entry, timeUnit: '1', bindExpiredTime: 0 }]);
		expect(await axe.get(platform, byId)).toEqual(binding);
	});

	test.each([{ subscriptionId: 's1' }, { extendNum: '0012' }, { bindNum: A }])(
		'takes an answer with no more than %j for a binding',
		async (told) => {
			expect(Object.values(await axe.get(platformThat([told]), byId))).toEqual(Object.values(told));
		},
	);

	test('of what is not there is "not found", though the platform says nothing', async () => {
		const none = axe.get(platformThat([{ virtualNum: X }]), byExtension);
		await expect(none).rejects.toMatchObject({ code: '1016001', outcome: 'refused' });
	});
});

describe('unbind', () => {
	test.each([byId, byExtension])('names what it removes: %j', async (which) => {
		const platform = platformThat([{}]);
		expect(await axe.unbind(platform, which, false)).toEqual({ alreadyDeleted: false });
		expect(platform.sent).toEqual([
			{ method: 'DELETE', path: PATH, query: which, effect: 'change' },
		]);
	});

	test('takes "there is none" for a success only where that is wanted', async () => {
		const none = platformThat([NONE]);
		expect(await axe.unbind(none, byId, true)).toEqual({ alreadyDeleted: true });
		await expect(axe.unbind(none, byId, false)).rejects.toThrow('1016001');
	});
});

describe('modify', () => {
	test.each<[changes: AxeChanges, sent: object]>([
		[
			{ displayNumMode: 'caller', recordFlag: false },
			{ displayNumMode: '1', recordFlag: 'false' },
		],
		[{ bindExpiredTime: 24 }, { bindExpiredTime: 24, timeUnit: '0' }],
		[{ bindExpiredTime: 0 }, { bindExpiredTime: 0, timeUnit: '0' }],
		[{ callbackExpiredTime: 24 }, { callbackExpiredTime: 24, timeUnit: '0' }],
		[
			{ bindExpiredTime: 90, timeUnit: 'minutes' },
			{ bindExpiredTime: 90, timeUnit: '1' },
		],
		[
			{ callbackTone: 't.wav', callbackNum: B },
			{ callbackTone: 't.wav', callbackNum: B },
		],
	])('of %j sends the unit with a time, and else the given fields alone', async (changes, sent) => {
		for (const which of [byId, byExtension]) {
			const platform = platformThat([{}]);
			await axe.modify(platform, which, changes);
			const body = { ...which, ...sent };
			expect(platform.sent).toEqual([{ method: 'PUT', path: PATH, body, effect: 'change' }]);
		}
	});

	test.each<[what: string, changes: AxeChanges, field: string]>([
		['the privacy number itself to call back', { callbackNum: X }, 'callbackNum'],
		['a tone with a long name', { callbackTone: 't'.repeat(129) }, 'callbackTone'],
		['a life of 31 days', { bindExpiredTime: 744 }, 'bindExpiredTime'],
	])('sends nothing of %s', async (_, changes, field) => {
		const platform = platformThat([{}]);
		await expect(axe.modify(platform, byExtension, changes)).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});
});

describe.each(NO_EXTENSIONS)('"%s" is no extension', (extendNum) => {
	const which = { virtualNum: X, extendNum };

	test.each<[string, (platform: ReturnType<typeof platformThat>) => Promise<unknown>]>([
		['read', async (platform) => await axe.get(platform, which)],
		[
			'changed',
			async (platform) => {
				await axe.modify(platform, which, { recordFlag: false });
			},
		],
		['unbound', async (platform) => await axe.unbind(platform, which, true)],
	])('so nothing is %s', async (_, act) => {
		const platform = platformThat([entry]);
		await expect(act(platform)).rejects.toMatchObject({ field: 'extendNum' });
		expect(platform.sent).toEqual([]);
	});
});

test.each(['0', '7', '12', '012', '0012', '9999'])('%s is an extension', (extendNum) => {
	expect(() => {
		axe.checkExtension(extendNum);
	}).not.toThrow();
});

describe('the times of a binding', () => {
	const check = (times: AxeChanges) => () => {
		axe.checkAxeTimes(times);
	};

	test.each<AxeChanges>([
		{},
		{ bindExpiredTime: 0 },
		{ bindExpiredTime: 720 },
		{ bindExpiredTime: 43_200, timeUnit: 'minutes' },
		{ callbackExpiredTime: 0 },
		{ callbackExpiredTime: 168 },
		{ callbackExpiredTime: 10_080, timeUnit: 'minutes' },
		{ bindExpiredTime: 24, callbackExpiredTime: 24 },
		{ bindExpiredTime: 0, callbackExpiredTime: 168 },
	])('%j are taken', (times) => {
		expect(check(times)).not.toThrow();
	});

	test.each<[times: AxeChanges, field: string, expected: string]>([
		[{ bindExpiredTime: -1 }, 'bindExpiredTime', '0 to 720 hours'],
		[{ bindExpiredTime: 721 }, 'bindExpiredTime', '0 to 720 hours'],
		[{ bindExpiredTime: 43_201, timeUnit: 'minutes' }, 'bindExpiredTime', '0 to 43200 minutes'],
		[{ callbackExpiredTime: -1 }, 'callbackExpiredTime', '0 to 168 hours'],
		[{ callbackExpiredTime: 169 }, 'callbackExpiredTime', '0 to 168 hours'],
		[
			{ callbackExpiredTime: 10_081, timeUnit: 'minutes' },
			'callbackExpiredTime',
			'0 to 10080 minutes',
		],
		[
			{ bindExpiredTime: 24, callbackExpiredTime: 25 },
			'callbackExpiredTime',
			"at most 'bindExpiredTime', which is 24 hours",
		],
		[
			{ bindExpiredTime: 1, callbackExpiredTime: 2, timeUnit: 'minutes' },
			'callbackExpiredTime',
			"at most 'bindExpiredTime', which is 1 minutes",
		],
	])('%j are refused, with what would be right', (times, field, expected) => {
		expect(check(times)).toThrow(InputError);
		expect(check(times)).toThrow(`'${field}' is`);
		expect(check(times)).toThrow(`expected ${expected}`);
	});
});
