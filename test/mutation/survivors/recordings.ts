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
	{
		file: 'platform/recordings/recording.ts',
		because: 'equivalent',
		reason: 'No host has a name with blanks in it.',
		mutants: [
			[
				'const { allowedHosts = [], waitMs = 0, maxBytes, allowUnauthorizedCerts = false } = options;',
				'["Stryker was here"]',
			],
		],
	},
	{
		file: 'platform/recordings/storage.ts',
		because: 'equivalent',
		reason: 'Whatever creates nothing may be repeated, by which name it goes does not count.',
		mutants: [["return (failure.httpStatus ?? 0) >= 500 || mayRepeat(failure, 'read');", '""']],
	},
];
