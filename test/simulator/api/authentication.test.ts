import {
	axbApplication,
	call,
	closeAll,
	open,
	outcome,
	signedHeaders,
	stopClock,
} from '../helpers';
import type { Signing } from '../helpers';

const path = '/rest/caas/relationnumber/partners/v1.0';
const query = `${path}?subscriptionId=none`;
const stop = '/rest/httpsessions/callStop/v2.0';
/** What an accepted signature leads to here: there is no such binding. */
const accepted = '403 1012007';

afterEach(closeAll);

const authorization = (text: string | undefined): Signing => ({ headers: { Authorization: text } });
const xAksk = (text: string | undefined): Signing => ({ headers: { 'X-AKSK': text } });
const wsse = 'WSSE realm="SDP",profile="UsernameToken",type="Appkey"';

describe('authentication', () => {
	it.each(['AKSK', 'WSSE'] as const)('accepts a right %s signature', async (scheme) => {
		const simulator = await open();
		const answer = await call(simulator, 'GET', query, undefined, { scheme });
		expect(outcome(answer)).toBe(accepted);
	});

	it('accepts the parts of X-AKSK with a blank after each comma, as one table writes them', async () => {
		const simulator = await open();
		const header = signedHeaders()['X-AKSK']?.replaceAll(',', ', ');
		expect(outcome(await call(simulator, 'GET', query, undefined, xAksk(header)))).toBe(accepted);
	});

	it.each<[string, Signing, string]>([
		['no Authorization', authorization(undefined), '400 1023006'],
		['no realm', authorization('AKSK profile="UsernameToken",type="Appkey"'), '400 1023007'],
		['no profile', authorization('AKSK realm="SDP",type="Appkey"'), '400 1023008'],
		[
			'another realm',
			authorization('AKSK realm="X",profile="UsernameToken",type="Appkey"'),
			'400 1023009',
		],
		['another profile', authorization('AKSK realm="SDP",profile="X",type="Appkey"'), '400 1023010'],
		[
			'another type',
			authorization('AKSK realm="SDP",profile="UsernameToken",type="X"'),
			'400 1023011',
		],
		['no type', authorization('AKSK realm="SDP",profile="UsernameToken"'), '400 1023012'],
		['no X-AKSK', xAksk(undefined), '400 1023033'],
		['no UsernameToken', xAksk('Username="axbKey"'), '400 1023038'],
		['no Username', xAksk('UsernameToken PasswordDigest="x",Nonce="n",Created="c"'), '400 1023034'],
		['no Nonce', xAksk('UsernameToken Username="axbKey",PasswordDigest="x"'), '400 1023035'],
		['no Created', xAksk('UsernameToken Username="axbKey",Nonce="n"'), '400 1023036'],
		[
			'no PasswordDigest',
			xAksk('UsernameToken Username="axbKey",Nonce="n",Created="c"'),
			'400 1023037',
		],
		['WSSE without X-WSSE', authorization(wsse), '400 1023026'],
		[
			'WSSE without a user',
			{ headers: { Authorization: wsse, 'X-WSSE': 'UsernameToken Nonce="n"' } },
			'400 1023027',
		],
		[
			'WSSE without a nonce',
			{ headers: { Authorization: wsse, 'X-WSSE': 'UsernameToken Username="axbKey"' } },
			'400 1023028',
		],
		[
			'X-WSSE with another word',
			{ scheme: 'WSSE', headers: { Authorization: 'Basic x' } },
			'400 1023013',
		],
		['another word without X-WSSE', authorization('Basic x'), '400 1023007'],
		['an unknown key', { appKey: 'nobody' }, '403 1010003'],
		['a wrong secret', { appSecret: 'wrong' }, '401 1010010'],
		['an old Created', { created: '2018-02-12T15:30:20Z' }, '401 1010013'],
		['a Created with milliseconds', { created: new Date().toISOString() }, '401 1010013'],
		['a nonce with other characters', { nonce: 'a-b' }, '403 1010002'],
		['a nonce of 129 characters', { nonce: 'n'.repeat(129) }, '403 1010002'],
		['another content type', { headers: { 'Content-Type': 'text/plain' } }, '403 1010002'],
		['no content type', { headers: { 'Content-Type': undefined } }, '403 1010002'],
	])('refuses %s', async (_what, signing, expected) => {
		const simulator = await open();
		expect(outcome(await call(simulator, 'GET', query, undefined, signing))).toBe(expected);
	});

	it.each([
		[-301, '401 1010013'],
		[-300, accepted],
		[300, accepted],
		[301, '401 1010013'],
	])(
		'takes a Created of up to five minutes ago or ahead: %i seconds',
		async (seconds, expected) => {
			const pass = stopClock();
			pass(1 - (Date.now() % 1000) / 1000);
			const simulator = await open({ limits: { clockSkewSeconds: 300 } });
			const created = new Date(Date.now() + seconds * 1000).toISOString().replace('.000Z', 'Z');
			expect(outcome(await call(simulator, 'GET', query, undefined, { created }))).toBe(expected);
		},
	);

	it('does not look at an X-WSSE beside the X-AKSK that Authorization announces', async () => {
		const simulator = await open();
		const signing = { headers: { 'X-WSSE': 'UsernameToken Username="nobody"' } };
		expect(outcome(await call(simulator, 'GET', query, undefined, signing))).toBe(accepted);
	});

	it('names the nonce that it refuses', async () => {
		const { json } = await call(await open(), 'GET', query, undefined, { nonce: 'a-b' });
		expect(json.resultdesc).toBe('Invalid request.Nonce is invalid.');
	});

	it.each([
		['with a blank before it', (time: string) => ` ${time}`],
		['with a year of six digits', (time: string) => `+00${time}`],
		[
			'in Beijing time',
			(time: string) =>
				new Date(Date.parse(time) + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00'),
		],
	])('refuses a Created of now %s', async (_how, write) => {
		const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
		const signing = { created: write(now) };
		const answer = await call(await open(), 'GET', query, undefined, signing);
		expect(outcome(answer)).toBe('401 1010013');
	});

	it('reads the first of two nonces', async () => {
		const simulator = await open();
		const header = `${signedHeaders()['X-AKSK'] ?? ''},Nonce="other"`;
		expect(outcome(await call(simulator, 'GET', query, undefined, xAksk(header)))).toBe(accepted);
	});

	it('locks the address for 30 minutes after too many failures', async () => {
		const pass = stopClock();
		// A minute takes a second.
		const simulator = await open({ speed: 60, limits: { authenticationFailures: 3 } });
		const wrong = { appSecret: 'wrong' };
		for (let index = 0; index < 3; index += 1) {
			expect(outcome(await call(simulator, 'GET', query, undefined, wrong))).toBe('401 1010010');
		}
		expect(outcome(await call(simulator, 'GET', query))).toBe('403 1020176');
		pass(29);
		expect(outcome(await call(simulator, 'GET', query))).toBe('403 1020176');
		pass(1);
		expect(outcome(await call(simulator, 'GET', query))).toBe(accepted);
	});

	it('forgets failures after 30 minutes', async () => {
		const pass = stopClock();
		// A minute takes a second.
		const simulator = await open({ speed: 60, limits: { authenticationFailures: 2 } });
		const wrong = { appSecret: 'wrong' };
		expect(outcome(await call(simulator, 'GET', query, undefined, wrong))).toBe('401 1010010');
		pass(30);
		expect(outcome(await call(simulator, 'GET', query, undefined, wrong))).toBe('401 1010010');
		expect(outcome(await call(simulator, 'GET', query))).toBe(accepted);
	});

	it('forgets failures after a success', async () => {
		const simulator = await open({ limits: { authenticationFailures: 2 } });
		for (let index = 0; index < 3; index += 1) {
			const answer = await call(simulator, 'GET', query, undefined, { appSecret: 'wrong' });
			expect(outcome(answer)).toBe('401 1010010');
			expect(outcome(await call(simulator, 'GET', query))).toBe(accepted);
		}
	});
});

describe('the gateway', () => {
	it('looks at the white list before the signature, and locks nobody for it', async () => {
		const applications = [{ ...axbApplication, ipWhiteList: ['10.0.0.0/8'] }];
		const simulator = await open({ applications, limits: { authenticationFailures: 1 } });
		for (let index = 0; index < 3; index += 1) {
			const answer = await call(simulator, 'GET', query, undefined, { appSecret: 'wrong' });
			expect(outcome(answer)).toBe('403 1020166');
		}
	});

	it('knows an IPv4 address in the clothes of IPv6', async () => {
		const applications = [{ ...axbApplication, ipWhiteList: ['127.0.0.1'] }];
		const simulator = await open({ applications, host: '::' });
		const { port } = new URL(simulator.url);
		const mapped = { ...simulator, url: `http://127.0.0.1:${port}` };
		expect(outcome(await call(mapped, 'GET', query))).toBe(accepted);
		expect(simulator.requests[0]?.remoteAddress).toBe('::ffff:127.0.0.1');
	});

	it('refuses to end a call of an application that is not in order, in the words of that interface', async () => {
		const applications = [{ ...axbApplication, status: 'unavailable' as const }];
		const simulator = await open({ applications });
		const body = { sessionid: 's', signal: 'call_stop' };
		expect(outcome(await call(simulator, 'POST', stop, body))).toBe('500 1020150');
	});

	it('refuses what belongs to another mode', async () => {
		const simulator = await open({ applications: [{ ...axbApplication, mode: 'AX' }] });
		expect(outcome(await call(simulator, 'GET', query))).toBe('403 1010040');
	});

	it.each([
		[{ status: 'frozen' as const }, '403 1010029'],
		[{ status: 'unavailable' as const }, '403 1010008'],
		[{ ipWhiteList: ['10.0.0.0/8', '192.168.1.1'] }, '403 1020166'],
		[{ ipWhiteList: ['127.0.0.0/8'] }, accepted],
		[{ requestsPerSecond: 0 }, '403 1010010'],
	])('answers an application with %j', async (settings, expected) => {
		const simulator = await open({ applications: [{ ...axbApplication, ...settings }] });
		expect(outcome(await call(simulator, 'GET', query))).toBe(expected);
	});

	it('lets so many requests pass in a second', async () => {
		const pass = stopClock();
		const applications = [{ ...axbApplication, requestsPerSecond: 3 }];
		const simulator = await open({ applications });
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => call(simulator, 'GET', query)),
		);
		expect(answers.map(outcome).sort()).toEqual([
			'403 1010010',
			'403 1010010',
			accepted,
			accepted,
			accepted,
		]);
		pass(1);
		expect(outcome(await call(simulator, 'GET', query))).toBe(accepted);
	});

	it('says 404 without a code for an unknown path, and 1010006 for an unknown method', async () => {
		const simulator = await open();
		const unknown = await call(simulator, 'GET', '/rest/unknown');
		expect([unknown.status, unknown.text]).toEqual([404, '']);
		expect(outcome(await call(simulator, 'PATCH', path))).toBe('403 1010006');
	});

	it('refuses malformed JSON and JSON that is no object', async () => {
		const simulator = await open();
		for (const body of ['{', '[]', '"text"', '']) {
			expect(outcome(await call(simulator, 'POST', path, body))).toBe('403 1010002');
		}
	});

	it('keeps every request as it came', async () => {
		const simulator = await open();
		await call(simulator, 'DELETE', `${path}?relationNum=%2B8613800006666`);
		await call(simulator, 'POST', path, '{"callerNum":1}');
		expect(simulator.requests).toMatchObject([
			{
				method: 'DELETE',
				path,
				rawUrl: `${path}?relationNum=%2B8613800006666`,
				rawBody: '',
				operation: 'AXB unbind',
				appKey: 'axbKey',
				status: 403,
			},
			{ method: 'POST', rawBody: '{"callerNum":1}', operation: 'AXB bind', status: 403 },
		]);
		expect(simulator.requests[0]?.headers['content-type']).toBe('application/json;charset=UTF-8');
		expect(simulator.requests[0]?.remotePort).toBeGreaterThan(0);
	});
});
