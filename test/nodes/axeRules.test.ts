import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { expectLocalRefusal } from './refusals';

const A = '+8613800000021';

const platform = sharedPlatform(() => startPlatform('AXE'));

const axe = operationsOf(PrivateNumberAxe, () => platform);

type Rule = [what: string, parameters: Parameters, field: string];
const options = (given: object): Parameters => ({ options: given });
const tones = { callbackTone: 't.wav', callbackNum: '0755-28000001' };

/** Refuses on this operation, whose right parameters are told. */
function refuses(operation: string, right: Parameters, rules: Rule[]): void {
	test.each(rules)('%s', async (_, given, field) => {
		const parameters = { ...right, ...given };
		const attempt = { resource: 'binding', operation, parameters };
		await expectLocalRefusal(PrivateNumberAxe, platform, attempt, field);
	});
}

describe('create refuses before anything is sent', () => {
	const byArea = { chooseNumberBy: '={{ "area" }}', areaCode: '0755', areaMatchMode: '0' };
	refuses('create', { bindNum: A, chooseNumberBy: 'number', virtualNum: X1 }, [
		['a number A that is none', { bindNum: '12345' }, 'bindNum'],
		['a 400 number as A', { bindNum: '400-800-0001' }, 'bindNum'],
		['a 95 number as A', { bindNum: '95588' }, 'bindNum'],
		['a number A of another country', { bindNum: '+14155550100' }, 'bindNum'],
		['no number A', { bindNum: '={{ "" }}' }, 'bindNum'],
		['an X that is none', { virtualNum: '170' }, 'virtualNum'],
		['neither X nor area', { virtualNum: '={{ "" }}' }, 'virtualNum'],
		['a missing area', { chooseNumberBy: 'area', areaCode: '={{ "" }}' }, 'areaCode'],
		['an unknown choice of X', { ...byArea, chooseNumberBy: '={{ "auto" }}' }, 'chooseNumberBy'],
		['an unknown match', { ...byArea, areaMatchMode: '={{ "2" }}' }, 'areaMatchMode'],
		['an extension without X', { ...byArea, extendNum: '0012' }, 'extendNum'],
		['an extension of letters', { extendNum: '12a' }, 'extendNum'],
		['an extension of five digits', { extendNum: '00012' }, 'extendNum'],
		['recording without a notice', options({ recordFlag: true }), 'recordHintTone'],
		['a notice without recording', options({ recordHintTone: 'n.wav' }), 'recordHintTone'],
		['a call-back tone beside a call-back number', options(tones), 'callbackTone'],
		['a call-back number that is none', options({ callbackNum: '110' }), 'callbackNum'],
		['a long name of a tone', options({ callbackTone: 't'.repeat(129) }), 'callbackTone'],
		['an unknown unit', options({ timeUnit: '={{ "2" }}' }), 'timeUnit'],
		['an unknown number shown', options({ displayNumMode: '={{ "2" }}' }), 'displayNumMode'],
		['a life of 721 hours', options({ bindExpiredTime: 721 }), 'bindExpiredTime'],
		['a life of half an hour', options({ bindExpiredTime: 0.5 }), 'bindExpiredTime'],
		['a life before now', options({ bindExpiredTime: -1 }), 'bindExpiredTime'],
		[
			'a life of 43201 minutes',
			options({ timeUnit: '1', bindExpiredTime: 43_201 }),
			'bindExpiredTime',
		],
		[
			'a call-back of 169 hours',
			options({ bindExpiredTime: 0, callbackExpiredTime: 169 }),
			'callbackExpiredTime',
		],
		[
			'a call-back of 10081 minutes',
			options({ timeUnit: '1', bindExpiredTime: 0, callbackExpiredTime: 10_081 }),
			'callbackExpiredTime',
		],
		[
			'a call-back that outlives the binding',
			options({ bindExpiredTime: 2, callbackExpiredTime: 3 }),
			'callbackExpiredTime',
		],
		['long user data', options({ userData: '长'.repeat(100) }), 'userData'],
	]);
});

