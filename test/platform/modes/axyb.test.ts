import * as axyb from '../../../platform/modes/axyb';
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
	X,
} from './scriptedPlatform';

const PATH = '/rest/omp/xyrelationnumber/v1.0';
const KEY = { app_key: 'testAppKey0001' };
const Y = '+8617000000009';
const request: axyb.AxybRequest = { origNum: A, area: { areaCode: '0755' } };
const made = { subscriptionId: 's1', relationNumber: X };

atOneMoment();

describe('bind', () => {
	test('asks for a number of a city, for a life without end unless told otherwise', async () => {
		const platform = platformThat([made]);
		expect(await inTime(axyb.bind(platform, request))).toStrictEqual({
			privateNumber: X,
			numberA: A,
			callDirection: 'both',
			subscriptionId: 's1',
		});
		expect(platform.sent).toEqual([
			{
				method: 'POST',
				path: PATH,
				query: KEY,
				body: { origNum: A, areaCode: '0755', duration: 0 },
				effect: 'create',
			},
		]);
	});

	test('is told with what was sent, and when it ends', async () => {
		const platform = platformThat([{ subscriptionId: 's1', relationNum: X }]);
		const settings = { callDirection: 'onlyA', duration: 3600, preVoiceX: 'x.wav' } as const;
		const area = { areaCode: '010', areaMatchMode: '1' } as const;
		expect(await inTime(axyb.bind(platform, { ...request, area, ...settings }))).toEqual({
			privateNumber: X,
			numberA: A,
			callDirection: 'onlyA',
			duration: 3600,
			expiresAt: after(3600),
			subscriptionId: 's1',
		});
		const sent = { origNum: A, ...area, callDirection: 1, duration: 3600, preVoiceX: 'x.wav' };
		expect(platform.sent[0]?.body).toEqual(sent);
	});

	test.each<[what: string, wanted: axyb.AxybRequest, field: string]>([
		['a city that is none', { ...request, area: { areaCode: '755' } }, 'areaCode'],
		['a life of a second', { ...request, duration: 1 }, 'duration'],
	])('is not asked for with %s', async (_, wanted, field) => {
		const platform = platformThat([made]);
		await expect(inTime(axyb.bind(platform, wanted))).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test.each([
		['without an answer', LOST],
		['without an ID', { relationNumber: X }],
	])('%s is an unknown outcome, and never sent again', async (_, reply) => {
		const platform = platformThat([reply, made]);
		expect(await outcomeOf(axyb.bind(platform, request))).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent).toHaveLength(1);
	});
});

describe('get', () => {
	test.each([{ subscriptionId: 's1' }, { relationNum: X }])(
		'reads every relation of %j',
		async (which) => {
			const platform = platformThat([
				{
					xyRelationNumList: [
						{
							bindId: 's1',
							subscriptionId: 'other',
							numX: X,
							numA: A,
							numY: Y,
							numB: B,
							callDirection: 0,
							duration: 7200,
							ybDuration: 60,
							preVoiceX: 'x.wav',
							preVoiceY: 'y.wav',
							subscribeTime: '2026-03-01 08:00:00',
						},
						{ subscriptionId: 's1', numX: X, numA: A },
					],
				},
			]);
			expect(await axyb.get(platform, which)).toEqual([
				{
					subscriptionId: 's1',
					privateNumber: X,
					numberA: A,
					numberY: Y,
					numberB: B,
					callDirection: 'both',
					duration: 7200,
					ybDuration: 60,
					preVoiceX: 'x.wav',
					preVoiceY: 'y.wav',
					subscribeTime: '2026-03-01T08:00:00.000Z',
					expiresAt: '2026-03-01T10:00:00.000Z',
				},
				{ subscriptionId: 's1', privateNumber: X, numberA: A },
			]);
			const query = { ...KEY, ...which };
			expect(platform.sent).toEqual([{ method: 'GET', path: PATH, query, effect: 'read' }]);
		},
	);

	test('of what is not there is "not found", though the platform says nothing', async () => {
		const none = axyb.get(platformThat([{ xyRelationNumList: [] }]), { relationNum: X });
		await expect(none).rejects.toMatchObject({ code: '1016001', outcome: 'refused' });
	});
});

describe('unbind', () => {
	test('names what it removes', async () => {
		const platform = platformThat([{}]);
		expect(await axyb.unbind(platform, 's1', false)).toEqual({ alreadyDeleted: false });
		const query = { subscriptionId: 's1', ...KEY };
		expect(platform.sent).toEqual([{ method: 'DELETE', path: PATH, query, effect: 'change' }]);
	});

	test('takes "there is none" for a success only where that is wanted', async () => {
		const none = platformThat([NONE]);
		expect(await axyb.unbind(none, 's1', true)).toEqual({ alreadyDeleted: true });
		await expect(axyb.unbind(none, 's1', false)).rejects.toThrow('1016001');
	});
});
