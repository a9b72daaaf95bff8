import { detail } from '../../../platform/codes/details';
import { localError, PlatformError } from '../../../platform/codes/errors';
import type { Platform } from '../../../platform/client/run';
import { download } from '../../../platform/recordings/recording';

const NAME = { fileName: 'a.wav', recordDomain: 'ostor.huawei.com' };
const missing = new PlatformError({ code: '1012007', text: 'None.', outcome: 'refused' });

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** When a recording is asked for that never is there, in milliseconds, and what ends it. */
async function asked(waitMs: number | undefined, refusal: Error, signal?: AbortSignal) {
	const begin = Date.now();
	const times: number[] = [];
	const platform: Platform = {
		application: {
			...{ appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' },
			...{ authentication: 'aksk', allowUnauthorizedCerts: false },
			baseUrl: 'https://platform.example.com',
		},
		options: { signal },
		send() {
			times.push(Date.now() - begin);
			return Promise.reject(refusal);
		},
	};
	const end = download(platform, NAME, { waitMs }).catch((error: unknown) => error);
	await jest.advanceTimersByTimeAsync(100_000);
	return { times, end: await end };
}

test.each([
	[undefined, [0]],
	[0, [0]],
	[500, [0, 500]],
	[1000, [0, 1000]],
	[10_000, [0, 1000, 3000, 8000, 10_000]],
	[40_000, [0, 1000, 3000, 8000, 18_000, 28_000, 38_000, 40_000]],
])('a recording that may take %p ms is asked for at these moments', async (waitMs, times) => {
	expect(await asked(waitMs, missing)).toEqual({ times, end: missing });
});

const local = (code: 'noRecording' | 'notServed' | 'tooLarge', httpStatus?: number) =>
	localError(code, detail('gaveNothing'), 'refused', httpStatus);

test.each<[string, Error, number]>([
	['the platform knows none', missing, 2],
	['the storage gives something else', local('noRecording'), 2],
	['the storage has none', local('notServed', 404), 2],
	['the storage denies it', local('notServed', 403), 1],
	['it is cut off', local('notServed'), 1],
	['something else is 404', local('tooLarge', 404), 1],
	['the platform refuses', new PlatformError({ code: '1010010', text: '', outcome: 'refused' }), 1],
	['the code has a fault', Object.assign(new Error('1012007'), { code: '1012007' }), 1],
])('where %s it is asked for so often', async (_, refusal, times) => {
	const { times: moments, end } = await asked(500, refusal);
	expect(moments).toHaveLength(times);
	expect(end).toBe(refusal);
});

test('a run that is cancelled waits no longer', async () => {
	const control = new AbortController();
	setTimeout(() => {
		control.abort();
	}, 1500);
	const { times, end } = await asked(60_000, missing, control.signal);
	expect(times).toEqual([0, 1000]);
	expect(end).toMatchObject({ code: 'cancelled' });
});
