import { call, remove } from '../../../platform/client/calls';
import { retry } from '../../../platform/client/retry';
import { localError, type Outcome } from '../../../platform/codes/errors';
import { answer, CUT, GOOD, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

describe('a request whose answer is lost', () => {
	test.each(['read', 'change'] as const)('is sent again when it is a %s', async (effect) => {
		server.script = [CUT, GOOD];
		expect(await call(server.open(), request(effect))).toMatchObject({ resultcode: '0' });
		expect(server.requests).toHaveLength(2);
	});

	test('is never sent again by itself when it creates', async () => {
		server.script = [CUT, GOOD];
		await expect(call(server.open(), request('create'))).rejects.toMatchObject({ outcome: 'lost' });
		expect(server.requests).toHaveLength(1);
	});

	test('is given up after three tries', async () => {
		server.script = [CUT];
		await expect(call(server.open(), request('read'))).rejects.toMatchObject({
			code: 'unreachable',
		});
		expect(server.requests).toHaveLength(3);
	});

	test('and that then finds nothing to remove has removed it', async () => {
		const gone = answer(403, { resultcode: '1012001', resultdesc: '' });
		server.script = [CUT, gone];
		expect(await remove(server.open(), request('change'), false)).toEqual({
			alreadyDeleted: false,
		});
		server.script = [gone];
		expect(await remove(server.open(), request('change'), true)).toEqual({ alreadyDeleted: true });
		await expect(remove(server.open(), request('change'), false)).rejects.toMatchObject({
			code: '1012001',
		});
	});

	test.each([
		[400, '1010002'],
		[403, '1020150'],
		[500, '1010001'],
	])(
		'is no removal when it is refused (HTTP %d, %s), also where nothing to remove is no error',
		async (status, resultcode) => {
			server.script = [answer(status, { resultcode, resultdesc: '' })];
			await expect(remove(server.open(), request('change'), true)).rejects.toMatchObject({
				code: resultcode,
			});
		},
	);
});

describe('what is tried again', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	const failure = (outcome: Outcome) => localError('unreachable', undefined, outcome);

	test('is tried three times, the last time after a longer pause than the second', async () => {
		const begin = Date.now();
		const moments: number[] = [];
		const result = retry(
			() => {
				moments.push(Date.now() - begin);
				return Promise.reject(failure('lost'));
			},
			() => true,
		);
		void jest.runAllTimersAsync();
		await expect(result).rejects.toMatchObject({ code: 'unreachable' });
		const [first, second = 0, third = 0] = moments;
		expect(moments).toHaveLength(3);
		expect(first).toBe(0);
		expect(second).toBeGreaterThan(0);
		expect(third - second).toBeGreaterThan(second);
	});

	test('is tried no more once it comes to something', async () => {
		const attempt = jest.fn().mockRejectedValueOnce(failure('lost')).mockResolvedValue('there');
		const result = retry(attempt, () => true);
		void jest.runAllTimersAsync();
		expect(await result).toBe('there');
		expect(attempt).toHaveBeenCalledTimes(2);
	});

	test.each([
		['a failure that may not be repeated', failure('refused')],
		['a defect', new TypeError('a defect')],
	])('is not %s', async (_, error) => {
		const attempt = jest.fn().mockRejectedValue(error);
		const result = retry(attempt, ({ outcome }) => outcome !== 'refused');
		await expect(result).rejects.toBe(error);
		expect(attempt).toHaveBeenCalledTimes(1);
	});

	test('is given up when the run is cancelled during the pause', async () => {
		const cancel = new AbortController();
		const attempt = jest.fn().mockRejectedValue(failure('unsent'));
		const result = retry(attempt, () => true, cancel.signal);
		setTimeout(() => {
			cancel.abort();
		}, 100);
		void jest.runAllTimersAsync();
		await expect(result).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		expect(attempt).toHaveBeenCalledTimes(1);
	});
});
