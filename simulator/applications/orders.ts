import { readLoosely } from '../wire/phoneNumbers';

/** An order that the simulator cannot carry out; the message is for people. */
export class OrderError extends Error {}

/** Reads a number of an order, written loosely. Throws OrderError. */
export function orderedNumber(text: string, what: string): string {
	const number = readLoosely(text);
	if (number === undefined) throw new OrderError(`${what}: "${text}" is no mainland number.`);
	return number;
}
