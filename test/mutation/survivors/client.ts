import type { KnownSurvivors } from './survivor';

/** Of `platform/client/`. */
export const client: readonly KnownSurvivors[] = [
	{
		file: 'platform/client/rateLimiter.ts',
		because: 'equivalent',
		reason:
			'A word is no time: it is later than none, so it is not among what was taken in the last second.',
		mutants: [['let taken: number[] = [];', '["Stryker was here"]']],
	},
];
