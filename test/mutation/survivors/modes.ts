import type { KnownSurvivors } from './survivor';

/** Of `platform/modes/`. */
export const modes: readonly KnownSurvivors[] = [];
