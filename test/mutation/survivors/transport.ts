import type { KnownSurvivors } from './survivor';

/** Of `platform/transport/`. */
export const transport: readonly KnownSurvivors[] = [];
