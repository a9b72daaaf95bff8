import { call } from '../../../platform/client/calls';
import { openRun } from '../../../platform/client/run';
import { PlatformError } from '../../../platform/codes/errors';
import { answer, APPLICATION, CUT, GOOD, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

describe('a refusal of the application itself', () => {
	test.each([
		[401, '1010010'],
		[403, '1010003'],
		[403, '1010029'],
		[403, '1010040'],
		[403, '1020166'],
		[403, '1020176'],
		[400, '1023033'],
	])('(HTTP %d, %s) is final for the run', async (status, resultcode) => {
		server.script = [answer(status, { resultcode, resultdesc: '' })];
		const run = server.open();
		for (let index = 0; index < 5; index += 1) {
			await expect(call(run, request('read'))).rejects.toMatchObject({ code: resultcode });
		}
		expect(server.requests).toHaveLength(1);
	});

	test.each([
		['a page', '<html>401</html>', 'invalidAnswer'],
		['nothing', '', 'invalidAnswer'],
		['a code that nobody listed', '{"resultcode":"1999999","resultdesc":""}', '1999999'],
	])('by HTTP 401 with %s costs three refusals at most', async (_, body, code) => {
		server.script = [(_request, response) => response.writeHead(401).end(body)];
		const run = server.open();
		const all = Array.from({ length: 50 }, async () => await call(run, request('create')));
		const settled = await Promise.allSettled(all);
		expect(server.requests.length).toBeLessThanOrEqual(3);
		for (const each of settled) {
			expect(each).toMatchObject({ status: 'rejected', reason: { code, httpStatus: 401 } });
		}
	});

	test('after three lost answers costs few refusals more', async () => {
		server.script = [CUT, CUT, CUT, answer(401, { resultcode: '1010013', resultdesc: '' })];
		const run = server.open();
		const all = Array.from({ length: 53 }, async () => await call(run, request('create')));
		await Promise.allSettled(all);
		expect(server.requests.length).toBeLessThanOrEqual(12);
	});

	test('of the keys holds them back for some seconds, and says for how long', async () => {
		server.script = [answer(403, { resultcode: '1010003', resultdesc: '' })];
		for (let runs = 0; runs < 20; runs += 1) {
			const refused: unknown = await call(server.open(), request('read')).catch(
				(error: unknown) => error,
			);
			expect(refused).toMatchObject({ code: '1010003' });
			if (runs > 0) expect((refused as PlatformError).heldForMs).toBeGreaterThan(1000);
		}
		expect(server.requests).toHaveLength(1);
		server.script = [GOOD];
		const corrected = { ...APPLICATION, baseUrl: server.baseUrl, appSecret: 'correctedSecret01' };
		await call(openRun(corrected), request('read'));
		expect(server.requests).toHaveLength(2);
	});

	test('of its mode does not hold the keys back: another node has the right one', async () => {
		server.script = [answer(403, { resultcode: '1010029', resultdesc: '' }), GOOD];
		await expect(call(server.open(), request('read'))).rejects.toMatchObject({ code: '1010029' });
		await call(server.open(), request('read'));
		expect(server.requests).toHaveLength(2);
	});

	test('of one value concerns that request alone', async () => {
		server.script = [answer(403, { resultcode: '1010002', resultdesc: '' }), GOOD];
		const run = server.open();
		await expect(call(run, request('read'))).rejects.toBeInstanceOf(PlatformError);
		await call(run, request('read'));
		expect(server.requests).toHaveLength(2);
	});
});
