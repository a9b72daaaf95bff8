import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { detail } from '../../../platform/codes/details';
import { localError, PlatformError } from '../../../platform/codes/errors';
import { receive, type Bounds } from '../../../platform/recordings/body';

/** What passes on the clock before a part comes, in milliseconds, and the part or its size in bytes. */
type Step = readonly [ms: number, part: number | Buffer];

let now: number;
beforeEach(() => {
	now = 5_000_000;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

/** How a body goes on behind its last part, and what is asked of it. */
interface More extends Partial<Bounds> {
	fault?: Error;
	headers?: Record<string, string>;
}

/** How many bytes come of a body, or how it is refused. */
async function fetched(
	steps: readonly Step[],
	{ fault, headers = {}, ...bounds }: More = {},
): Promise<number | PlatformError> {
	async function* iterate() {
		for (const [ms, part] of steps) {
			await Promise.resolve();
			now += ms;
			yield typeof part === 'number' ? Buffer.alloc(part) : part;
		}
		if (fault) throw fault;
	}
	const body = Object.assign(new Readable({ read: () => undefined }), {
		[Symbol.asyncIterator]: iterate,
	});
	try {
		const download = await receive({ status: 200, headers, body }, { timeoutMs: 1000, ...bounds });
		let bytes = 0;
		for await (const part of download.body as AsyncIterable<Buffer>) bytes += part.length;
		return bytes;
	} catch (error) {
		if (error instanceof PlatformError) return error;
		throw error;
	} finally {
		expect(body.destroyed).toBe(true);
	}
}

const tooSlow = (bytes: number, seconds: number) => ({
	code: 'storageTooSlow',
	outcome: 'lost',
	detail: { key: 'pace', values: { bytes, seconds } },
});

describe('a storage that is slow', () => {
	test.each<[string, Step[], number]>([
		['keeps just up', [[1000, 1024]], 1024],
		['is quick', [[10, 5000]], 5000],
		['is not judged before its time is over', [[999, 10]], 10],
		[
			'makes up for it in time',
			[
				[999, 10],
				[1, 1014],
			],
			1024,
		],
		[
			'is judged anew after each span',
			[
				[1000, 5000],
				[1, 1],
			],
			5001,
		],
		[
			'keeps up in each span',
			[
				[1000, 5000],
				[600, 1],
				[400, 1023],
			],
			6024,
		],
	])('and %s is taken', async (_, steps, bytes) => {
		expect(await fetched(steps)).toBe(bytes);
	});

	test.each<[string, Step[], number, number]>([
		['from the beginning', [[1000, 1023]], 1023, 1],
		[
			'behind the beginning',
			[
				[0, 600],
				[1000, 400],
			],
			1000,
			1,
		],
		[
			'after a quick beginning',
			[
				[1000, 50_000],
				[1000, 1000],
			],
			1000,
			1,
		],
		['for more than its time', [[1600, 10]], 10, 2],
	])('and falls behind %s is given up', async (_, steps, bytes, seconds) => {
		expect(await fetched(steps)).toMatchObject(tooSlow(bytes, seconds));
	});

	test('and says nothing any more is given up', async () => {
		const fault = Object.assign(new Error('Body Timeout'), { code: 'UND_ERR_BODY_TIMEOUT' });
		expect(await fetched([[600, 600]], { fault, timeoutMs: 2000 })).toMatchObject(tooSlow(600, 3));
		expect(await fetched([[600, 6]], { fault, timeoutMs: 2000 })).toMatchObject(tooSlow(6, 3));
	});

	test('is told as that, though the file was packed', async () => {
		const packed = gzipSync(Buffer.concat([Buffer.from('OggS'), randomBytes(5000)]));
		const steps: Step[] = [
			[0, packed.subarray(0, 700)],
			[1000, packed.subarray(700, 701)],
		];
		const headers = { 'content-encoding': 'gzip' };
		expect(await fetched(steps, { headers })).toMatchObject(tooSlow(701, 1));
	});
});

describe.each([5, 600])('a body that ends with a fault after %d bytes', (bytes) => {
	test('is told to be cut off, with the reason', async () => {
		expect(await fetched([[0, bytes]], { fault: new Error('socket hang up') })).toMatchObject({
			code: 'notServed',
			outcome: 'lost',
			detail: { key: 'cutOff', values: { reason: 'socket hang up' } },
		});
	});

	test('is told to be cancelled where the run is', async () => {
		const more = { fault: new Error('aborted'), signal: AbortSignal.abort() };
		expect(await fetched([[0, bytes]], more)).toMatchObject({ code: 'cancelled', outcome: 'lost' });
	});

	test('keeps what is known of it', async () => {
		const fault = localError('unreachable', detail('nowhere'), 'lost');
		expect(await fetched([[0, bytes]], { fault })).toBe(fault);
	});
});
