import { PlatformError, type Holder } from '../codes/errors';
import { categoryOf } from '../codes/refusals';
import type { Binding } from './binding';

/**
 * Does something, and where the platform refuses it because a number or extension is taken, asks who
 * has it. A question that fails leaves the refusal as it was.
 *
 * @param look finds the bindings that stand in the way
 * @throws PlatformError with `holders`
 */
export async function tellingHolders<Result>(
	act: () => Promise<Result>,
	look: () => Promise<readonly Holder[]>,
): Promise<Result> {
	try {
		return await act();
	} catch (error) {
		if (!(error instanceof PlatformError) || !isTaken(error)) throw error;
		const holders = await look().catch(() => []);
		const { code, text, detail, outcome, httpStatus, afterLost } = error;
		throw new PlatformError({ code, text, detail, outcome, httpStatus, afterLost, holders });
	}
}

/** What people are told of a binding that stands in the way. */
export function holder(
	{ privateNumber, extension, numberA, numberB, subscriptionId }: Binding,
	more: Pick<Holder, 'who' | 'isWanted'> = {},
): Holder {
	const told = { privateNumber, extension, numberA, numberB, subscriptionId, ...more };
	return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** Whether something is taken. No free number of an area is nobody's doing. */
function isTaken(error: PlatformError): boolean {
	return ['conflict', 'limit', 'resource'].includes(categoryOf(error) ?? '');
}
