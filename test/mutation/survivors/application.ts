import type { KnownSurvivors } from './survivor';

/** Of `platform/application/`. */
export const application: readonly KnownSurvivors[] = [
	{
		file: 'platform/application/settings.ts',
		because: 'equivalent',
		reason: 'The protocol of a URL holds one colon, which is its last sign.',
		mutants: [['if (!isPlain || !/^https?:$/.test(url.protocol)) {', '/^https?:/']],
	},
	{
		file: 'platform/application/settings.ts',
		because: 'equivalent',
		reason: 'A scheme and an @ never stand in the same place.',
		mutants: [['const start = scheme >= 0 && scheme < at ? scheme + 3 : 0;', 'scheme <= at']],
	},
	{
		file: 'platform/application/signature.ts',
		because: 'equivalent',
		reason: "Whatever is not 'aksk' is signed in the older form.",
		mutants: [["aksk === undefined ? 'wsse' : 'aksk',", '""']],
	},
	{
		file: 'platform/application/signature.ts',
		because: 'equivalent',
		reason:
			'Both groups of the pattern are there in each match, if only for the compiler to be told.',
		mutants: [
			[
				`for (const [, name = '', value = ''] of header.matchAll(/(\\w+)\\s*=\\s*"([^"]*)"/g)) {`,
				'"Stryker was here!"',
			],
		],
	},
];
