import { getEventListeners } from 'node:events';
import { PassThrough } from 'node:stream';

import type { Connection } from '../../../platform/transport/connections';
import { fetchStream, fetchText, type HttpRequest } from '../../../platform/transport/http';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

const WANTED: HttpRequest = {
	method: 'POST',
	url: new URL('https://platform.example/rest/x?a=1#b'),
	headers: { 'X-AKSK': 'signed' },
	body: '{}',
	timeoutMs: 1000,
};

type Options = Parameters<Connection['request']>[0];
type Answer = Awaited<ReturnType<Connection['request']>>;

/** A host of which each step is up to the test. */
function host() {
	const body = new PassThrough().on('error', () => undefined);
	const asked: Options[] = [];
	const state = { putBack: 0 };
	let connect: (failure?: Error) => void = () => undefined;
	let answer: (failure?: Error) => void = () => undefined;
	let send: () => void = () => undefined;
	const connection: Connection = {
		request: async (options, onSend) => {
			asked.push(options);
			send = onSend;
			return await new Promise<Answer>((resolve, reject) => {
				const { signal } = options as { signal: AbortSignal };
				signal.addEventListener('abort', () => {
					body.destroy(new Error('aborted'));
					reject(new Error('aborted'));
				});
				answer = (failure) => {
					if (failure) reject(failure);
					else resolve({ statusCode: 200, headers: { a: 'b' }, body } as unknown as Answer);
				};
			});
		},
		putBack: () => {
			state.putBack += 1;
		},
	};
	const connections = {
		take: async (): Promise<Connection> =>
			await new Promise<Connection>((resolve, reject) => {
				connect = (failure) => {
					if (failure) reject(failure);
					else resolve(connection);
				};
			}),
	};
	const step = (act: () => void) => async (): Promise<void> => {
		act();
		await jest.advanceTimersByTimeAsync(0);
	};
	return {
		connections,
		body,
		asked,
		state,
		connect: step(() => {
			connect();
		}),
		failToConnect: step(() => {
			connect(new Error('connect ECONNREFUSED'));
		}),
		send: step(() => {
			send();
		}),
		answer: step(() => {
			answer();
		}),
		cut: step(() => {
			answer(new Error('read ECONNRESET'));
		}),
	};
}

