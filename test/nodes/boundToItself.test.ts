import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { sharedPlatform, startPlatform } from './fixture';
import type { Parameters } from './operate';
import { expectLocalRefusal } from './refusals';

/** One number in three spellings. */
const [A, A_TOO, A_AS_WELL] = ['13800000021', '+86 138 0000 0021', '0086-138-0000-0021'];
const B = '13900000002';
const X = '17000000001';

type Case = [what: string, operation: string, parameters: Parameters, field: string];

const byX = { chooseNumberBy: 'number', identifyBy: 'privateNumber' };

describe('AXB', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	test.each<Case>([
		['A is B', 'create', { callerNum: A, calleeNum: A_TOO, relationNum: X }, 'calleeNum'],
		['A is X', 'create', { callerNum: A, calleeNum: B, relationNum: A_AS_WELL }, 'relationNum'],
		['B is X', 'create', { callerNum: B, calleeNum: A, relationNum: A_TOO }, 'relationNum'],
		[
			'A is B, whatever X is picked',
			'create',
			{ callerNum: A, calleeNum: A_TOO, chooseNumberBy: 'auto' },
			'calleeNum',
		],
		[
			'the new A is the new B',
			'update',
			{ subscriptionId: 'id', updateFields: { callerNum: A, calleeNum: A_TOO } },
			'calleeNum',
		],
	])('%s: refused before anything is sent', async (_, operation, parameters, field) => {
		const attempt = { resource: 'binding', operation, parameters: { ...byX, ...parameters } };
		await expectLocalRefusal(PrivateNumberAxb, platform, attempt, field);
	});
});

describe('AX', () => {
	const platform = sharedPlatform(() => startPlatform('AX'));
	test.each<Case>([
		['A is X', 'create', { origNum: A, privateNum: A_TOO }, 'privateNum'],
		['the new A is X', 'update', { privateNum: A, updateFields: { origNum: A_TOO } }, 'origNum'],
		['the callee is X', 'setTemporaryCallee', { privateNum: X, calleeNum: `+86${X}` }, 'calleeNum'],
	])('%s: refused before anything is sent', async (_, operation, parameters, field) => {
		const attempt = { resource: 'binding', operation, parameters: { ...byX, ...parameters } };
		await expectLocalRefusal(PrivateNumberAx, platform, attempt, field);
	});
});

describe('AXE', () => {
	const platform = sharedPlatform(() => startPlatform('AXE'));
	const callback = { callbackNum: A_TOO };
	const byExtension = { identifyBy: 'extension', virtualNum: A, extendNum: '0012' };
	test.each<Case>([
		['A is X', 'create', { bindNum: A, virtualNum: A_TOO }, 'virtualNum'],
		[
			'the call-back number is X',
			'create',
			{ bindNum: B, virtualNum: A, options: callback },
			'callbackNum',
		],
		[
			'the new call-back number is X',
			'update',
			{ ...byExtension, updateFields: callback },
			'callbackNum',
		],
	])('%s: refused before anything is sent', async (_, operation, parameters, field) => {
		const attempt = { resource: 'binding', operation, parameters: { ...byX, ...parameters } };
		await expectLocalRefusal(PrivateNumberAxe, platform, attempt, field);
	});
});
