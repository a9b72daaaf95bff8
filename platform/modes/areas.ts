import { checkLength, checkPresent } from '../wire/rules';

/** What the platform does when no number of the area is free: 0 refuses, 1 looks in other areas. */
export type AreaMatchMode = '0' | '1';

/** Where the platform picks a free number (城市码). */
export interface Area {
	/** City code with its leading 0, e.g. `0755`. */
	areaCode: string;
	areaMatchMode?: AreaMatchMode;
}

/**
 * Checks an area in which the platform shall pick a number.
 *
 * @throws InputError when the city code is missing or too long
 */
export function checkArea({ areaCode }: Area): void {
	checkPresent('areaCode', areaCode, 'areaOfNumber');
	checkLength('areaCode', areaCode, 32);
}
