import type { KnownSurvivors } from './survivor';

/** Of `platform/pushes/`. */
export const pushes: readonly KnownSurvivors[] = [];
