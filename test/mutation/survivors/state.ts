import type { KnownSurvivors } from './survivor';

/** Of `platform/state/`. */
export const state: readonly KnownSurvivors[] = [];
