import type { KnownSurvivors } from './survivor';

/** Of `nodes/`. */
export const nodes: readonly KnownSurvivors[] = [];
