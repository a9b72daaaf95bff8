import type { Stored } from '../shared/store';

/** A B with its Y, under an AX binding. */
export interface Relation {
	readonly numB: string;
	readonly numY: string;
	readonly preVoiceY?: string;
	readonly userData?: string;
	readonly ybDuration: number;
	/** Real milliseconds since 1970; Infinity: ends with the AX binding. */
	readonly expiresAt: number;
}

/** An A with its X, and the Bs that it talks to. */
export interface Binding extends Stored {
	readonly numA: string;
	readonly numX: string;
	readonly areaCode: string;
	readonly callDirection?: number;
	readonly duration: number;
	readonly ybDuration: number;
	readonly recordFlag?: 'true' | 'false';
	readonly recordHintTone?: string;
	readonly preVoiceX?: string;
	readonly userData?: string;
	readonly createdAt: number;
	relations: Relation[];
}
