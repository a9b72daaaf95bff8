import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { legible } from '../../nodes/shared/errors';
import { PlatformError } from '../../platform/codes/errors';
import { INTERFACES, type InterfaceName } from '../../platform/codes/interfaces';
import { REMEDIES } from '../../platform/codes/remedies';
import { RESULT_CODES } from '../../platform/codes/resultCodes';
import { A, axbOn, B } from './axbBindings';
import { KEYS, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { GO_ON, operationsOf } from './operate';

const remedyOf = (code: string, asks: InterfaceName, text = ''): string => {
	const error = new PlatformError({ code, text, outcome: 'refused', httpStatus: 403 });
	return legible(error, { asks }).description;
};

describe('a remedy fits what was asked', () => {
	test.each(['axb.bind', 'axb.unbind', 'axb.modify', 'axb.query'] as const)(
		'%s: a record that is not there is no recording',
		(asks) => {
			expect(remedyOf('1012007', asks)).not.toMatch(/recording/i);
		},
	);

	test('a recording that is not there is one', () => {
		expect(remedyOf('1012007', 'recordingLink')).toMatch(/kept for 7 days/);
	});

	test.each(['axb.bind', 'ax.bind', 'axe.bind'] as const)(
		'%s: a number that is not yours is compared with those of the application',
		(asks) => {
			const code = asks === 'ax.bind' ? '1011001' : '1012001';
			expect(remedyOf(code, asks)).toMatch(/Compare Privacy Number \(X\)/);
		},
	);

	test.each([
		['Invalid request.areaCode', /^Check Area Code/],
		['Invalid request.lastMinVoice.wav does not exist.', /放音文件管理/],
		['userData is invalid.', /User Data/],
		['extendNum is invalid.', /Extension/],
		['callerNum is invalid.', /phone numbers/],
	])('a value that is refused as "%s" is looked for where it is', (text, remedy) => {
		expect(remedyOf('1010002', 'axb.bind', text)).toMatch(remedy);
	});

	test.each(['axb.unbind', 'axb.query', 'axe.unbind', 'axe.modify', 'axe.query'] as const)(
		'%s: of a number that is not yours, nobody is told to choose another one',
		(asks) => {
			expect(remedyOf('1012001', asks)).toMatch(/^Check Binding ID/);
			expect(remedyOf('1012001', asks)).not.toMatch(/by Area|another (?:privacy )?number/i);
		},
	);

	test.each(['axyb.bind', 'axyb.bindPeer'] as const)(
		'%s: nobody is told to take another number where the platform picks it',
		(asks) => {
			expect(remedyOf('1012102', asks)).not.toContain('Use another privacy number');
			expect(remedyOf('1012102', asks)).toContain('another city');
		},
	);

	test.each(['ax.unbind', 'ax.modify', 'ax.setTemporaryCallee'] as const)(
		'%s: what is not there may have been named by its ID or its number',
		(asks) => {
			const error = new PlatformError({
				code: '1011004',
				text: '',
				outcome: 'refused',
				httpStatus: 403,
			});
			expect(legible(error, { asks }).message).toMatch(/no binding of this ID or number/);
			expect(remedyOf('1011004', asks)).toMatch(/Binding ID.*arrears/);
		},
	);

	test('a binding of AXE that exists is the same by its older code', () => {
		expect(remedyOf('1013102', 'axe.bind')).toBe(remedyOf('1012010', 'axe.bind'));
	});

	test('a time limit that is refused is not that of another mode', () => {
		const remedy = remedyOf('1010002', 'ax.setTemporaryCallee', 'duration is invalid.');
		expect(remedy).toMatch(/^Compare the times/);
		expect(remedy).not.toMatch(/90 days/);
	});

	test('names only codes that the documents list, for every interface', () => {
		expect(Object.keys(REMEDIES).sort()).toEqual([...INTERFACES].sort());
		const codes = Object.values(REMEDIES).flatMap((remedies) => Object.keys(remedies));
		const known = [...Object.keys(RESULT_CODES), 'invalidAnswer'];
		expect(codes.filter((code) => !known.includes(code))).toEqual([]);
	});
});

describe('a pair that is taken', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const { axb, create, idOf } = axbOn(() => platform);
	const C = '+8613900000009';

	test('says that A is bound, on which X and with whom', async () => {
		const subscriptionId = await idOf();
		const { error } = await create({ calleeNum: C });
		expect(error?.description).toContain(
			`Number A is bound already: ${X1} connects ${A} and ${B} (Binding ID ${subscriptionId}).`,
		);
		expect(error?.description).not.toContain('On Conflict');
	});

	test('says that B is bound, though it is A there', async () => {
		await idOf();
		const { error } = await create({ callerNum: C, calleeNum: A });
		expect(error?.description).toContain(`Number B is bound already: ${X1} connects ${A}`);
	});

	test('is the wanted one: the option that takes it is named', async () => {
		await idOf();
		const { error } = await create();
		expect(error?.description).toMatch(/the binding that was wanted.*On Conflict/);
	});

	test('does not name the option that is set', async () => {
		await idOf();
		const { error } = await create({ calleeNum: C, options: { onConflict: 'useExisting' } });
		expect(error?.description).not.toContain('On Conflict');
		expect(error?.description).not.toContain('Use Existing');
	});

	test('in an update, says which other binding it is', async () => {
		await idOf();
		const subscriptionId = await idOf({ callerNum: '13900000001', calleeNum: '13900000002' });
		const updateFields = { calleeNum: A };
		const { error } = await axb('binding', 'update', { subscriptionId, updateFields });
		expect(error?.message).toContain('1012010');
		expect(error?.description).toContain(`Number B is bound already: ${X1} connects ${A} and ${B}`);
	});

	test('keeps the refusal as it was where nobody can tell', async () => {
		await idOf();
		platform.simulator.setFault({ kind: 'internalError', method: 'GET' });
		const { error } = await create({ calleeNum: C });
		expect(error?.message).toContain('1012010');
		expect(error?.description).not.toContain('is bound already:');
	});
});

test('AX: a number that is taken says whose it is', async () => {
	const platform = await startPlatform('AX');
	platform.simulator.bind(KEYS.appKey, { origNum: A, privateNum: X2 });
	const ax = operationsOf(PrivateNumberAx, () => platform);
	const { json } = await ax(
		'binding',
		'create',
		{ origNum: B, chooseNumberBy: 'number', privateNum: X2 },
		GO_ON,
	);
	expect(json[0]?.details).toMatchObject({
		remedy: expect.stringContaining(`${X2} belongs to ${A}`) as string,
	});
	await platform.close();
});

describe('to a tool of an AI agent', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const { create } = axbOn(() => platform);
	const asTool = { type: 'n8n-nodes-huawei-private-number.privateNumberAxbTool' };

	test('the message holds the remedy, whether the run stops or goes on', async () => {
		const settings = { ...asTool };
		const stopped = await create({ calleeNum: '400-800-0001' }, { settings });
		expect(stopped.error?.message).toMatch(/400.*Correct Number B/);
		const goesOn = { ...asTool, onError: 'continueRegularOutput' as const };
		const { json } = await create({ callerNum: '12' }, { settings: goesOn });
		expect(json[0]?.error).toMatch(/'callerNum'.*Correct Number A/);
	});

	test('and to everybody else it does not repeat it', async () => {
		const { error } = await create({ callerNum: '12' });
		expect(error?.message).not.toContain('Correct');
		expect(error?.description).toContain('Correct');
		expect(new PrivateNumberAxb().description.usableAsTool).toBe(true);
	});
});
