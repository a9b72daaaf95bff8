import * as axeBind from '../../../platform/modes/axeBind';
import {
	A,
	after,
	atOneMoment,
	B,
	LOST,
	NONE,
	inTime,
	outcomeOf,
	platformThat,
	refused,
	X,
} from './scriptedPlatform';

const PATH = '/rest/caas/extendnumber/v1.0';
const LIST_PATH = '/rest/caas/extendnumber/v2.0';
const HOUR = 3600;
const onX = { bindNum: A, choose: { by: 'number', virtualNum: X } } as const;
const at12 = { bindNum: A, choose: { by: 'number', virtualNum: X, extendNum: '0012' } } as const;
const inCity = { bindNum: A, choose: { by: 'area', areaCode: '0755' } } as const;
const made = { subscriptionId: 's1', virtualNum: X, extendNum: '0012' };
const entry = { ...made, bindNum: A };
const binding = { subscriptionId: 's1', privateNumber: X, extension: '0012', numberA: A };
const ofB = { subscriptionId: 's2', virtualNum: X, extendNum: '0013', bindNum: B };
const listOf = (...entries: object[]) => ({ list: entries });
const life = { timeUnit: 'hours', bindExpiredTime: 168, expiresAt: after(168 * HOUR) };
const taken = refused('1012010');

atOneMoment();

