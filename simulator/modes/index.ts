import type { ModeName } from '../config/applications';
import { ax } from './ax';
import { axb } from './axb';
import { axe } from './axe';
import { axyb } from './axyb';
import type { ModeDefinition } from './shared/mode';
import { x } from './x';

/** Every mode of the service. A new mode is one folder and one line here. */
export const modes = {
	AXB: axb,
	AX: ax,
	AXE: axe,
	AXYB: axyb,
	X: x,
} satisfies Record<ModeName, ModeDefinition>;
