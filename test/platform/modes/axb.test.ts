import { PlatformError } from '../../../platform/codes/errors';
import * as axb from '../../../platform/modes/axb';
import { A, B, C, NONE, OTHER_X, platformThat, refused, X } from './scriptedPlatform';

const PATH = '/rest/caas/relationnumber/partners/v1.0';
/** A binding as the platform tells it. */
const entry = { subscriptionId: 's1', callerNum: A, calleeNum: B, relationNum: X };
const binding = { subscriptionId: 's1', numberA: A, numberB: B, privateNumber: X };
const read = (query: object) => ({ method: 'GET', path: PATH, query, effect: 'read' });

describe('get', () => {
	test('reads one binding by its ID, with its settings as words and its end', async () => {
		const platform = platformThat([
			{
				relationNumList: [
					{
						...entry,
						callDirection: '1',
						duration: 3600,
						maxDuration: 0,
						recordFlag: 'true',
						recordHintTone: 'n.wav',
						privateSms: 'false',
						preVoice: { callerHintTone: 'a.wav', calleeHintTone: 'b.wav' },
						userData: 'b64.eyJvcmRlciI6MX0',
						subscribeTime: '2026-03-01 08:00:00',
					},
				],
			},
		]);
		expect(await axb.get(platform, 's1')).toEqual({
			...binding,
			callDirection: 'onlyA',
			duration: 3600,
			recordFlag: true,
			recordHintTone: 'n.wav',
			privateSms: false,
			callerHintTone: 'a.wav',
			calleeHintTone: 'b.wav',
			userData: { order: 1 },
			subscribeTime: '2026-03-01T08:00:00.000Z',
			expiresAt: '2026-03-01T09:00:00.000Z',
		});
		expect(platform.sent).toEqual([read({ subscriptionId: 's1' })]);
	});

	test('of an ID that names none is "not found", though the platform says nothing', async () => {
		const none = axb.get(platformThat([{ relationNumList: [] }]), 's1');
		await expect(none).rejects.toMatchObject({ code: '1012007', outcome: 'refused' });
	});
});

describe('list', () => {
	test('asks for the bindings of a privacy number page by page, until as many are there as are told', async () => {
		const second = { ...entry, subscriptionId: 's2' };
		const platform = platformThat([
			{ relationNumList: [entry], totalCount: 2 },
			{ relationNumList: [second], totalCount: '2' },
		]);
		expect(await axb.list(platform, { relationNum: X, callerNum: A })).toEqual([
			binding,
			{ ...binding, subscriptionId: 's2' },
		]);
		const asked = { relationNum: X, callerNum: A, pageSize: 100 };
		expect(platform.sent).toEqual([
			read({ ...asked, pageIndex: 1 }),
			read({ ...asked, pageIndex: 2 }),
		]);
	});

	test('keeps bindings apart whose IDs are not told', async () => {
		const nameless = { callerNum: A, calleeNum: B, relationNum: X };
		const told = [nameless, { ...nameless, calleeNum: C }, nameless];
		const found = await axb.list(platformThat([{ relationNumList: told }]), { relationNum: X });
		expect(found.map(({ numberB }) => numberB)).toEqual([B, C]);
	});

	test('counts a binding once that was changed between two pages', async () => {
		const told = { relationNumList: [entry], totalCount: 2 };
		const changed = { relationNumList: [{ ...entry, calleeNum: C }], totalCount: 2 };
		const found = await axb.list(platformThat([told, changed]), { relationNum: X });
		expect(found).toEqual([{ ...binding, numberB: C }]);
	});

	test('stops at the limit', async () => {
		const told = ['s1', 's2', 's3'].map((subscriptionId) => ({ ...entry, subscriptionId }));
		const platform = platformThat([{ relationNumList: told }]);
		expect(await axb.list(platform, { relationNum: X }, 2)).toHaveLength(2);
		expect(platform.sent).toHaveLength(1);
	});
});

describe('count', () => {
	test.each<[what: string, reply: object, count: number]>([
		['is what the platform tells', { totalCount: 12, relationNumList: [entry] }, 12],
		['is 0 where that is told', { totalCount: 0 }, 0],
		['is what the platform tells, also beside an empty page', { totalCount: '3' }, 3],
		['is 0 where nothing is told', { relationNumList: [] }, 0],
		['is 0 where the platform says there is none', NONE, 0],
	])('%s, with one small page', async (_, reply, count) => {
		const platform = platformThat([reply]);
		expect(await axb.count(platform, X)).toBe(count);
		expect(platform.sent).toEqual([read({ relationNum: X, pageIndex: 1, pageSize: 10 })]);
	});

	test('is made by reading them all where only bindings are told', async () => {
		const told = ['s1', 's2', 's3'].map((subscriptionId) => ({ ...entry, subscriptionId }));
		const platform = platformThat([{ relationNumList: told }]);
		expect(await axb.count(platform, X)).toBe(3);
		expect(platform.sent[1]).toEqual(read({ relationNum: X, pageIndex: 1, pageSize: 100 }));
	});

	test('is no guess where the platform refuses', async () => {
		await expect(axb.count(platformThat([refused('1010001', 500)]), X)).rejects.toThrow('1010001');
	});
});

describe('unbind', () => {
	test.each([{ subscriptionId: 's1' }, { relationNum: X }])(
		'names what it removes: %j',
		async (which) => {
			const platform = platformThat([{}]);
			expect(await axb.unbind(platform, which, false)).toEqual({ alreadyDeleted: false });
			expect(platform.sent).toEqual([
				{ method: 'DELETE', path: PATH, query: which, effect: 'change' },
			]);
		},
	);

	test('takes "there is none" for a success only where that is wanted', async () => {
		const none = platformThat([NONE]);
		const which = { subscriptionId: 's1' };
		expect(await axb.unbind(none, which, true)).toEqual({ alreadyDeleted: true });
		await expect(axb.unbind(none, which, false)).rejects.toThrow(PlatformError);
	});
});

