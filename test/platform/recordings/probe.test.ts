import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Application } from '../../../platform/application/application';
import { openRun } from '../../../platform/client/run';
import { closeStores } from '../../../platform/state/store';
import { PlatformError } from '../../../platform/codes/errors';
import { explain } from '../../../platform/codes/refusals';
import { probe } from '../../../platform/recordings/probe';

/** How the address answers the one signed call. */
interface Answer {
	status: number;
	location?: string;
	body?: string;
}

let answer: Answer;
let asked: string[];
let application: Application;
const server = createServer((request, response) => {
	asked.push(request.url ?? '');
	const { status, location, body } = answer;
	response.writeHead(status, location === undefined ? {} : { Location: location });
	response.end(body);
});

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	application = {
		appKey: 'testAppKey0001',
		appSecret: 'testAppSecret0001',
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		authentication: 'aksk',
		allowUnauthorizedCerts: false,
	};
});
afterAll(async () => {
	await closeStores();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** The refusal that the probe finds in an answer; always after one request. */
async function refusalOf(given: Answer) {
	answer = given;
	asked = [];
	const refusal = await probe(application);
	expect(asked).toHaveLength(1);
	return refusal;
}
const coded = (status: number, resultcode: string): Answer => ({
	status,
	body: JSON.stringify({ resultcode, resultdesc: 'Their words.' }),
});
const PATH = '/rest/provision/voice/record/v1.0';

describe('a signature is accepted', () => {
	test.each<[string, Answer]>([
		['says yes', coded(200, '0')],
		['finds no such recording', coded(403, '1012007')],
		['does not like the name of the recording', coded(403, '1010002')],
		['tells that recording is off', coded(403, '1012012')],
		['tells that the application has another mode', coded(403, '1010040')],
	])('where the platform %s', async (_, given) => {
		expect(await refusalOf(given)).toBeUndefined();
	});

	test.each([
		'https://ostor.huawei.com/bucket/signature-check.wav?token=1',
		'http://127.0.0.1:1/signature-check.wav',
		'/recordings/signature-check.wav',
		`${PATH}/signature-check.wav`,
	])('where the platform leads to a recording at %s', async (location) => {
		expect(await refusalOf({ status: 301, location })).toBeUndefined();
	});
});

describe('a Base URL is wrong', () => {
	const wrong: Array<[string, string, () => Answer]> = [
		['leads to https', 'redirected', () => redirect((url) => url.replace('http:', 'https:'))],
		[
			'leads to https on another port',
			'redirected',
			() => redirect((url) => url.replace(/http:(.*):\d+\//, 'https:$1/')),
		],
		[
			'leads to itself on another host',
			'redirected',
			() => redirect((url) => url.replace('127.0.0.1', 'www.example.com')),
		],
		['leads to itself with a stroke', 'redirected', () => ({ status: 301, location: `${PATH}/` })],
		[
			'leads to itself in a folder',
			'redirected',
			() => ({ status: 301, location: `/gateway${PATH}` }),
		],
		['leads to a home page', 'redirected', () => ({ status: 301, location: '/' })],
		['leads nowhere', 'redirected', () => ({ status: 301 })],
		['leads to no address', 'redirected', () => ({ status: 301, location: 'https://[' })],
		...[302, 303, 307, 308].map((status): [string, string, () => Answer] => [
			`redirects with ${status}`,
			'redirected',
			() => ({ status, location: 'https://ostor.huawei.com/bucket/signature-check.wav' }),
		]),
		['knows no such interface', '1010006', () => coded(403, '1010006')],
		['answers with 404', 'wrongAddress', () => ({ status: 404, body: 'Not found' })],
		['answers with a page', 'invalidAnswer', () => ({ status: 200, body: '<h1>Hello</h1>' })],
	];

	/** A redirect of the very request, changed in one thing. */
	function redirect(change: (url: string) => string): Answer {
		const url = `${application.baseUrl}${PATH}?fileName=signature-check.wav`;
		return { status: 301, location: change(url) };
	}

	test.each(wrong)('where the address %s', async (_, code, given) => {
		const refusal = await refusalOf(given());
		expect(refusal).toMatchObject({ code });
		const remedy = refusal ? explain(refusal).remedy.en : '';
		expect(remedy).toContain('Base URL');
	});

	test('shows nothing of what another server answers', async () => {
		const refusal = await refusalOf({ status: 200, body: '<h1>Internal accounts</h1>' });
		expect(refusal?.text).toBe('HTTP 200');
	});
});

describe('a signature is not accepted', () => {
	test.each<[string, Answer]>([
		['the secret is wrong', coded(401, '1010010')],
		['the key is unknown', coded(403, '1010003')],
		['the server is not on the white list', coded(403, '1020166')],
		['the server is locked out', coded(403, '1020176')],
		['the clock is off', coded(401, '1010013')],
		['there are too many requests', coded(403, '1010010')],
		['the platform has a fault', coded(500, '1010001')],
	])('where %s', async (_, given) => {
		const { resultcode } = JSON.parse(given.body ?? '{}') as { resultcode?: string };
		const refusal = await refusalOf(given);
		expect(refusal).toMatchObject({ code: resultcode, text: 'Their words.' });
	});
});

describe('keys that the platform has refused in a run', () => {
	afterEach(closeStores);

	/** What a run gets to hear, and how many requests it sends. */
	async function runWith(given: Answer) {
		answer = given;
		asked = [];
		const request = { method: 'GET', path: '/x', effect: 'read' } as const;
		const refusal = await openRun(application)
			.send(request, ({ text }) => {
				if (!text.includes('1010010')) return;
				throw new PlatformError({ code: '1010010', text: '', outcome: 'refused', httpStatus: 401 });
			})
			.catch((error: unknown) => error);
		return { refusal, sent: asked.length };
	}

	test('are tried again at once where the test of the credential accepts them', async () => {
		expect(await runWith(coded(401, '1010010'))).toMatchObject({ sent: 1 });
		expect(await runWith(coded(200, '0'))).toMatchObject({ sent: 0 });
		expect(await refusalOf(coded(401, '1010010'))).toMatchObject({ code: '1010010' });
		expect(await runWith(coded(200, '0'))).toMatchObject({ sent: 0 });
		expect(await refusalOf(coded(200, '0'))).toBeUndefined();
		expect(await runWith(coded(200, '0'))).toEqual({ refusal: undefined, sent: 1 });
	});
});

test('the test of a credential is one signed request, with a name that nobody has', async () => {
	const seen: IncomingMessage[] = [];
	const listen = (request: IncomingMessage) => seen.push(request);
	server.on('request', listen);
	await refusalOf(coded(200, '0'));
	server.off('request', listen);
	const [{ method, url, headers } = { method: '', url: '', headers: {} }] = seen;
	expect([method, url]).toEqual([
		'GET',
		`${PATH}?fileName=signature-check.wav&recordDomain=signature-check`,
	]);
	expect(headers).toHaveProperty('x-aksk');
});

test('a fault of the node itself is told as no refusal of the platform', async () => {
	const appSecret = undefined as unknown as string;
	await expect(probe({ ...application, appSecret })).rejects.toMatchObject({
		code: 'ERR_INVALID_ARG_TYPE',
	});
});

test('an address that does not answer is given up in time', async () => {
	const silent = createServer(() => undefined);
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const { port } = silent.address() as AddressInfo;
	const refusal = await probe({ ...application, baseUrl: `http://127.0.0.1:${port}` }, 50);
	expect(refusal).toMatchObject({ code: 'timeout' });
	silent.closeAllConnections();
	await new Promise((resolve) => silent.close(resolve));
});
