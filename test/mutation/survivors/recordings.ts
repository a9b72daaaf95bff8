import type { KnownSurvivors } from './survivor';

const LITTLE_ENDIAN = "if (first === 0xff && second === 0xfe) return head.toString('utf16le');";
const BIG_ENDIAN = 'if (first === 0xfe && second === 0xff) {';

/** Of `platform/recordings/`. */
export const recordings: readonly KnownSurvivors[] = [
	{
		file: 'platform/recordings/content.ts',
		because: 'equivalent',
		reason: 'One byte of a byte order mark makes no page, whichever way it is read.',
		mutants: [
			[LITTLE_ENDIAN, 'true'],
			[LITTLE_ENDIAN, 'first === 0xff || second === 0xfe'],
			[BIG_ENDIAN, 'true'],
			[BIG_ENDIAN, 'first === 0xfe || second === 0xff'],
		],
	},
	{
		file: 'platform/recordings/fileName.ts',
		because: 'equivalent',
		reason: 'A name that is cut is longer than an ending that begins with its first sign may be.',
		mutants: [
			[
				'const isEnding = dot > 0 && Buffer.byteLength(name.slice(dot)) <= LONGEST_ENDING;',
				'dot >= 0',
			],
		],
	},
];