describe('a binding', () => {
	test.each<[how: string, choose: axeBind.ChooseX, asked: object]>([
		['on a privacy number', onX.choose, { virtualNum: X }],
		['at an extension', at12.choose, { virtualNum: X, extendNum: '0012' }],
		['of a city', inCity.choose, { areaCode: '0755' }],
		[
			'of a city or any other',
			{ ...inCity.choose, areaMatchMode: '1' },
			{ areaCode: '0755', areaMatchMode: '1' },
		],
	])('%s is made with one request, for a week', async (_, choose, asked) => {
		const platform = platformThat([made]);
		const result = await inTime(axeBind.bind(platform, { bindNum: A, choose }));
		expect(result).toEqual({ binding: { ...binding, ...life }, alreadyBound: false });
		const body = { bindNum: A, ...asked, bindExpiredTime: 168 };
		expect(platform.sent).toEqual([{ method: 'POST', path: PATH, body, effect: 'create' }]);
	});

	test.each<[settings: Partial<axeBind.AxeRequest>, told: object, sent: object]>([
		[
			{ timeUnit: 'minutes' },
			{ timeUnit: 'minutes', bindExpiredTime: 10_080, expiresAt: after(168 * HOUR) },
			{ timeUnit: '1', bindExpiredTime: 10_080 },
		],
		[
			{ timeUnit: 'minutes', bindExpiredTime: 90, callbackExpiredTime: 30 },
			{
				timeUnit: 'minutes',
				bindExpiredTime: 90,
				callbackExpiredTime: 30,
				expiresAt: after(90 * 60),
			},
			{ timeUnit: '1', bindExpiredTime: 90, callbackExpiredTime: 30 },
		],
		[
			{ bindExpiredTime: 2, displayNumMode: 'caller' },
			{
				timeUnit: 'hours',
				bindExpiredTime: 2,
				expiresAt: after(2 * HOUR),
				numberShownToA: 'caller',
			},
			{ bindExpiredTime: 2, displayNumMode: '1' },
		],
		[{ bindExpiredTime: 0 }, {}, { bindExpiredTime: 0 }],
		[
			{ callbackNum: B, callbackTone: '' },
			{ ...life, callbackNum: B },
			{ bindExpiredTime: 168, callbackNum: B },
		],
		[
			{ callbackTone: 't.wav' },
			{ ...life, callbackTone: 't.wav' },
			{ bindExpiredTime: 168, callbackTone: 't.wav' },
		],
	])('with %j is told with what was sent, and when it ends', async (settings, told, sent) => {
		const platform = platformThat([made]);
		const result = await inTime(axeBind.bind(platform, { ...at12, ...settings }));
		expect(result.binding).toStrictEqual({ ...binding, ...told });
		expect(platform.sent[0]?.body).toEqual({
			bindNum: A,
			virtualNum: X,
			extendNum: '0012',
			...sent,
		});
	});

	test('is told with what was sent where the answer holds nothing of it', async () => {
		const platform = platformThat([{ subscriptionId: 's1', virtualNum: null, extendNum: '' }]);
		const { binding: told } = await inTime(axeBind.bind(platform, at12));
		expect(told).toEqual({ ...binding, ...life });
	});

	test.each<[what: string, request: axeBind.AxeRequest, field: string]>([
		['the privacy number as A', { ...onX, bindNum: X }, 'virtualNum'],
		['the privacy number to call back', { ...onX, callbackNum: X }, 'callbackNum'],
		['a city that is none', { bindNum: A, choose: { by: 'area', areaCode: '755' } }, 'areaCode'],
		[
			'an extension of whatever number',
			{ bindNum: A, choose: { ...inCity.choose, extendNum: '0012' } },
			'extendNum',
		],
		[
			'an extension that is none',
			{ bindNum: A, choose: { ...onX.choose, extendNum: '12a' } },
			'extendNum',
		],
		['a recording without a notice', { ...onX, recordFlag: true }, 'recordHintTone'],
		[
			'a call-back that outlives the week',
			{ ...onX, callbackExpiredTime: 169 },
			'callbackExpiredTime',
		],
		[
			'a call-back that outlives it',
			{ ...onX, bindExpiredTime: 2, callbackExpiredTime: 3 },
			'callbackExpiredTime',
		],
		[
			'a tone beside a number to call back',
			{ ...onX, callbackTone: 't', callbackNum: B },
			'callbackTone',
		],
	])('is not asked for with %s', async (_, request, field) => {
		const platform = platformThat([made]);
		expect(await outcomeOf(axeBind.bind(platform, request))).toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test('A may be the one to call back', async () => {
		const result = await inTime(axeBind.bind(platformThat([made]), { ...onX, callbackNum: A }));
		expect(result.binding).toMatchObject({ numberA: A, callbackNum: A });
	});

	test.each<[what: string, request: axeBind.AxeRequest, why: string]>([
		[
			'a tone beside a number to call back',
			{ ...onX, callbackTone: 't', callbackNum: B },
			"when 'callbackNum' is given",
		],
		[
			'an extension of whatever number',
			{ bindNum: A, choose: { ...inCity.choose, extendNum: '0012' } },
			"unless 'virtualNum' is given",
		],
	])('with %s is refused, naming the other field', async (_, request, why) => {
		const refusal = inTime(axeBind.bind(platformThat([made]), request));
		await expect(refusal).rejects.toThrow(why);
	});

	test('that the answer does not name is an unknown outcome where nobody can look', async () => {
		const platform = platformThat([{ virtualNum: X, extendNum: '0012' }]);
		expect(await outcomeOf(axeBind.bind(platform, inCity))).toMatchObject({
			code: 'outcomeUnknown',
		});
		expect(platform.sent).toHaveLength(1);
	});
});

describe('a lost create', () => {
	test('is looked for at its extension', async () => {
		const platform = platformThat([LOST, entry]);
		const result = await inTime(axeBind.bind(platform, at12));
		expect(result).toEqual({ binding: { ...binding, ...life }, alreadyBound: false });
		const query = { virtualNum: X, extendNum: '0012' };
		expect(platform.sent[1]).toEqual({ method: 'GET', path: PATH, query, effect: 'read' });
	});

	test.each(['', undefined])(
		'without an extension (%p) is looked for among all of the number',
		async (extendNum) => {
			const platform = platformThat([LOST, listOf(ofB, entry)]);
			const choose = { ...onX.choose, extendNum };
			const result = await inTime(axeBind.bind(platform, { ...onX, choose }));
			expect(result).toMatchObject({ binding, alreadyBound: false });
			expect(platform.sent[1]).toMatchObject({ path: LIST_PATH, query: { virtualNum: X } });
		},
	);

	test.each<[where: string, request: axeBind.AxeRequest, reply: object]>([
		['at its extension is somebody else', at12, { ...ofB, extendNum: '0012' }],
		['at its extension is nobody', at12, NONE],
		['on the number are others', onX, listOf(ofB)],
	])('is sent again where %s', async (_, request, reply) => {
		const platform = platformThat([LOST, reply, reply, made]);
		const result = await outcomeOf(axeBind.bind(platform, request));
		expect(result).toMatchObject({ binding, alreadyBound: false });
	});

	test('of a city is never sent again: no query can tell', async () => {
		const platform = platformThat([LOST, made]);
		const error = await outcomeOf(axeBind.bind(platform, inCity));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent).toHaveLength(1);
	});
});

describe('a create that is refused as taken', () => {
	test('is the binding of before where that is wanted, as it is', async () => {
		const platform = platformThat([taken, { ...entry, bindExpiredTime: 5 }]);
		expect(await inTime(axeBind.bind(platform, at12, true))).toEqual({
			binding: { ...binding, bindExpiredTime: 5, timeUnit: 'hours' },
			alreadyBound: true,
		});
	});

	test('of a city asks nobody who has it', async () => {
		const platform = platformThat([refused('1012008'), NONE]);
		const error = await outcomeOf(axeBind.bind(platform, inCity, true));
		expect(error).toMatchObject({ code: '1012008', holders: [] });
		expect(platform.sent).toHaveLength(1);
	});

	const own = { ...binding, extension: '0013' };
	test.each<[what: string, request: axeBind.AxeRequest, replies: object[], holders: object[]]>([
		['the wanted binding itself', at12, [entry], [{ ...binding, isWanted: true }]],
		[
			'who has the extension',
			at12,
			// Which other one A has does not matter then.
			[{ ...ofB, extendNum: '0012' }, listOf({ ...entry, extendNum: '0013' })],
			[{ ...binding, subscriptionId: 's2', numberA: B, isWanted: false }],
		],
		[
			'which other extension A has',
			at12,
			[NONE, listOf(ofB, { ...entry, extendNum: '0013' })],
			[{ ...own, isWanted: false }],
		],
		['nobody where neither is there', at12, [NONE, listOf(ofB)], []],
		[
			'which extension A has, as the wanted one where none is named',
			onX,
			[listOf(ofB, { ...entry, extendNum: '0013' })],
			[{ ...own, isWanted: true }],
		],
		['nobody where the others are not A', onX, [listOf(ofB)], []],
	])('tells %s', async (_, request, replies, holders) => {
		const error = await outcomeOf(axeBind.bind(platformThat([taken, ...replies]), request));
		expect((error as { code?: unknown }).code).toBe('1012010');
		expect((error as { holders?: unknown }).holders).toEqual(holders);
	});
});
