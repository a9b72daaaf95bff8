import type { KnownSurvivors } from './survivor';

/** Of `platform/wire/`. */
export const wire: readonly KnownSurvivors[] = [];