describe('modify', () => {
	test('sends the given fields alone', async () => {
		const platform = platformThat([{}]);
		await axb.modify(platform, 's1', { calleeNum: C, duration: 0, recordFlag: false });
		expect(platform.sent).toEqual([
			{
				method: 'PUT',
				path: PATH,
				body: { subscriptionId: 's1', calleeNum: C, duration: 0, recordFlag: 'false' },
				effect: 'change',
			},
		]);
	});

	test.each([
		['one person as both', { callerNum: A, calleeNum: A }, 'calleeNum'],
		['a life that is too long', { duration: 7_776_001 }, 'duration'],
	])('sends nothing of %s', async (_, changes, field) => {
		const platform = platformThat([{}]);
		await expect(axb.modify(platform, 's1', changes)).rejects.toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	/** What a change came to that the platform refuses, and who has the person that is wanted. */
	const refusedChange = async (changes: object, replies: object[], code = '1012010') => {
		const platform = platformThat([refused(code), ...replies]);
		const error: unknown = await axb
			.modify(platform, 's1', changes)
			.catch((thrown: unknown) => thrown);
		return { error, platform };
	};

	test('that a binding of the person stands in the way of tells which one', async () => {
		const other = { ...entry, subscriptionId: 's2', callerNum: C, calleeNum: '+8613900000004' };
		const { error, platform } = await refusedChange({ calleeNum: C }, [
			{ relationNumList: [entry] },
			{ relationNumList: [other] },
			NONE,
		]);
		const holder = { numberA: C, numberB: '+8613900000004', privateNumber: X };
		expect(error).toMatchObject({
			code: '1012010',
			holders: [{ ...holder, subscriptionId: 's2', who: 'B', isWanted: false }],
		});
		// He may be A of the other binding, or B.
		expect(platform.sent.slice(1)).toEqual([
			read({ subscriptionId: 's1' }),
			read({ relationNum: X, callerNum: C, pageIndex: 1, pageSize: 100 }),
			read({ relationNum: X, calleeNum: C, pageIndex: 1, pageSize: 100 }),
		]);
	});

	test('does not name the binding itself as standing in its way', async () => {
		const { error } = await refusedChange({ callerNum: A, calleeNum: C }, [
			{ relationNumList: [entry] },
		]);
		expect(error).toMatchObject({ code: '1012010', holders: [] });
	});

	test('asks nobody further where the number of the binding is not told', async () => {
		const { error, platform } = await refusedChange({ calleeNum: C }, [
			{ relationNumList: [{ subscriptionId: 's1' }] },
		]);
		expect(error).toMatchObject({ code: '1012010', holders: [] });
		expect(platform.sent).toHaveLength(2);
	});

	test('that is refused for another reason asks nobody', async () => {
		const { error, platform } = await refusedChange({ maxDuration: 5 }, [{}], '1012102');
		expect(error).toMatchObject({ code: '1012102', holders: [] });
		expect(platform.sent).toHaveLength(1);
	});
});

describe('who has a person on a privacy number', () => {
	test('is asked for A and for B, each in both places, and told once', async () => {
		const mirrored = { ...entry, callerNum: B, calleeNum: A };
		const other = { ...entry, subscriptionId: 's2', callerNum: C, calleeNum: B };
		const platform = platformThat([
			NONE,
			{ relationNumList: [mirrored] },
			{ relationNumList: [mirrored] },
			{ relationNumList: [other] },
		]);
		const found = await axb.holdersOn(platform, X, { callerNum: A, calleeNum: B });
		expect(found).toMatchObject([
			{ subscriptionId: 's1', who: 'A', isWanted: false },
			{ subscriptionId: 's2', who: 'B', isWanted: false },
		]);
		expect(platform.sent.map(({ query }) => query)).toEqual(
			[{ callerNum: A }, { calleeNum: A }, { callerNum: B }, { calleeNum: B }].map((person) => ({
				relationNum: X,
				...person,
				pageIndex: 1,
				pageSize: 100,
			})),
		);
	});

	test.each([
		['of these two as they are wanted is the wanted one', { callerNum: A, calleeNum: B }, true],
		['of another B is not', { callerNum: A, calleeNum: C }, false],
		['of another A is not', { callerNum: C, calleeNum: B }, false],
		['is not where only A is named', { callerNum: A }, false],
		['is not where only B is named', { calleeNum: B }, false],
	])('a binding %s', async (_, people, isWanted) => {
		const [holder] = await axb.holdersOn(platformThat([{ relationNumList: [entry] }]), X, people);
		expect(holder).toMatchObject({ subscriptionId: 's1', isWanted });
	});

	test.each([
		['A', { calleeNum: B }, { callerNum: undefined }],
		['B', { callerNum: A }, { calleeNum: undefined }],
	])('is no wanted one where nobody names or tells %s', async (_, people, untold) => {
		const platform = platformThat([{ relationNumList: [{ ...entry, ...untold }] }]);
		const [holder] = await axb.holdersOn(platform, X, people);
		expect(holder).toMatchObject({ subscriptionId: 's1', isWanted: false });
	});

	test('asks for those alone who are named', async () => {
		const platform = platformThat([NONE]);
		expect(await axb.holdersOn(platform, OTHER_X, { calleeNum: B })).toEqual([]);
		expect(platform.sent).toHaveLength(2);
	});
});
