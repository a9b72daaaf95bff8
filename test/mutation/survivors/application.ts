import type { KnownSurvivors } from './survivor';

/** Of `platform/application/`. */
export const application: readonly KnownSurvivors[] = [];
