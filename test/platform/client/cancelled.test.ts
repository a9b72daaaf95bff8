import { lookup } from 'node:dns';
import type { ServerResponse } from 'node:http';

import { call } from '../../../platform/client/calls';
import { CUT, GOOD, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

afterEach(() => {
	jest.useRealTimers();
});

describe('a run that is cancelled', () => {
	/** Sends a request and cancels the run while the platform has it. */
	async function cancelDuring(effect: 'read' | 'change' | 'create') {
		await server.connect();
		const cancel = new AbortController();
		let held: ServerResponse | undefined;
		server.script = [(_, response) => (held = response)];
		// Time stands still, but for what the test lets pass.
		const others = ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] as const;
		jest.useFakeTimers({
			doNotFake: [...others, 'setInterval', 'clearInterval', 'clearImmediate'],
		});
		const run = server.open({ signal: cancel.signal, timeoutMs: 60_000 });
		const result = call(run, request(effect));
		result.catch(() => undefined);
		while (!held) await new Promise((resolve) => setImmediate(resolve));
		cancel.abort();
		const answer = (): void => {
			if (held) GOOD(held.req, held);
		};
		return { result, answer };
	}

	test('does not wait for what it reads', async () => {
		const { result } = await cancelDuring('read');
		await expect(result).rejects.toMatchObject({ code: 'cancelled', outcome: 'lost' });
	});

	test.each(['change', 'create'] as const)(
		'still hears within five seconds what became of a %s',
		async (effect) => {
			const { result, answer } = await cancelDuring(effect);
			await jest.advanceTimersByTimeAsync(4900);
			answer();
			expect(await result).toMatchObject({ resultcode: '0' });
		},
	);

	test('then gives up, and says that the create may have been acted on', async () => {
		const { result } = await cancelDuring('create');
		await jest.advanceTimersByTimeAsync(5100);
		await expect(result).rejects.toMatchObject({ code: 'cancelled', outcome: 'lost' });
	});

	test('sends nothing more', async () => {
		const cancel = new AbortController();
		const run = server.open({ signal: cancel.signal });
		await call(run, request('create'));
		cancel.abort();
		for (const effect of ['read', 'change', 'create'] as const) {
			const sent = call(run, request(effect));
			await expect(sent).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		}
		expect(server.requests).toHaveLength(1);
	});

	test.each(['read', 'create'] as const)(
		'sends no %s either that waits for the policy of connections',
		async (effect) => {
			const cancel = new AbortController();
			const egress = {
				validateUrl: () => {
					cancel.abort();
					return Promise.resolve({ ok: true as const });
				},
				createSecureLookup: () => lookup,
			};
			const sent = call(server.open({ signal: cancel.signal, egress }), request(effect));
			await expect(sent).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
			expect(server.requests).toEqual([]);
		},
	);

	test('does not try again what was lost', async () => {
		const cancel = new AbortController();
		server.script = [
			(request_, response) => {
				CUT(request_, response);
				setTimeout(() => {
					cancel.abort();
				}, 50);
			},
		];
		const sent = call(server.open({ signal: cancel.signal }), request('read'));
		await expect(sent).rejects.toMatchObject({ code: 'cancelled' });
		expect(server.requests).toHaveLength(1);
	});
});
