import * as axybPeer from '../../../platform/modes/axybPeer';
import {
	A,
	after,
	atOneMoment,
	B,
	C,
	LOST,
	NONE,
	inTime,
	outcomeOf,
	platformThat,
	refused,
	X,
} from './scriptedPlatform';
import type { E164 } from '../../../platform/wire/phoneNumber';

const PATH = '/rest/omp/xyrelationnumber/v1.0';
const KEY = { app_key: 'testAppKey0001' };
const Y = '+8617000000009' as E164;
const request = { subscriptionId: 's1', origNum: B };
const made = { subscriptionId: 's1', relationNumber: Y };
const peer = { numberY: Y, numberB: B, subscriptionId: 's1' };
const relation = { bindId: 's1', numX: X, numA: A, numY: Y, numB: B };
const relations = (...told: object[]) => ({ xyRelationNumList: told });
const ofC = { ...relation, numB: C };
const five = [ofC, ofC, ofC, ofC, ofC];
const taken = refused('1012010');

atOneMoment();

describe('a peer', () => {
	test.each<[how: string, wanted: object, asked: object, told: object]>([
		['as the platform likes it', {}, {}, {}],
		['of a city', { areaCode: '0755' }, { areaCode: '0755' }, {}],
		[
			'of a city or any other, for an hour',
			{ areaCode: '010', areaMatchMode: '1', ybDuration: 3600, preVoiceY: 'y.wav' },
			{ areaCode: '010', areaMatchMode: '1', ybDuration: 3600, preVoiceY: 'y.wav' },
			{ ybDuration: 3600, expiresAt: after(3600) },
		],
		['until the binding ends', { ybDuration: 0 }, { ybDuration: 0 }, {}],
	])('%s is added with one request', async (_, wanted, asked, told) => {
		const platform = platformThat([made]);
		expect(await inTime(axybPeer.add(platform, { ...request, ...wanted }))).toStrictEqual({
			...peer,
			...told,
		});
		expect(platform.sent).toEqual([
			{
				method: 'POST',
				path: PATH,
				query: KEY,
				body: { origNum: B, subscriptionId: 's1', ...asked },
				effect: 'create',
			},
		]);
	});

	test.each<[what: string, wanted: object, field: string]>([
		['a city that is none', { areaCode: '755' }, 'areaCode'],
		['a match mode without a city', { areaMatchMode: '1' }, 'areaMatchMode'],
		['a match mode with an empty city', { areaCode: '', areaMatchMode: '1' }, 'areaMatchMode'],
		['a life of a second', { ybDuration: 1 }, 'ybDuration'],
	])('is not asked for with %s', async (_, wanted, field) => {
		const platform = platformThat([made]);
		const added = inTime(axybPeer.add(platform, { ...request, ...wanted }));
		await expect(added).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test('with a match mode is refused without a city, naming the city', async () => {
		const added = axybPeer.add(platformThat([made]), { ...request, areaMatchMode: '1' });
		await expect(added).rejects.toThrow("unless 'areaCode' is given");
	});

	test('whose Y the answer does not name is looked for like a lost one', async () => {
		const platform = platformThat([{ subscriptionId: 's1' }, relations(relation)]);
		expect(await inTime(axybPeer.add(platform, request))).toEqual(peer);
	});
});

describe('a lost request for a peer', () => {
	test('is the peer that the binding has then', async () => {
		const platform = platformThat([LOST, relations(ofC, relation)]);
		const added = await inTime(axybPeer.add(platform, { ...request, ybDuration: 60 }));
		expect(added).toEqual({ ...peer, ybDuration: 60, expiresAt: after(60) });
		const query = { ...KEY, subscriptionId: 's1' };
		expect(platform.sent[1]).toEqual({ method: 'GET', path: PATH, query, effect: 'read' });
	});

	test.each([
		['has others only', relations(ofC, ofC, ofC, ofC)],
		['has no relation', NONE],
	])('is sent again where the binding %s', async (_, reply) => {
		const platform = platformThat([LOST, reply, reply, made]);
		expect(await outcomeOf(axybPeer.add(platform, request))).toEqual(peer);
	});

	test.each([
		['as many others as a query tells', relations(...five)],
		['this B twice', relations(relation, { ...relation, numY: '+8617000000008' })],
		['this B without a Y', relations({ ...relation, numY: undefined })],
	])('is an unknown outcome where the binding has %s', async (_, reply) => {
		const platform = platformThat([LOST, reply, made]);
		const error = await outcomeOf(axybPeer.add(platform, request));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	test('is found also where the binding has as many as a query tells', async () => {
		const platform = platformThat([LOST, relations(...five.slice(1), relation)]);
		expect(await inTime(axybPeer.add(platform, request))).toEqual(peer);
	});

	test('that is refused as taken when sent again is the peer that is there', async () => {
		const platform = platformThat([LOST, NONE, NONE, taken, relations(relation)]);
		expect(await outcomeOf(axybPeer.add(platform, request))).toEqual(peer);
	});
});

test('a peer that B has already is a refusal, not a second one', async () => {
	const platform = platformThat([taken, relations(relation)]);
	await expect(inTime(axybPeer.add(platform, request))).rejects.toMatchObject({ code: '1012010' });
	expect(platform.sent).toHaveLength(1);
});

describe('a removal', () => {
	test.each([{ yNum: Y }, { bNum: B }])('names the peer: %j', async (which) => {
		const platform = platformThat([{}]);
		const removed = await axybPeer.removePeer(platform, 's1', which, false);
		expect(removed).toEqual({ alreadyDeleted: false });
		const query = { subscriptionId: 's1', ...KEY, ...which };
		expect(platform.sent).toEqual([{ method: 'DELETE', path: PATH, query, effect: 'change' }]);
	});

	test('takes "there is none" for a success only where that is wanted', async () => {
		const none = platformThat([NONE]);
		const remove = (ignore: boolean) => axybPeer.removePeer(none, 's1', { bNum: B }, ignore);
		expect(await remove(true)).toEqual({ alreadyDeleted: true });
		await expect(remove(false)).rejects.toThrow('1016001');
	});
});
