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
	{
		file: 'nodes/PrivateNumberTrigger/load.ts',
		because: 'equivalent',
		reason: 'There is one entry, whatever its name.',
		mutants: [
			[
				"const loadOfProcess = (): Load => loads.open('process', () => ({ waiting: 0, finished: 0 }));",
				'""',
			],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/load.ts',
		because: 'harmless',
		reason: 'A process that is as late as it may be, or has as much to start, to the millisecond.',
		mutants: [
			['if (late > deadlineMs * LATE)', 'late >= deadlineMs * LATE'],
			['if (needed <= deadlineMs * STARTED) return undefined;', 'needed < deadlineMs * STARTED'],
		],
	},
	{
		file: 'nodes/shared/errors.ts',
		because: 'equivalent',
		reason: 'n8n keeps no field that has no value.',
		mutants: [
			[
				'const details = { code, ...(httpStatus !== undefined && { httpStatus }), remedy };',
				'true',
			],
		],
	},
	{
		file: 'nodes/shared/errors.ts',
		because: 'equivalent',
		reason: 'No choice of a drop-down has the name of a field.',
		mutants: [
			[
				"const inside = type === 'collection' ? labelOf(field, options as INodeProperties[]) : undefined;",
				'true',
			],
		],
	},
];
