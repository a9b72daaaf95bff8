import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { PlatformError } from '../../../platform/codes/errors';
import { receive, type Bounds } from '../../../platform/recordings/body';
import { HEAD_BYTES } from '../../../platform/recordings/content';
import { waitUntil } from '../../waitUntil';

const WAV = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(984, 0xd5)]);
const BOUNDS: Bounds = { timeoutMs: 1000 };

type Headers = Record<string, string | string[] | undefined>;

/** An answer of a storage host; nothing of its body is made before it is asked for. */
function answerOf(
	parts: Iterable<Buffer> | AsyncIterable<Buffer> = [WAV],
	headers: Headers = {},
	status = 200,
) {
	const body = new Readable({ read: () => undefined });
	async function* iterate() {
		yield* parts;
	}
	return { status, headers, body: Object.assign(body, { [Symbol.asyncIterator]: iterate }) };
}

/** What a promise is refused with. */
async function refusalOf(promise: Promise<unknown>): Promise<PlatformError> {
	const error = await promise.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (error instanceof PlatformError) return error;
	throw new Error('It was not refused as it should be.', { cause: error });
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe('a recording', () => {
	test('comes whole, is counted on its way, and tells what it is', async () => {
		const answer = answerOf([WAV.subarray(0, 3), WAV.subarray(3, 700), WAV.subarray(700)], {
			'content-type': 'binary/octet-stream',
		});
		const { body, bytesRead, ...rest } = await receive(answer, BOUNDS);
		expect(rest).toEqual({ sniffed: 'audio/wav', contentType: 'binary/octet-stream' });
		// The first bytes are here; the rest waits for its reader.
		expect(bytesRead()).toBe(700);
		expect(await buffer(body)).toEqual(WAV);
		expect(bytesRead()).toBe(WAV.length);
		expect(answer.body.destroyed).toBe(true);
	});

	test('that tells nothing is told to be nothing', async () => {
		const { body, bytesRead, ...rest } = await receive(answerOf([Buffer.alloc(9)]), BOUNDS);
		expect(rest).toEqual({});
		expect(await buffer(body)).toEqual(Buffer.alloc(9));
		expect(bytesRead()).toBe(9);
	});

	test('whose storage calls it two things is called neither', async () => {
		const answer = answerOf([Buffer.alloc(9)], { 'content-type': ['audio/wav', 'text/html'] });
		const { body, contentType } = await receive(answer, BOUNDS);
		expect(contentType).toBeUndefined();
		expect(await buffer(body)).toEqual(Buffer.alloc(9));
	});

	test('is told by its first bytes only', async () => {
		const text = Buffer.alloc(600, 'a');
		text.write('<html>');
		expect(await refusalOf(receive(answerOf([text]), BOUNDS))).toMatchObject({
			code: 'noRecording',
		});
		text[511] = 0;
		const { body } = await receive(answerOf([text]), BOUNDS);
		expect(await buffer(body)).toEqual(text);
		text[511] = 97;
		text[512] = 0;
		await refusalOf(receive(answerOf([text]), BOUNDS));
	});

	test('that its reader leaves is not fetched on, though its storage hangs', async () => {
		// As many bytes as it takes to tell a recording; no more is waited for.
		const head = WAV.subarray(0, HEAD_BYTES);
		async function* hanging() {
			yield head;
			await new Promise(() => undefined);
		}
		const answer = answerOf(hanging());
		const { body } = await receive(answer, BOUNDS);
		for await (const part of body as AsyncIterable<Buffer>) {
			expect(part).toEqual(head);
			break;
		}
		expect(answer.body.destroyed).toBe(true);
	});

	test('whose connection ends before anybody reads it ends no process', async () => {
		const answer = answerOf([WAV]);
		const { body } = await receive(answer, BOUNDS);
		expect(() => answer.body.emit('error', new Error('late'))).not.toThrow();
		expect(() => body.emit('error', new Error('late'))).not.toThrow();
	});

	test('is a stream of bytes', async () => {
		const { body } = await receive(answerOf([WAV]), BOUNDS);
		expect(body.readableObjectMode).toBe(false);
	});
});

test('a packed recording that comes too slowly is given up, though nobody reads it', async () => {
	const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
	let goOn = (): void => undefined;
	const isRead = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	// More than what is read ahead for a reader.
	const packed = gzipSync(Buffer.concat([WAV, Buffer.alloc(1_000_000), randomBytes(5000)]));
	async function* slow() {
		yield packed.subarray(0, 4000);
		await isRead;
		clock.mockReturnValue(10_000);
		yield packed.subarray(4000, 4001);
	}
	const answer = answerOf(slow(), { 'content-encoding': 'gzip' });
	await receive(answer, BOUNDS);
	goOn();
	await waitUntil(() => answer.body.destroyed);
});

describe('what is no recording', () => {
	test.each([
		[204, 'noRecording', 'gaveNothing'],
		[201, 'notServed', 'storageStatus'],
		[206, 'notServed', 'storageStatus'],
		[403, 'notServed', 'storageStatus'],
	])('with status %d is refused, and left unread', async (status, code, key) => {
		const answer = answerOf([WAV], {}, status);
		const refusal = await refusalOf(receive(answer, BOUNDS));
		expect(refusal).toMatchObject({ code, detail: { key }, outcome: 'refused' });
		expect(answer.body.destroyed).toBe(true);
		// A body that ends with a fault later on must not end the process.
		expect(answer.body.listenerCount('error')).toBeGreaterThan(0);
	});

	test('tells its status', async () => {
		const refusal = await refusalOf(receive(answerOf([], {}, 410), BOUNDS));
		expect(refusal).toMatchObject({ httpStatus: 410, detail: { values: { status: 410 } } });
	});
});

describe('the size of a recording', () => {
	const size = WAV.length;

	test.each<[string, Headers, Buffer[]]>([
		['is announced', { 'content-length': String(size) }, [WAV]],
		['is not announced', {}, [WAV]],
		['is announced too small', { 'content-length': '1' }, [WAV]],
		['comes in parts', {}, [WAV.subarray(0, 600), WAV.subarray(600)]],
		['is packed', { 'content-encoding': 'gzip' }, [gzipSync(WAV)]],
	])('that %s may reach what is accepted, and not more', async (_, headers, parts) => {
		const { body } = await receive(answerOf(parts, headers), { ...BOUNDS, maxBytes: size });
		expect(await buffer(body)).toEqual(WAV);
		const tooMany = async () => {
			const bounds = { ...BOUNDS, maxBytes: size - 1 };
			await buffer((await receive(answerOf(parts, headers), bounds)).body);
		};
		const refusal = await refusalOf(tooMany());
		expect(refusal).toMatchObject({ code: 'tooLarge', outcome: 'refused' });
		expect(refusal.detail?.values).toEqual({ bytes: size - 1 });
	});

	test('that is announced too large is not read at all', async () => {
		const parts = jest.fn(() => [WAV][Symbol.iterator]());
		const headers = { 'content-length': String(4 * 1024 ** 3 + 1) };
		const answer = answerOf({ [Symbol.iterator]: parts }, headers);
		expect(await refusalOf(receive(answer, BOUNDS))).toMatchObject({ code: 'tooLarge' });
		expect(parts).not.toHaveBeenCalled();
		const { body } = await receive(
			answerOf([WAV], { 'content-length': String(4 * 1024 ** 3) }),
			BOUNDS,
		);
		expect(await buffer(body)).toEqual(WAV);
	});
});

describe('a content coding', () => {
	test.each<[string | string[], Buffer]>([
		['GZIP', gzipSync(WAV)],
		[' gzip ', gzipSync(WAV)],
		['identity, gzip', gzipSync(WAV)],
		[['identity', 'br'], brotliCompressSync(WAV)],
		['identity,identity', WAV],
		['', WAV],
	])('%j is undone', async (coding, packed) => {
		const { body } = await receive(answerOf([packed], { 'content-encoding': coding }), BOUNDS);
		expect(await buffer(body)).toEqual(WAV);
	});

	test.each([
		['snappy', 'snappy'],
		['gzip, br', 'gzip, br'],
		['gzip,snappy', 'gzip, snappy'],
		['x'.repeat(99), 'x'.repeat(40)],
	])('%s is not, and is named', async (coding, named) => {
		const refusal = await refusalOf(
			receive(answerOf([WAV], { 'content-encoding': coding }), BOUNDS),
		);
		expect(refusal).toMatchObject({ code: 'noRecording', detail: { values: { coding: named } } });
	});

	test('that is broken is told as that', async () => {
		const answer = answerOf([WAV], { 'content-encoding': 'gzip' });
		const refusal = await refusalOf(receive(answer, BOUNDS));
		expect(refusal).toMatchObject({ code: 'noRecording', detail: { key: 'brokenCoding' } });
	});
});