/** A promise whose end is looked at later. */
function later<Result>(promise: Promise<Result>): Promise<Result> {
	promise.catch(() => undefined);
	return promise;
}

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('a request', () => {
	test('is sent as it is wanted, and its answer read to the end', async () => {
		const { connections, connect, send, answer, body, asked } = host();
		const { signal } = new AbortController();
		const result = fetchText(connections, { ...WANTED, signal });
		await connect();
		await send();
		await answer();
		body.end('{"resultcode":"0"}');
		expect(await result).toEqual({
			status: 200,
			headers: { a: 'b' },
			text: '{"resultcode":"0"}',
			asked: WANTED.headers,
		});
		const { method, headers } = WANTED;
		const expected = { path: '/rest/x?a=1', method, headers, body: '{}' };
		expect(asked).toMatchObject([{ ...expected, headersTimeout: 1000, bodyTimeout: 1000 }]);
		expect(listeners(signal)).toBe(0);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('that has no connection in time is not sent; the connection that comes then is given back', async () => {
		const { connections, connect, state, asked } = host();
		const result = later(fetchText(connections, WANTED));
		await jest.advanceTimersByTimeAsync(1000);
		await expect(result).rejects.toMatchObject({ code: 'unreachable', outcome: 'unsent' });
		await connect();
		expect(state.putBack).toBe(1);
		expect(asked).toEqual([]);
	});

	test('that has no connection in time does not care what becomes of it', async () => {
		const { connections, failToConnect, state } = host();
		const result = later(fetchText(connections, WANTED));
		await jest.advanceTimersByTimeAsync(1000);
		await failToConnect();
		await expect(result).rejects.toMatchObject({ outcome: 'unsent' });
		expect(state.putBack).toBe(0);
	});

	test('that no connection can be opened for is not sent', async () => {
		const { connections, failToConnect } = host();
		const { signal } = new AbortController();
		const result = later(fetchText(connections, { ...WANTED, signal }));
		await failToConnect();
		await expect(result).rejects.toMatchObject({
			code: 'unreachable',
			outcome: 'unsent',
			text: 'platform.example: connect ECONNREFUSED',
		});
		expect(listeners(signal)).toBe(0);
		expect(jest.getTimerCount()).toBe(0);
	});

	test.each([
		['before it was written was not sent', false, 'unsent'],
		['after it was written is lost', true, 'lost'],
	])('whose connection ends %s', async (_, wasSent, outcome) => {
		const { connections, connect, send, cut } = host();
		const result = later(fetchText(connections, WANTED));
		await connect();
		if (wasSent) await send();
		await cut();
		await expect(result).rejects.toMatchObject({ code: 'unreachable', outcome });
	});

	test('whose answer takes too long is lost, its body included', async () => {
		const { connections, connect, send, answer } = host();
		const result = later(fetchText(connections, WANTED));
		await connect();
		await send();
		await answer();
		await jest.advanceTimersByTimeAsync(1000);
		await expect(result).rejects.toMatchObject({ code: 'timeout', outcome: 'lost' });
	});

	test.each<[string, (...given: Parameters<typeof fetchText>) => Promise<unknown>]>([
		['whole', fetchText],
		['part by part', fetchStream],
	])('of a run that was cancelled before is not sent (read %s)', async (_, fetch) => {
		const take = jest.fn(host().connections.take);
		const result = later(fetch({ take }, { ...WANTED, signal: AbortSignal.abort() }));
		await jest.advanceTimersByTimeAsync(1000);
		await expect(result).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		expect(take).not.toHaveBeenCalled();
	});

	test('that is cancelled while it waits for a connection is not sent', async () => {
		const { connections, connect, state, asked } = host();
		const cancel = new AbortController();
		const result = later(fetchText(connections, { ...WANTED, signal: cancel.signal }));
		cancel.abort();
		await expect(result).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		await connect();
		expect(state.putBack).toBe(1);
		expect(asked).toEqual([]);
	});
});

describe('an answer that is read part by part', () => {
	async function begun(signal?: AbortSignal) {
		const { connections, connect, send, answer, ...rest } = host();
		const result = later(fetchStream(connections, { ...WANTED, signal }));
		await connect();
		await send();
		return { result, answer, ...rest };
	}

	test('may take its time once it has begun', async () => {
		const { result, answer, body } = await begun();
		await answer();
		const stream = await result;
		expect(jest.getTimerCount()).toBe(0);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(body.destroyed).toBe(false);
		expect(stream).toMatchObject({ status: 200, headers: { a: 'b' } });
	});

	test('must begin in time', async () => {
		const { result } = await begun();
		await jest.advanceTimersByTimeAsync(1000);
		await expect(result).rejects.toMatchObject({ code: 'timeout', outcome: 'lost' });
	});

	test('ends with its run, and hears of it no more when it is over', async () => {
		const cancel = new AbortController();
		const { result, answer, body } = await begun(cancel.signal);
		await answer();
		await result;
		expect(listeners(cancel.signal)).toBe(1);
		cancel.abort();
		expect(body.destroyed).toBe(true);
		const over = new AbortController();
		const other = await begun(over.signal);
		await other.answer();
		(await other.result).body.destroy();
		await jest.advanceTimersByTimeAsync(0);
		expect(listeners(over.signal)).toBe(0);
	});

	test('of which nothing came leaves no listener and no timer behind', async () => {
		const { signal } = new AbortController();
		const { result, cut } = await begun(signal);
		await cut();
		await expect(result).rejects.toMatchObject({ code: 'unreachable', outcome: 'lost' });
		expect(listeners(signal)).toBe(0);
		expect(jest.getTimerCount()).toBe(0);
	});
});
