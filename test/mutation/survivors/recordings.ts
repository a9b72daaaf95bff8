import type { KnownSurvivors } from './survivor';

/** Of `platform/recordings/`. */
export const recordings: readonly KnownSurvivors[] = [];
