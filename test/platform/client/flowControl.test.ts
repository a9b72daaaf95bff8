import { call } from '../../../platform/client/calls';
import { waitUntil } from '../../waitUntil';
import { answer, GOOD, type Handler, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

describe('flow control', () => {
	const SLOWER = answer(403, { resultcode: '1010010', resultdesc: '' });

	test('makes the run wait and go on, and tells for how long', async () => {
		server.script = [SLOWER, SLOWER, GOOD];
		const heldUp: number[] = [];
		const begin = performance.now();
		await call(server.open({ onHeldUp: (ms) => heldUp.push(ms) }), request('create'));
		const took = performance.now() - begin;
		expect(server.requests).toHaveLength(3);
		expect(heldUp).toHaveLength(2);
		expect(Math.min(...heldUp)).toBeGreaterThan(0);
		expect(heldUp.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(took);
	});

	test('is told of although the next request may leave at once', async () => {
		let takeOther = (): void => undefined;
		server.script = [
			(_, response) => {
				takeOther = () => response.end(JSON.stringify({ resultcode: '0', resultdesc: '' }));
			},
			(request_, response) => {
				SLOWER(request_, response);
				takeOther();
			},
			GOOD,
		];
		const heldUp: number[] = [];
		const run = server.open({ onHeldUp: (ms) => heldUp.push(ms) });
		await Promise.all([call(run, request('read')), call(run, request('read'))]);
		expect(heldUp).toHaveLength(1);
		expect(heldUp[0]).toBeGreaterThan(0);
	});

	test('holds other runs of the application up too', async () => {
		server.script = [SLOWER, SLOWER, SLOWER, SLOWER, GOOD];
		const [first, second]: [number[], number[]] = [[], []];
		const held = call(server.open({ onHeldUp: (ms) => first.push(ms) }), request('read'));
		await waitUntil(() => first.length > 1);
		await Promise.all([
			held,
			call(server.open({ onHeldUp: (ms) => second.push(ms) }), request('read')),
		]);
		expect(second.length).toBeGreaterThan(0);
		expect(server.requests).toHaveLength(6);
	});

	test('that does not end is passed on after several of the longest waits', async () => {
		server.script = [SLOWER];
		const run = server.open({ flowControlWaitMs: 300 });
		await expect(call(run, request('read'))).rejects.toMatchObject({ code: '1010010' });
		expect(server.requests.length).toBeGreaterThan(2);
		expect(server.requests.length).toBeLessThan(15);
	});

	test.each([
		['as a page', '<html>Too many requests</html>'],
		['empty', ''],
		['with a code', JSON.stringify({ resultcode: '1010010', resultdesc: '' })],
	])('is told by HTTP 429 too (%s), and waits as Retry-After says', async (_, body) => {
		const moments: number[] = [];
		const note: Handler = (_request, response) => {
			moments.push(performance.now());
			response.writeHead(429, { 'retry-after': '1' }).end(body);
		};
		server.script = [
			note,
			(request_, response) => {
				moments.push(performance.now());
				GOOD(request_, response);
			},
		];
		await call(server.open(), request('create'));
		expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(990);
	});

	test('by HTTP 429 that does not end is told as such', async () => {
		server.script = [(_, response) => response.writeHead(429).end('<html>slow</html>')];
		const run = server.open({ flowControlWaitMs: 20 });
		await expect(call(run, request('read'))).rejects.toMatchObject({
			code: 'tooMany',
			httpStatus: 429,
		});
	});
});
