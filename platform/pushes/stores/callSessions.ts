import { openStore } from '../../state/store';
import { digestKey } from './digestKey';

/** The X of each call. Its last event may be repeated for five hours after it. */
const numbers = openStore<string>({ most: 20_000, lifeMs: 12 * 3_600_000 });

/** Takes note of the privacy number that a call goes through. */
export function rememberNumber(receiver: string, sessionId: string, privateNumber: string): void {
	numbers.set(digestKey(receiver, sessionId), privateNumber);
}

/** The privacy number of a call, where an event of it has told it to this process. */
export function numberOfCall(receiver: string, sessionId: string): string | undefined {
	return numbers.get(digestKey(receiver, sessionId));
}
