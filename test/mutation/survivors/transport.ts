import type { KnownSurvivors } from './survivor';

/** Of `platform/transport/`. */
export const transport: readonly KnownSurvivors[] = [
	{
		file: 'platform/transport/connections.ts',
		because: 'equivalent',
		reason: 'Hosts tell their time in whole seconds: it is never the 1010 ms of the look.',
		mutants: [['if (lifeMs <= LOOK_AFTER_MS || idle.length >= most) {', 'lifeMs < LOOK_AFTER_MS']],
	},
	{
		file: 'platform/transport/failures.ts',
		because: 'equivalent',
		reason:
			'Stands for a code that is not there: any text that is none of the known codes will do.',
		mutants: [["code: code ?? '',", '"Stryker was here!"']],
	},
];
