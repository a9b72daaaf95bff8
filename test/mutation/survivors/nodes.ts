import type { KnownSurvivors } from './survivor';

/** Of `nodes/`. */
export const nodes: readonly KnownSurvivors[] = [
	{
		file: 'nodes/PrivateNumberAxb/binding.ts',
		because: 'equivalent',
		reason: 'Whatever chooses neither a number nor an area leaves the choice to the platform.',
		mutants: [
			["return { by: 'auto' };", '{}'],
			["return { by: 'auto' };", '""'],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/answer.ts',
		because: 'harmless',
		reason:
			'A caller who hangs up counts as one who was answered: what a call costs is told a little lower.',
		mutants: [['done(false);', 'true']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/block.ts',
		because: 'harmless',
		reason: 'A call that is as old as allowed, to the millisecond.',
		mutants: [['if (age <= maxBlockAgeMs) return undefined;', 'age < maxBlockAgeMs']],
	},
];
