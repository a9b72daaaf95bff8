import type { KnownSurvivors } from './survivor';

/** Of `platform/codes/`. */
export const codes: readonly KnownSurvivors[] = [
	{
		file: 'platform/codes/refusals.ts',
		because: 'equivalent',
		reason: 'Stands for a status that is not known, with which no code of the table is listed.',
		mutants: [
			[
				"? (RESULT_CODES[`${code}/${httpStatus ?? ''}`] ?? RESULT_CODES[code])",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'platform/codes/text.ts',
		because: 'equivalent',
		reason: 'Stands for a locale that is not set: any text without zh at its beginning is English.',
		mutants: [
			["return /^zh(?![a-z])/i.test((locale ?? '').trim()) ? 'zh' : 'en';", '"Stryker was here!"'],
		],
	},
];
