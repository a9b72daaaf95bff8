import type { KnownSurvivors } from './survivor';

/** Of `platform/client/`. */
export const client: readonly KnownSurvivors[] = [];
