import { InputError } from '../../../platform/codes/errors';
import * as axbBind from '../../../platform/modes/axbBind';
import {
	A,
	after,
	atOneMoment,
	B,
	C,
	LOST,
	NONE,
	OTHER_X,
	inTime,
	outcomeOf,
	platformThat,
	refused,
	X,
} from './scriptedPlatform';

const PATH = '/rest/caas/relationnumber/partners/v1.0';
const people = { callerNum: A, calleeNum: B };
const onX = { ...people, choose: { by: 'number', relationNum: X } } as const;
const made = { subscriptionId: 's1', relationNum: X };
const binding = { subscriptionId: 's1', numberA: A, numberB: B, privateNumber: X };
const entry = { ...people, ...made };
const taken = refused('1012010');

atOneMoment();

describe('a binding', () => {
	test.each<[how: string, choose: axbBind.ChooseX, asked: object]>([
		['on a privacy number', { by: 'number', relationNum: X }, { relationNum: X }],
		[
			'of a city',
			{ by: 'area', areaCode: '0755', areaMatchMode: '1' },
			{ areaCode: '0755', areaMatchMode: '1' },
		],
		[
			'of a city in the way of the platform',
			{ by: 'area', areaCode: '0755' },
			{ areaCode: '0755' },
		],
		['on any number', { by: 'auto' }, {}],
	])('%s is made with one request', async (_, choose, asked) => {
		const platform = platformThat([made]);
		const result = await inTime(axbBind.bind(platform, { ...people, choose }));
		expect(result).toStrictEqual({
			binding: { ...binding, callDirection: 'both' },
			alreadyBound: false,
		});
		expect(platform.sent).toEqual([
			{ method: 'POST', path: PATH, body: { ...people, ...asked }, effect: 'create' },
		]);
	});

	test('is told with what was sent, and with what the platform says otherwise', async () => {
		const platform = platformThat([{ ...made, maxDuration: 20 }]);
		const settings = { callDirection: 'onlyB', duration: 3600, maxDuration: 30 } as const;
		const result = await inTime(axbBind.bind(platform, { ...onX, ...settings }));
		expect(result.binding).toEqual({
			...binding,
			callDirection: 'onlyB',
			duration: 3600,
			maxDuration: 20,
			expiresAt: after(3600),
		});
		expect(platform.sent[0]?.body).toMatchObject({ callDirection: 2, duration: 3600 });
	});

	test('is told with what was sent where the answer holds nothing of it', async () => {
		const platform = platformThat([{ subscriptionId: 's1', relationNum: '', duration: null }]);
		const { binding: told } = await inTime(axbBind.bind(platform, { ...onX, duration: 60 }));
		expect(told).toMatchObject({ ...binding, duration: 60, expiresAt: after(60) });
	});

	test.each<[what: string, request: axbBind.AxbRequest, field: string]>([
		['one person as both', { ...onX, calleeNum: A }, 'calleeNum'],
		['A as the privacy number', { ...onX, callerNum: X }, 'relationNum'],
		['B as the privacy number', { ...onX, calleeNum: X }, 'relationNum'],
		['a city that is none', { ...people, choose: { by: 'area', areaCode: '755' } }, 'areaCode'],
		['a recording without a notice', { ...onX, recordFlag: true }, 'recordHintTone'],
	])('is not asked for with %s', async (_, request, field) => {
		const platform = platformThat([made]);
		const error = await outcomeOf(axbBind.bind(platform, request));
		expect(error).toBeInstanceOf(InputError);
		expect(error).toMatchObject({ field });
		expect(platform.sent).toEqual([]);
	});

	test('that the answer does not name is an unknown outcome on any number', async () => {
		const platform = platformThat([{ relationNum: X }]);
		const error = await outcomeOf(axbBind.bind(platform, { ...people, choose: { by: 'auto' } }));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent).toHaveLength(1);
	});
});

describe('a lost create', () => {
	test('on a privacy number is looked for there, among the bindings of these two', async () => {
		const platform = platformThat([LOST, { relationNumList: [entry] }]);
		const result = await inTime(axbBind.bind(platform, { ...onX, duration: 60 }));
		expect(result).toEqual({
			binding: { ...binding, callDirection: 'both', duration: 60, expiresAt: after(60) },
			alreadyBound: false,
		});
		const { query, effect } = platform.sent[1] ?? {};
		expect(query).toEqual({ relationNum: X, ...people, pageIndex: 1, pageSize: 100 });
		expect(effect).toBe('read');
	});

	test.each([
		['of another A', { callerNum: C }],
		['of another B', { calleeNum: C }],
		['on another number', { relationNum: OTHER_X }],
		["with A and B in each other's place", { callerNum: B, calleeNum: A }],
	])('is not found in a binding %s, and is sent again', async (_, differing) => {
		const others = { relationNumList: [{ ...entry, subscriptionId: 's0', ...differing }] };
		const platform = platformThat([LOST, others, others, others, others, made]);
		const result = await outcomeOf(axbBind.bind(platform, onX));
		expect(result).toMatchObject({ binding: { subscriptionId: 's1' }, alreadyBound: false });
		const creates = platform.sent.filter(({ method }) => method === 'POST');
		expect(creates).toHaveLength(2);
	});

	test.each<[how: string, choose: axbBind.ChooseX]>([
		['of a city', { by: 'area', areaCode: '0755' }],
		['on any number', { by: 'auto' }],
	])('%s is never sent again: no query can tell', async (_, choose) => {
		const platform = platformThat([LOST, made]);
		const error = await outcomeOf(axbBind.bind(platform, { ...people, choose }));
		expect(error).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent).toHaveLength(1);
	});
});

describe('a create that is refused as taken', () => {
	test('is the binding of before where that is wanted', async () => {
		const told = { ...entry, duration: 60, subscribeTime: '2026-03-01 07:59:30' };
		const platform = platformThat([taken, { relationNumList: [told] }]);
		const result = await inTime(
			axbBind.bind(platform, { ...onX, maxDuration: 9, duration: 3600 }, true),
		);
		expect(result).toEqual({
			binding: {
				...binding,
				callDirection: 'both',
				duration: 60,
				subscribeTime: '2026-03-01T07:59:30.000Z',
				expiresAt: after(30),
			},
			alreadyBound: true,
		});
	});

	test('stays a refusal unless the binding of before is wanted, and tells who has it', async () => {
		const error = await outcomeOf(
			axbBind.bind(platformThat([taken, { relationNumList: [entry] }]), onX),
		);
		expect(error).toMatchObject({
			code: '1012010',
			holders: [{ ...binding, who: 'A', isWanted: true }],
		});
	});

	test('of a city asks nobody who has it', async () => {
		const platform = platformThat([refused('1012008'), NONE]);
		const choose = { by: 'area', areaCode: '0755' } as const;
		const error = await outcomeOf(axbBind.bind(platform, { ...people, choose }, true));
		expect(error).toMatchObject({ code: '1012008', holders: [] });
		expect(platform.sent).toHaveLength(1);
	});
});
