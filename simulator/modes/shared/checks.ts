import type { SimulatorApplication } from '../../config/applications';
import { invalid, refuse } from '../../wire/refusals';
import type { EventField, ModeSetting } from './mode';
import { refusesBindings } from './numberPool';
import type { PoolNumber } from './numberPool';

/** Checks and tables that several modes share. */

/** Recording needs an application that was created with it (1012012). */
export function requireRecording(
	application: SimulatorApplication,
	recordFlag: string | undefined,
): void {
	if (recordFlag === 'true' && application.recording === false) throw refuse('recordingOff');
}

/** An X number that takes no bindings is refused with 1012102. */
export function requireNormal(number: PoolNumber | undefined): void {
	if (number && refusesBindings(number)) throw refuse('numberAbnormal');
}

/**
 * A and B must be real numbers of people (common.json, limits.numbers): a privacy number, of whichever
 * application, is refused with 1010002.
 */
export function requireReal(
	{ isKnownNumber }: Pick<ModeSetting, 'isKnownNumber'>,
	numbers: Readonly<Record<string, string | undefined>>,
): void {
	for (const [name, number] of Object.entries(numbers)) {
		if (number !== undefined && isKnownNumber(number)) throw invalid(name);
	}
}

/** Fields of an event, with the hang-up cause in a disconnect. */
export const eventFields = (
	legs: readonly EventField[],
	atTheEnd: readonly EventField[],
	isEnd = false,
): readonly EventField[] => [
	'sessionId',
	'timestamp',
	...legs,
	...(isEnd ? (['stateCode', 'stateDesc'] as const) : []),
	...atTheEnd,
];
