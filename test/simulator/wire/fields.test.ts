import { call, closeAll, open, outcome } from '../helpers';
import type { ApiAnswer } from '../helpers';

const path = '/rest/caas/relationnumber/partners/v1.0';
const pair = {
	callerNum: '+8613800000021',
	calleeNum: '+8613800000023',
	relationNum: '+8613800006666',
};
const done = '200 0';
const invalid = '403 1010002';

afterEach(closeAll);

/** Binds with these fields in a simulator of its own. */
async function bind(fields: object): Promise<ApiAnswer> {
	return call(await open(), 'POST', path, { ...pair, ...fields });
}

describe('a field of a request', () => {
	it.each<[string, object, string]>([
		['a flag that says no', { privateSms: 'false' }, done],
		['a flag that says yes', { privateSms: 'true' }, done],
		['a flag that is empty', { privateSms: '' }, done],
		['a flag that is null', { privateSms: null }, done],
		['a flag in capitals', { privateSms: 'TRUE' }, invalid],
		['a flag that is no text', { privateSms: true }, invalid],
		['a whole number', { maxDuration: 1 }, done],
		['a number with a fraction', { maxDuration: 1.5 }, invalid],
		['a number in quotes', { maxDuration: '1' }, invalid],
		['a number beyond its bounds', { maxDuration: 1441 }, invalid],
		['a tone of 128 characters', { recordHintTone: `${'t'.repeat(124)}.wav` }, done],
		['a tone of 129 characters', { recordHintTone: `${'t'.repeat(125)}.wav` }, invalid],
		['userData of 256 characters', { userData: 'u'.repeat(256) }, done],
		['userData of 257 characters', { userData: 'u'.repeat(257) }, invalid],
		['userData that is no text', { userData: 1 }, invalid],
		['an empty text, as if it were not there', { userData: '', lastMinVoice: null }, done],
		['an area code', { relationNum: undefined, areaCode: '0755' }, done],
		['an area code without its 0', { relationNum: undefined, areaCode: '755' }, invalid],
		['an area code behind a country code', { relationNum: undefined, areaCode: '860755' }, invalid],
		['an area code with a digit too many', { relationNum: undefined, areaCode: '07550' }, invalid],
		['an area code that is no text', { relationNum: undefined, areaCode: 755 }, invalid],
		['a phone number that is no text', { callerNum: 13_800_000_021 }, invalid],
		['a phone number with an end too many', { callerNum: '+8613800000021,' }, invalid],
	])('takes or refuses %s', async (_what, fields, expected) => {
		expect(outcome(await bind(fields))).toBe(expected);
	});

	it.each<[object, string]>([
		[{ userData: '{}' }, 'Invalid request.userData is invalid.'],
		[{ userData: '中文' }, 'Invalid request.userData is invalid.'],
		[{ callerNum: '13800000021' }, 'Invalid request.callerNum is invalid.'],
		[{ calleeNum: undefined }, 'Invalid request.calleeNum is required.'],
		[{ areaCode: 'x', relationNum: undefined }, 'Invalid request.areaCode is invalid.'],
		[{ maxDuration: -1 }, 'Invalid request.maxDuration is invalid.'],
	])('is named when it is refused: %j', async (fields, text) => {
		expect((await bind(fields)).json).toEqual({ resultcode: '1010002', resultdesc: text });
	});

	it('counts as the query names it first', async () => {
		const simulator = await open();
		const { json } = await call(simulator, 'POST', path, pair);
		const first = `subscriptionId=${String(json.subscriptionId)}`;
		const query = async (text: string): Promise<string> =>
			outcome(await call(simulator, 'GET', `${path}?${text}`));
		expect(await query(`${first}&subscriptionId=none`)).toBe(done);
		expect(await query(`subscriptionId=none&${first}`)).toBe('403 1012007');
	});
});
