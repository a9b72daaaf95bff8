import { A, axbOn, B } from './axbBindings';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { faultOnce, LOST } from './lostAnswers';
import type { OperateOptions } from './operate';

const platform = sharedPlatform(() => startPlatform('AXB'));

const { axb, create, idOf } = axbOn(() => platform);

describe('when the platform does not do as asked', () => {
	/** A query that waits so many seconds for its answer. */
	const attempt = async (run: OperateOptions = {}, timeout = 30) =>
		await axb(
			'binding',
			'getAll',
			{ relationNum: X1, returnAll: true, requestOptions: { timeout, flowControlWait: 1 } },
			run,
		);

	test.each([
		['a wrong secret', { appSecret: 'anotherSecret00' }, 'The app secret is wrong'],
		['an unknown key', { appKey: 'nobody' }, 'The platform does not know this app key'],
		[
			'an address without a host',
			{ baseUrl: 'http://127.0.0.1:9' },
			'The platform cannot be reached',
		],
		['an address that is none', { baseUrl: 'not an address' }, 'baseUrl'],
	])('%s is told in one sentence', async (_, change, message) => {
		const { error } = await attempt({ credential: { ...platform.credential, ...change } });
		expect(error?.message).toContain(message);
		expect(error?.description).not.toBe('');
		expect(JSON.stringify(error)).not.toContain('anotherSecret00');
	});

	test('a wrong secret stops the run at once, so that the platform does not lock the address', async () => {
		const credential = { ...platform.credential, appSecret: 'anotherSecret00' };
		const items = Array.from({ length: 60 }, () => ({}));
		const { json } = await attempt({
			credential,
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toHaveLength(60);
		expect(json.every(({ details }) => (details as { code: string }).code === '1010010')).toBe(
			true,
		);
		expect(platform.sent().length).toBeLessThanOrEqual(10);
		expect((await attempt()).error).toBeUndefined();
	});

	test.each([
		['a page instead of an answer', { kind: 'htmlError' as const }],
		['a bad gateway', { kind: 'badGateway' as const }],
		['half an answer', { kind: 'truncatedJson' as const }],
		['a cut connection', { kind: 'reset' as const }],
		['an internal fault', { kind: 'internalError' as const }],
		['no answer', { kind: 'hang' as const }, 1],
	])('a query survives %s', async (_, fault, timeout = 30) => {
		await idOf();
		platform.simulator.setFault({ ...fault, times: 1 });
		const { json, error } = await attempt({}, timeout);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
	});

	test.each([
		['a page instead of an answer', { kind: 'htmlError' as const }, /cannot be read/],
		['half an answer', { kind: 'truncatedJson' as const }, /cannot be read/],
		['a redirect to nowhere', { kind: 'redirect' as const }, /redirect/],
		['an internal fault', { kind: 'internalError' as const }, /1010001/],
	])('%s again and again ends in one clear sentence', async (_, fault, message) => {
		platform.simulator.setFault(fault);
		expect((await attempt()).error?.message).toMatch(message);
	});

	test.each(LOST)(
		'a bind whose answer is lost %s is settled: exactly one binding',
		async (_, fault) => {
			faultOnce(platform, fault, 'POST');
			const { json, error } = await create();
			expect(error).toBeUndefined();
			expect(json[0]).toMatchObject({ alreadyBound: false, numberA: A, numberB: B });
			expect(platform.simulator.bindings()).toHaveLength(1);
			expect(platform.simulator.bindings()[0]?.subscriptionId).toBe(json[0]?.subscriptionId);
		},
	);

	test('a bind whose answer is lost is never repeated where the platform chose the number', async () => {
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		const { json } = await create(
			{ chooseNumberBy: 'auto' },
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent()).toHaveLength(1);
	});

	test('an unbind whose answer is lost is a success', async () => {
		const subscriptionId = await idOf();
		faultOnce(platform, { kind: 'reset', acts: true }, 'DELETE');
		const { json } = await axb('binding', 'delete', {
			identifyBy: 'subscriptionId',
			subscriptionId,
			options: { ignoreNotFound: false },
		});
		expect(json).toEqual([{ deleted: true }]);
	});

	test('an unbind that the platform refuses is no success, although what is gone would be one', async () => {
		const subscriptionId = await idOf();
		const text = 'Invalid parameter.';
		platform.simulator.setFault({ kind: 'code', http: 403, code: '1010002', text });
		const parameters = { identifyBy: 'subscriptionId', subscriptionId };
		const { json, error } = await axb('binding', 'delete', parameters);
		expect(error?.message).toContain('1010002');
		expect(json).toEqual([]);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test.each(['flowControl', 'trafficControl'] as const)(
		'%s makes everybody wait once, and is a hint, not a stop',
		async (kind) => {
			platform.simulator.setFault({ kind, times: 1 });
			const { error, hints } = await attempt({ items: [{}, {}, {}] });
			expect(error).toBeUndefined();
			expect(hints).toEqual([expect.stringContaining('flow control')]);
		},
	);

	test('an address that is not on the white list stops the run and says whom to ask', async () => {
		platform.simulator.setFault({ kind: 'ipNotAllowed' });
		const { error } = await attempt();
		expect(error?.message).toContain('white list');
		expect(error?.description).toContain('administrator');
		expect(platform.sent()).toHaveLength(1);
	});
});
