import type { PoolNumber } from '../shared/numberPool';
import { invalid, refuse } from '../../wire/refusals';
import type { Fields } from '../../wire/fields';
import { requireNormal } from '../shared/checks';
import type { ModeSetting } from '../shared/mode';

/** The part of a binding that matters here. */
interface Held {
	bindNum: string;
	extendNum: string;
}

/** The extensions of the X numbers: 9, 99, 999 or 9999 on each, by their number of digits. */
export interface Extensions {
	/** Whether A has an extension on X already. */
	has(x: string, a: string): boolean;
	/** Whether X has room for one more. */
	hasRoom(x: string): boolean;
	/** Takes the wanted extension, or the lowest free one. */
	take(x: string, wanted?: string): string;
}

/** Opens the extensions of an application; `onX` tells those in use. */
export function openExtensions(length: number, onX: (x: string) => readonly Held[]): Extensions {
	const most = 10 ** length - 1;
	const spell = (value: number): string => String(value).padStart(length, '0');
	const hasRoom = (x: string): boolean => onX(x).length < most;
	return {
		has: (x, a) => onX(x).some(({ bindNum }) => bindNum === a),
		hasRoom,
		take(x, wanted) {
			const taken = new Set(onX(x).map(({ extendNum }) => extendNum));
			if (wanted !== undefined) {
				const isForm = /^\d+$/.test(wanted) && wanted.length === length && Number(wanted) > 0;
				if (!isForm) throw invalid('extendNum');
				if (taken.has(wanted)) throw refuse('extensionTaken');
				return wanted;
			}
			for (let value = 1; value <= most; value += 1) {
				if (!taken.has(spell(value))) return spell(value);
			}
			throw refuse('noNumber');
		},
	};
}

/** The X number of a bind: the given one wins over an area. */
export function chooseNumber(
	body: Fields,
	{ numbers }: ModeSetting,
	extensions: Extensions,
	a: string,
): { virtualNum: string; isGiven: boolean } {
	const given = body.number('virtualNum', 'x');
	const area = body.areaCode('areaCode');
	const matchMode = body.oneOf('areaMatchMode', ['0', '1']);
	if (given !== undefined) {
		const number = numbers.get(given);
		if (!number) throw refuse('notApplied');
		requireNormal(number);
		if (!extensions.has(given, a) && !extensions.hasRoom(given)) throw refuse('noNumber');
		return { virtualNum: given, isGiven: true };
	}
	if (area === undefined) throw invalid('virtualNum', 'or areaCode is required.');
	const isFree = ({ number }: PoolNumber): boolean =>
		!extensions.has(number, a) && extensions.hasRoom(number);
	const free = numbers.inArea(area, matchMode === '1').find(isFree);
	if (!free) throw refuse('noNumber');
	return { virtualNum: free.number, isGiven: false };
}
