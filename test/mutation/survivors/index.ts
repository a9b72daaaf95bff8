import { application } from './application';
import { client } from './client';
import { codes } from './codes';
import { modes } from './modes';
import { nodes } from './nodes';
import { pushes } from './pushes';
import { recordings } from './recordings';
import { simulator } from './simulator';
import { state } from './state';
import { transport } from './transport';
import { wire } from './wire';
import type { KnownSurvivors } from './survivor';

/** The mutants that no test can notice, or from which nobody would suffer. */
export const KNOWN_SURVIVORS: readonly KnownSurvivors[] = [
	...application,
	...client,
	...codes,
	...modes,
	...nodes,
	...pushes,
	...recordings,
	...simulator,
	...state,
	...transport,
	...wire,
];
