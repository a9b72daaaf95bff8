import type { KnownSurvivors } from './survivor';

/** Of `platform/codes/`. */
export const codes: readonly KnownSurvivors[] = [];
