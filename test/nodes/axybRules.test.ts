import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { expectLocalRefusal } from './refusals';

const A = '+8613800000021';
const B = '+8613900000002';

const platform = sharedPlatform(() => startPlatform('AXYB'));

type Rule = [what: string, parameters: Parameters, field: string];
const options = (given: object): Parameters => ({ options: given });

/** Refuses on this operation, whose right parameters are told. */
function refuses(resource: string, operation: string, right: Parameters, rules: Rule[]): void {
	test.each(rules)('%s', async (_, given, field) => {
		const attempt = { resource, operation, parameters: { ...right, ...given } };
		await expectLocalRefusal(PrivateNumberAxyb, platform, attempt, field);
	});
}

describe('create refuses before anything is sent', () => {
	refuses('binding', 'create', { origNum: A, areaCode: '0755' }, [
		['a number A that is none', { origNum: '12345' }, 'origNum'],
		['a 400 number as A', { origNum: '400-800-0001' }, 'origNum'],
		['a number A of another country', { origNum: '+14155550100' }, 'origNum'],
		['no number A', { origNum: '={{ "" }}' }, 'origNum'],
		['no area', { areaCode: '={{ "" }}' }, 'areaCode'],
		['an endless area', { areaCode: '0'.repeat(33) }, 'areaCode'],
		['an unknown match', { areaMatchMode: '={{ "2" }}' }, 'areaMatchMode'],
		['an unknown direction', options({ callDirection: '={{ 3 }}' }), 'callDirection'],
		['a life of half a minute', options({ duration: 30 }), 'duration'],
		['a life of 91 days', options({ duration: 7_862_400 }), 'duration'],
		['a life before now', options({ duration: -60 }), 'duration'],
		['peers for half a minute', options({ ybDuration: 30 }), 'ybDuration'],
		['peers for 91 days', options({ ybDuration: 7_862_400 }), 'ybDuration'],
		['recording without a notice', options({ recordFlag: true }), 'recordHintTone'],
		['a notice without recording', options({ recordHintTone: 'n.wav' }), 'recordHintTone'],
		['a tone with a long name', options({ preVoiceX: 't'.repeat(129) }), 'preVoiceX'],
		['long user data', options({ userData: '长'.repeat(100) }), 'userData'],
	]);
});

describe('get refuses before anything is sent', () => {
	refuses('binding', 'get', { identifyBy: 'privateNumber', relationNum: X1 }, [
		['an X that is none', { relationNum: '170' }, 'relationNum'],
		['no X', { relationNum: '={{ "" }}' }, 'relationNum'],
		['no ID', { identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' }, 'subscriptionId'],
	]);
});

describe('delete refuses before anything is sent', () => {
	refuses('binding', 'delete', {}, [
		['no ID', { subscriptionId: '={{ "" }}' }, 'subscriptionId'],
		['an ID of blanks', { subscriptionId: '={{ "  " }}' }, 'subscriptionId'],
	]);
});

describe('adding a peer is refused before anything is sent', () => {
	const blank = { areaCode: '={{ "" }}' };
	refuses('peer', 'add', { subscriptionId: 'id', origNum: B }, [
		['without the binding', { subscriptionId: '={{ "" }}' }, 'subscriptionId'],
		['without B', { origNum: '={{ "" }}' }, 'origNum'],
		['with a number B that is none', { origNum: '95588' }, 'origNum'],
		['with a loose match but no area', { ...blank, areaMatchMode: '1' }, 'areaMatchMode'],
		['with an unknown match', { areaCode: '010', areaMatchMode: '={{ "2" }}' }, 'areaMatchMode'],
		['with an endless area', { areaCode: '0'.repeat(33) }, 'areaCode'],
		['for half a minute', options({ ybDuration: 30 }), 'ybDuration'],
		['for 91 days', options({ ybDuration: 7_862_400 }), 'ybDuration'],
		['with a long name of X’s tone', options({ preVoiceX: 't'.repeat(129) }), 'preVoiceX'],
		['with a long name of Y’s tone', options({ preVoiceY: 't'.repeat(129) }), 'preVoiceY'],
		['with long user data', options({ userData: '长'.repeat(100) }), 'userData'],
	]);
});

/** Without Y and B the platform would unbind A too. */
describe('removing a peer is refused before anything is sent', () => {
	refuses('peer', 'remove', { subscriptionId: 'id', removeBy: 'peerNumber', yNum: X1 }, [
		['without the binding', { subscriptionId: '={{ "" }}' }, 'subscriptionId'],
		['without Y', { yNum: '={{ "" }}' }, 'yNum'],
		['with a Y that is none', { yNum: '170' }, 'yNum'],
		['without B', { removeBy: 'userNumber', bNum: '={{ "" }}' }, 'bNum'],
		['with a B that is none', { removeBy: 'userNumber', bNum: '139' }, 'bNum'],
		['with an unknown choice', { removeBy: '={{ "all" }}', bNum: B }, 'removeBy'],
	]);
});

describe('what a stricter reading would refuse is sent', () => {
	const axyb = operationsOf(PrivateNumberAxyb, () => platform);
	const create = async (given: object) =>
		await axyb('binding', 'create', { origNum: A, areaCode: '0755', ...options(given) });

	test.each([
		['a minute', { duration: 60, ybDuration: 60 }],
		['90 days', { duration: 7_776_000, ybDuration: 7_776_000 }],
		['ever', { duration: 0, ybDuration: 0 }],
	])('a binding for %s', async (_, life) => {
		const { error, json } = await create(life);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject(life.duration === 0 ? {} : { duration: life.duration });
	});

	test('peers that may live longer than the binding, with which they end', async () => {
		expect((await create({ duration: 60, ybDuration: 3600 })).error).toBeUndefined();
	});
});
