import type { KnownSurvivors } from './survivor';

/** Of `platform/state/`. */
export const state: readonly KnownSurvivors[] = [
	{
		file: 'platform/state/store.ts',
		because: 'harmless',
		reason: 'What has ended is waited for again at the end of the process, in no time.',
		mutants: [['void end.finally(() => closing.delete(end));', '() => undefined']],
	},
];
