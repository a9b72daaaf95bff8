import type { OrderedNumber } from '../../config/applications';
import { provinceOf } from '../../wire/areas';

/** Status of an X number as in the number status push: 5 normal, 9 paused, 10 unusable, 11 frozen. */
export type NumberStatus = '5' | '9' | '10' | '11';

/** An X number of an application with its present status. */
export interface PoolNumber {
	readonly number: string;
	readonly areaCode: string;
	readonly sms: boolean;
	status: NumberStatus;
	/** Why it is unusable, as in the number status push. */
	cause?: string;
}

/** Takes no new binding (9, 10 and 11). */
export const refusesBindings = (number: PoolNumber): boolean => number.status !== '5';

/** Neither calls nor SMS work (9 and 10). */
export const isUnusable = (number: PoolNumber): boolean =>
	number.status === '9' || number.status === '10';

/** The ordered numbers of one application. */
export interface NumberPool {
	readonly all: readonly PoolNumber[];
	get(number: string): PoolNumber | undefined;
	/**
	 * Usable numbers in the order in which the platform tries them: those of the area; with loose
	 * matching then those of its province, then all others.
	 */
	inArea(areaCode: string, loose: boolean): PoolNumber[];
}

/** Opens a pool with every number in normal status. */
export function openNumberPool(ordered: readonly OrderedNumber[]): NumberPool {
	const all = ordered.map(
		({ number, areaCode, sms }): PoolNumber => ({
			number,
			areaCode,
			sms: sms ?? true,
			status: '5',
		}),
	);
	return {
		all,
		get: (number) => all.find((candidate) => candidate.number === number),
		inArea(areaCode, loose) {
			const usable = all.filter((number) => !refusesBindings(number));
			const same = usable.filter((number) => number.areaCode === areaCode);
			if (!loose) return same;
			const province = provinceOf(areaCode);
			const isNear = (number: PoolNumber): boolean =>
				province !== undefined && provinceOf(number.areaCode) === province;
			const others = usable.filter((number) => number.areaCode !== areaCode);
			return [...same, ...others.filter(isNear), ...others.filter((number) => !isNear(number))];
		},
	};
}
