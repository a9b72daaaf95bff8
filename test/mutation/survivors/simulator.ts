import type { KnownSurvivors } from './survivor';

/** Of `simulator/`. */
export const simulator: readonly KnownSurvivors[] = [];
