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
	it.each<[ModeName, string, Record<string, unknown>, string]>([
		['AXB', axb, { callerNum: x, calleeNum: b, relationNum: x }, 'callerNum'],
		['AXB', axb, { callerNum: otherX, calleeNum: b, relationNum: x }, 'callerNum'],
		['AXB', axb, { callerNum: a, calleeNum: x, relationNum: x }, 'calleeNum'],
		['AXB', axb, { callerNum: a, calleeNum: foreignX, relationNum: x }, 'calleeNum'],
		['AXB', axb, { callerNum: a, calleeNum: a, relationNum: x }, 'calleeNum'],
		['AX', ax, { origNum: x, privateNum: x }, 'origNum'],
		['AXE', axe, { bindNum: x, virtualNum: x }, 'bindNum'],
		['AXE', axe, { bindNum: a, virtualNum: x, callbackNum: otherX }, 'callbackNum'],
		['AXYB', axyb, { origNum: x, areaCode: '0755' }, 'origNum'],
	])('%s bind at %s with %j', async (mode, path, body, name) => {
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

	it.each<[ModeName, Record<string, unknown>, string, Record<string, unknown>]>([
		['AXB', { callerNum: a, calleeNum: b, relationNum: x }, axb, { callerNum: otherX }],
		['AX', { origNum: a, privateNum: x }, ax, { origNum: x }],
		[
			'AX',
			{ origNum: a, privateNum: x },
			'/rest/caas/privatenumber/calleenumber/v1.0',
			{ calleeNum: x },
		],
		['AXE', { bindNum: a, virtualNum: x }, axe, { callbackNum: x }],
	])('%s: no change to one either (%j, %s, %j)', async (mode, bound, path, change) => {
		const simulator = await open({ applications: [applicationOf(mode)] });
		const { subscriptionId } = simulator.bind('axbKey', bound);
		const before = simulator.bindings();
		const answer = await call(simulator, 'PUT', path, { subscriptionId, ...change });
		expect(outcome(answer)).toBe('403 1010002');
		expect(simulator.bindings()).toEqual(before);
	});
});
