import * as axBind from '../../../platform/modes/axBind';
import type { E164 } from '../../../platform/wire/phoneNumber';
import {
	A,
	atOneMoment,
	B,
	LOST,
	NONE,
	OTHER_X,
	inTime,
	outcomeOf,
	platformThat,
	refused,
	X,
} from './scriptedPlatform';

const PATH = '/rest/provision/caas/privatenumber/v1.0';
const onX = { origNum: A, choose: { by: 'number', privateNum: X } } as const;
const inCity = { origNum: A, choose: { by: 'area', areaCode: '0755' } } as const;
const made = { subscriptionId: 's1', privateNum: X };
const entry = { ...made, origNum: A };
const binding = { subscriptionId: 's1', numberA: A, privateNumber: X };
const listOf = (...entries: object[]) => ({ privateNumList: entries });
const before = { ...entry, subscriptionId: 's0', privateNum: OTHER_X };
const listed = { method: 'GET', path: PATH, query: { origNum: A }, effect: 'read' };

atOneMoment();

describe('a binding', () => {
	test('on a privacy number is made with one request', async () => {
		const platform = platformThat([made]);
		const result = await inTime(axBind.bind(platform, onX));
		expect(result).toStrictEqual({
			binding: { ...binding, callDirection: 'both' },
			alreadyBound: false,
		});
		const body = { origNum: A, privateNum: X };
		expect(platform.sent).toEqual([{ method: 'POST', path: PATH, body, effect: 'create' }]);
	});

	test.each([undefined, '0', '1'] as const)(
		'of a city (match mode %s) is made after a look at what A has',
		async (areaMatchMode) => {
			const platform = platformThat([NONE, made]);
			const choose = { ...inCity.choose, areaMatchMode };
			const result = await inTime(axBind.bind(platform, { ...inCity, choose }));
			expect(result).toMatchObject({ binding, alreadyBound: false });
			const area = { privateNumType: 'mobile-virtual', areaCode: '0755', areaMatchMode };
			const body = { origNum: A, ...area };
			expect(platform.sent).toEqual([
				listed,
				{ method: 'POST', path: PATH, body, effect: 'create' },
			]);
		},
	);

	test('is told with what was sent, and with what the platform says otherwise', async () => {
		const platform = platformThat([{ ...made, privateNum: '17000000001' }]);
		const settings = { callDirection: 'onlyA', maxDuration: 30, turnFlag: 'off' } as const;
		expect((await inTime(axBind.bind(platform, { ...onX, ...settings }))).binding).toEqual({
			...binding,
			privateNumber: '17000000001',
			callDirection: 'onlyA',
			maxDuration: 30,
		});
		expect(platform.sent[0]?.body).toMatchObject({ callDirection: 1, turnFlag: 'off' });
	});

	test.each<[what: string, request: axBind.AxRequest, field: string]>([
		['A as the privacy number', { ...onX, origNum: X }, 'privateNum'],
		['a city that is none', { origNum: A, choose: { by: 'area', areaCode: '755' } }, 'areaCode'],
		['a recording without a notice', { ...onX, recordFlag: true }, 'recordHintTone'],
	])('is not asked for with %s', async (_, request, field) => {
		const platform = platformThat([made]);
		expect(await outcomeOf(axBind.bind(platform, request))).toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test('that the answer does not name is looked for like a lost one', async () => {
		const platform = platformThat([{ privateNum: X }, listOf(entry)]);
		expect(await inTime(axBind.bind(platform, onX))).toMatchObject({
			binding,
			alreadyBound: false,
		});
	});
});

describe('a lost create on a privacy number', () => {
	test('is looked for among the bindings of A', async () => {
		const platform = platformThat([LOST, listOf(before, entry)]);
		expect(await inTime(axBind.bind(platform, onX))).toMatchObject({
			binding,
			alreadyBound: false,
		});
		expect(platform.sent[1]).toEqual(listed);
	});

	test('is sent again where A has other numbers only', async () => {
		const platform = platformThat([LOST, listOf(before), listOf(before), made]);
		const result = await outcomeOf(axBind.bind(platform, onX));
		expect(result).toMatchObject({ binding, alreadyBound: false });
		expect(platform.sent.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	test('of an earlier try is looked for before anything is sent', async () => {
		const platform = platformThat([listOf(entry)], { wasLost: true });
		expect(await inTime(axBind.bind(platform, onX))).toMatchObject({
			binding,
			alreadyBound: false,
		});
		expect(platform.sent).toEqual([listed]);
	});
});

describe('a lost create of a city', () => {
	test('is the binding that A did not have before', async () => {
		const platform = platformThat([listOf(before), LOST, listOf(before, entry)]);
		const result = await inTime(axBind.bind(platform, { ...inCity, maxDuration: 30 }));
		expect(result).toEqual({
			binding: { ...binding, callDirection: 'both', maxDuration: 30 },
			alreadyBound: false,
		});
		expect(platform.sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
	});

	test('is told by its number where IDs are not told', async () => {
		const nameless = { origNum: A, privateNum: OTHER_X };
		const added = { origNum: A, privateNum: X };
		const platform = platformThat([listOf(nameless), LOST, listOf(nameless, added)]);
		const { binding: found } = await inTime(axBind.bind(platform, inCity));
		expect(found).toMatchObject({ privateNumber: X });
	});

	test('is told by its ID where it got a number that A had before', async () => {
		const old = { ...entry, subscriptionId: 's0' };
		const platform = platformThat([listOf(old), LOST, listOf(entry)]);
		const { binding: found } = await inTime(axBind.bind(platform, inCity));
		expect(found).toMatchObject(binding);
	});

	test.each<[what: string, sent: unknown, told: string | undefined, isOwn: boolean]>([
		['the data that was sent', 'order-17', 'order-17', true],
		['the object that was sent', { order: 1 }, 'b64.eyJvcmRlciI6MX0', true],
		['no data, which not every answer tells', 'order-17', undefined, true],
		['the data of another request', 'order-17', 'order-18', false],
		['data where none was sent', undefined, 'order-18', false],
		['data that says nothing where none was sent', undefined, 'undefined', false],
		['data where an empty text was sent', '', 'order-18', false],
	])('%s', async (_, userData, told, isOwn) => {
		const added = { ...entry, userData: told };
		const platform = platformThat([listOf(), LOST, listOf(added)]);
		const result = await outcomeOf(axBind.bind(platform, { ...inCity, userData }));
		expect(result).toMatchObject(isOwn ? { binding } : { code: 'outcomeUnknown' });
		expect(platform.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	test('is an unknown outcome where several bindings could be it', async () => {
		const platform = platformThat([listOf(), LOST, listOf(entry, before)]);
		const error = await outcomeOf(axBind.bind(platform, inCity));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		// A further look cannot tell them apart either.
		expect(platform.sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
	});

	test('of an earlier try is not even looked for: it may be among those before', async () => {
		const platform = platformThat([listOf(entry), made], { wasLost: true });
		const error = await outcomeOf(axBind.bind(platform, inCity));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent).toEqual([]);
	});

	test('waits for other bindings of the same A, whose looks it would confuse', async () => {
		const platform = platformThat([
			listOf(),
			made,
			listOf(entry),
			{ ...made, subscriptionId: 's2' },
		]);
		const results = await Promise.all(
			[inCity, inCity].map((one) => inTime(axBind.bind(platform, one))),
		);
		expect(results.map(({ binding: { subscriptionId } }) => subscriptionId)).toEqual(['s1', 's2']);
		expect(platform.sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST']);
	});

	test('does not wait for bindings of another A', async () => {
		const platform = platformThat([listOf(), listOf(), made]);
		const ofB = { ...inCity, origNum: B };
		await Promise.all([inCity, ofB].map((one) => inTime(axBind.bind(platform, one))));
		expect(platform.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'POST']);
	});
});

describe('a create that is refused as taken', () => {
	const taken = refused('1016002');

	test('is the binding of before where that is wanted, as it is', async () => {
		const platform = platformThat([taken, listOf(entry)]);
		expect(await inTime(axBind.bind(platform, { ...onX, maxDuration: 9 }, true))).toEqual({
			binding: { ...binding, callDirection: 'both' },
			alreadyBound: true,
		});
	});

	test('of a city is never a binding of before', async () => {
		// Another program has made this one meanwhile.
		const platform = platformThat([listOf(before), refused('1011003'), listOf(before, entry)]);
		const error = await outcomeOf(axBind.bind(platform, inCity, true));
		expect(error).toMatchObject({ code: '1011003' });
	});

	test.each([
		['of A itself, as the wanted one', A, true],
		['of somebody else', B, false],
	])('tells who has the number: a binding %s', async (_, numberA, isWanted) => {
		const platform = platformThat([taken, listOf({ ...entry, origNum: numberA })]);
		const error = await outcomeOf(axBind.bind(platform, onX));
		const holders = [{ ...binding, numberA, isWanted }];
		expect(error).toMatchObject({ code: '1016002', holders });
		expect(platform.sent[1]).toEqual({ ...listed, query: { privateNum: X } });
	});

	test('tells the numbers that A has where nobody has that one', async () => {
		const platform = platformThat([refused('1011003'), NONE, listOf(before)]);
		const error = await outcomeOf(axBind.bind(platform, onX));
		const holders = [{ subscriptionId: 's0', numberA: A, privateNumber: OTHER_X }];
		expect((error as { holders?: unknown }).holders).toEqual(holders);
	});

	test('of a city tells the numbers that A has', async () => {
		const platform = platformThat([listOf(before), refused('1011003'), listOf(before)]);
		const error = await outcomeOf(axBind.bind(platform, inCity));
		const holders = [{ subscriptionId: 's0', numberA: A, privateNumber: OTHER_X }];
		expect((error as { holders?: unknown }).holders).toEqual(holders);
	});
});

test('a number that another program writes otherwise is the same number', async () => {
	const local = '017000000001' as E164;
	const platform = platformThat([LOST, listOf({ ...entry, privateNum: local })]);
	expect(await inTime(axBind.bind(platform, onX))).toMatchObject({
		binding: { privateNumber: local },
		alreadyBound: false,
	});
});
