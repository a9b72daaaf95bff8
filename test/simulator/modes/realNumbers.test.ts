import { applicationOf, call, closeAll, open, outcome } from '../helpers';
import type { ModeName } from '../../../simulator';

afterEach(closeAll);

const a = '+8613800000021';
const b = '+8613800000023';
const x = '+8613800006666';
const otherX = '+8613800006667';
const foreignX = '+8613800007777';

const axb = '/rest/caas/relationnumber/partners/v1.0';
const ax = '/rest/provision/caas/privatenumber/v1.0';
const axe = '/rest/caas/extendnumber/v1.0';
const axyb = '/rest/omp/xyrelationnumber/v1.0?app_key=axbKey';

describe('A and B are real numbers: a privacy number is refused with 1010002', () => {
	it.each<[string, ModeName, string, string, Record<string, unknown>]>([
		['A that is X', 'AXB', 'callerNum', axb, { callerNum: x, calleeNum: b, relationNum: x }],
		[
			'A that is another X',
			'AXB',
			'callerNum',
			axb,
			{ callerNum: otherX, calleeNum: b, relationNum: x },
		],
		['B that is X', 'AXB', 'calleeNum', axb, { callerNum: a, calleeNum: x, relationNum: x }],
		[
			"B that is another application's X",
			'AXB',
			'calleeNum',
			axb,
			{ callerNum: a, calleeNum: foreignX, relationNum: x },
		],
		['B that is A', 'AXB', 'calleeNum', axb, { callerNum: a, calleeNum: a, relationNum: x }],
		['A that is X', 'AX', 'origNum', ax, { origNum: x, privateNum: x }],
		['A that is X', 'AXE', 'bindNum', axe, { bindNum: x, virtualNum: x }],
		[
			'a call-back number that is another X',
			'AXE',
			'callbackNum',
			axe,
			{ bindNum: a, virtualNum: x, callbackNum: otherX },
		],
		[
			'A that is an X of the application',
			'AXYB',
			'origNum',
			axyb,
			{ origNum: x, areaCode: '0755' },
		],
	])('%s, in %s, names %s', async (_what, mode, name, path, body) => {
		const other = applicationOf(mode, {
			appKey: 'other',
			numbers: [{ number: foreignX, areaCode: '0755' }],
		});
		const simulator = await open({ applications: [applicationOf(mode), other] });
		const answer = await call(simulator, 'POST', path, body);
		expect(outcome(answer)).toBe('403 1010002');
		expect(answer.json.resultdesc).toContain(name);
		expect(simulator.bindings()).toEqual([]);
	});

	it.each<[string, ModeName, Record<string, unknown>, string, Record<string, unknown>]>([
		['A', 'AXB', { callerNum: a, calleeNum: b, relationNum: x }, axb, { callerNum: otherX }],
		['A', 'AX', { origNum: a, privateNum: x }, ax, { origNum: x }],
		[
			'the temporary callee',
			'AX',
			{ origNum: a, privateNum: x },
			'/rest/caas/privatenumber/calleenumber/v1.0',
			{ calleeNum: x },
		],
		['the call-back number', 'AXE', { bindNum: a, virtualNum: x }, axe, { callbackNum: x }],
	])(
		'%s of a binding in %s does not change to one either',
		async (_what, mode, bound, path, change) => {
			const simulator = await open({ applications: [applicationOf(mode)] });
			const { subscriptionId } = simulator.bind('axbKey', bound);
			const before = simulator.bindings();
			const answer = await call(simulator, 'PUT', path, { subscriptionId, ...change });
			expect(outcome(answer)).toBe('403 1010002');
			expect(simulator.bindings()).toEqual(before);
		},
	);
});