describe('update refuses before anything is sent', () => {
	const given = (updateFields: object): Parameters => ({ updateFields });
	const right = { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' };
	refuses('update', { ...right, ...given({ recordFlag: false }) }, [
		[
			'nothing named',
			{ identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		['an extension without X', { virtualNum: '={{ "" }}' }, 'virtualNum'],
		['an X without an extension', { extendNum: '={{ "" }}' }, 'extendNum'],
		['an extension of letters', { extendNum: 'desk' }, 'extendNum'],
		[
			'a notice where recording is switched off',
			given({ recordFlag: false, recordHintTone: 'n.wav' }),
			'recordHintTone',
		],
		['a call-back number that is none', given({ callbackNum: '12' }), 'callbackNum'],
		['a life of 721 hours', given({ bindExpiredTime: 721 }), 'bindExpiredTime'],
		[
			'a life of 43201 minutes',
			given({ timeUnit: '1', bindExpiredTime: 43_201 }),
			'bindExpiredTime',
		],
		['a call-back of 169 hours', given({ callbackExpiredTime: 169 }), 'callbackExpiredTime'],
		[
			'a call-back that outlives the binding',
			given({ bindExpiredTime: 2, callbackExpiredTime: 3 }),
			'callbackExpiredTime',
		],
	]);
});

describe('get refuses before anything is sent', () => {
	refuses('get', { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' }, [
		[
			'nothing named',
			{ identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		['an X without an extension', { extendNum: '={{ "" }}' }, 'extendNum'],
		['an extension without X', { virtualNum: '={{ "" }}' }, 'virtualNum'],
	]);
});

describe('delete refuses before anything is sent', () => {
	refuses('delete', { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' }, [
		[
			'nothing named',
			{ identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		['an X without an extension', { extendNum: '={{ "" }}' }, 'extendNum'],
		['an extension of five digits', { extendNum: '12345' }, 'extendNum'],
	]);
});

describe('lists and counts are refused before anything is sent', () => {
	const rules: Rule[] = [
		['without X', { virtualNum: '={{ "" }}' }, 'virtualNum'],
		['with an X that is none', { virtualNum: '123' }, 'virtualNum'],
	];
	refuses('getAll', { returnAll: true }, rules);
	refuses('count', {}, rules);
});

describe('what a stricter reading would refuse is sent', () => {
	const create = async (given: object) =>
		await axe('binding', 'create', {
			bindNum: A,
			chooseNumberBy: 'number',
			virtualNum: X1,
			extendNum: '0012',
			...options(given),
		});
	const update = async (updateFields: object) =>
		await axe('binding', 'update', {
			identifyBy: 'extension',
			virtualNum: X1,
			extendNum: '0012',
			updateFields,
		});
	const changed = [{ updated: true, privateNumber: X1, extension: '0012' }];
	const kept = () => platform.simulator.bindings()[0]?.settings;

	test('a call-back of a week in a binding that never ends', async () => {
		const { error } = await create({ bindExpiredTime: 0, callbackExpiredTime: 168 });
		expect(error).toBeUndefined();
	});

	test('a call-back that lives as long as the binding', async () => {
		expect((await create({ bindExpiredTime: 2, callbackExpiredTime: 2 })).error).toBeUndefined();
	});

	test('a landline as A, and as call-back number', async () => {
		const { json } = await axe('binding', 'create', {
			bindNum: '(0755)28000002',
			chooseNumberBy: 'number',
			virtualNum: X1,
			options: { callbackNum: '010-62000001' },
		});
		expect(json[0]?.numberA).toBe('+8675528000002');
		expect(kept()).toMatchObject({ callbackNum: '+861062000001' });
	});

	test('a call-back tone beside a call-back number in an update, where the number counts', async () => {
		await create({});
		expect((await update(tones)).json).toEqual(changed);
		expect(platform.sent()[1]?.body).toEqual({
			virtualNum: X1,
			extendNum: '0012',
			callbackTone: 't.wav',
			callbackNum: '+8675528000001',
		});
		expect(kept()).toMatchObject({ callbackNum: '+8675528000001' });
		expect(kept()).not.toHaveProperty('callbackTone');
	});

	test('a notice in an update of a binding that is recorded', async () => {
		await create({ recordFlag: true, recordHintTone: 'old.wav' });
		expect((await update({ recordHintTone: 'new.wav' })).json).toEqual(changed);
		expect(kept()).toMatchObject({ recordFlag: 'true', recordHintTone: 'new.wav' });
	});
});
