import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { readText } from '../../../platform/transport/answerText';

const MOST = 8 * 1024 * 1024;
const TEXT = '{"resultdesc":"成功"}';
const BYTES = Buffer.from(TEXT);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const read = async (...parts: Buffer[]): Promise<string> => await readText(Readable.from(parts));

describe('the body of an answer is read', () => {
	test.each<[string, Buffer[], string]>([
		['as it is', [BYTES], TEXT],
		['when it is empty', [], ''],
		['when its parts cut a sign', [BYTES.subarray(0, 17), BYTES.subarray(17)], TEXT],
		['without its byte order mark', [BOM, BYTES], TEXT],
		['with a mark that is not its first', [BYTES, BOM], `${TEXT}\ufeff`],
		['when it is gzip', [gzipSync(BYTES)], TEXT],
		['when it is gzip of gzip', [gzipSync(gzipSync(BYTES))], TEXT],
		['when it is gzip with a byte order mark in it', [gzipSync(Buffer.concat([BOM, BYTES]))], TEXT],
	])('%s', async (_, parts, expected) => {
		expect(await read(...parts)).toBe(expected);
	});

	test.each([
		['gzip three times over', gzipSync(gzipSync(gzipSync(BYTES))), gzipSync(BYTES)],
		['what begins like gzip', Buffer.from('1f8b00', 'hex'), Buffer.from('1f8b00', 'hex')],
		['the first sign of gzip alone', Buffer.from('1f41', 'hex'), Buffer.from('1f41', 'hex')],
		['the second sign of gzip alone', Buffer.from('418b', 'hex'), Buffer.from('418b', 'hex')],
	])('as far as possible when it is %s', async (_, bytes, expected) => {
		expect(await read(bytes)).toBe(expected.toString('utf8'));
	});

	test('no further than eight megabytes, coded ones neither', async () => {
		const most = Buffer.alloc(MOST, 'x');
		expect(await read(most)).toHaveLength(MOST);
		await expect(read(most, Buffer.from('x'))).rejects.toMatchObject({
			code: 'tooLarge',
			outcome: 'lost',
			text: 'The answer has no end.',
		});
		expect(await read(gzipSync(most))).toHaveLength(MOST);
		const bomb = gzipSync(Buffer.alloc(MOST + 1, 'x'));
		expect(await read(bomb)).toBe(bomb.toString('utf8'));
	});
});
