import type { FaultRequest } from '../../simulator';
import { axOn, startAx } from './axBindings';
import { axbOn, A as AXB_A } from './axbBindings';
import { axeOn, startAxe } from './axeBindings';
import { axybOn, startAxyb } from './axybBindings';
import { sharedPlatform, startPlatform, X1, type Fixture } from './fixture';
import type { RunResult } from './engine';
import { GO_ON, type OperateOptions, type Parameters } from './operate';

type Create = (parameters?: Parameters, run?: OperateOptions) => Promise<RunResult>;
type Mode = [
	mode: string,
	start: () => Promise<Fixture>,
	on: (platform: () => Fixture) => { create: Create },
	/** What lets the platform choose X where a query cannot find the binding. */
	blind: Parameters | undefined,
	/** Whether the usual binding can be found again. */
	isFindable: boolean,
];

const MODES: Mode[] = [
	['AXB', async () => await startPlatform('AXB'), axbOn, { chooseNumberBy: 'auto' }, true],
	['AX', startAx, axOn, undefined, true],
	['AXE', startAxe, axeOn, undefined, true],
	['AXYB', startAxyb, axybOn, {}, false],
];

// Reported: such a create was a success with an empty ID.
describe.each(MODES)(
	'%s: a create answered without an ID',
	(_mode, start, on, blind, isFindable) => {
		const platform = sharedPlatform(start);
		const { create } = on(() => platform);
		const fault: FaultRequest = { kind: 'noId', method: 'POST', times: 1 };

		if (isFindable) {
			test('has the ID that a query finds', async () => {
				platform.simulator.setFault(fault);
				const { json, error } = await create();
				expect(error).toBeUndefined();
				const [bound] = platform.simulator.bindings();
				expect(json[0]?.subscriptionId).toBe(bound?.subscriptionId);
				expect(platform.simulator.bindings()).toHaveLength(1);
			});
		}

		if (blind) {
			test('is an unknown outcome where no query can tell, and is not sent again', async () => {
				platform.simulator.setFault(fault);
				const { json } = await create(blind, GO_ON);
				expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
				expect(platform.sent().filter(({ method }) => method === 'POST')).toHaveLength(1);
			});
		}
	},
);

describe('a platform that answers in odd ways', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const { axb, create } = axbOn(() => platform);
	const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };
	const items = Array.from({ length: 40 }, (_, index) => ({
		a: `139${String(index).padStart(8, '0')}`,
		b: `137${String(index).padStart(8, '0')}`,
	}));

	// Reported: 10 to 20 of 40 ended as unknown outcomes, and had never arrived.
	test.each<[closed: string, closeDelayMs: [number, number]]>([
		['at once', [0, 0]],
		['a moment later', [7, 60]],
		['at any moment', [0, 200]],
	])('and closes each connection %s loses no bind', async (_, closeDelayMs) => {
		platform.simulator.setBehaviour({ connections: 'short', closeDelayMs });
		const { json, error } = await create({ ...each, chooseNumberBy: 'auto' }, { items });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(40);
		expect(platform.simulator.bindings()).toHaveLength(40);
		expect(platform.sent()).toHaveLength(40);
	});

	// Reported: the rest of the items vanished, and the run was a success.
	test('with a code of ours, fails one item, and no other', async () => {
		const isOdd = { kind: 'code', http: 200, code: 'cancelled', text: '' } as const;
		platform.simulator.setFault({ ...isOdd, method: 'POST', times: 1 });
		const parameters = { ...each, chooseNumberBy: 'auto', requestOptions: { concurrency: 1 } };
		const { json } = await create(parameters, { items: items.slice(0, 5), ...GO_ON });
		expect(json.map(({ error }) => typeof error === 'string')).toEqual([
			true,
			...[false, false, false, false],
		]);
	});

	// Reported: a bind answered so was an unknown outcome.
	test.each(['byteOrderMark', 'gzip'] as const)('(%s) is understood', async (kind) => {
		platform.simulator.setFault({ kind });
		const { json, error } = await create({ chooseNumberBy: 'auto' });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberA: AXB_A, privateNumber: X1 });
		expect(platform.sent()).toHaveLength(1);
	});

	// Reported: 31 000 pages in 25 seconds, and memory that grew.
	test('with a list that never ends is given up', async () => {
		await create();
		platform.simulator.setFault({ kind: 'endlessList', method: 'GET' });
		const { json, error } = await axb('binding', 'getAll', { relationNum: X1, returnAll: true });
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/does not end/);
		expect(platform.sent().length).toBeLessThan(2000);
	});
});
