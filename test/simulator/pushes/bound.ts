import type { Simulator } from '../../../simulator';
import { open, openReceiver, type Receiver } from '../helpers';

export const a = '+8613800000021';
export const b = '+8613800000023';
export const x = '+8613800006666';

/** A simulator with A and B bound on X, and the customer who gets all its pushes. */
export async function bound(
	options: Parameters<typeof open>[0] = {},
): Promise<[Simulator, Receiver]> {
	const receiver = await openReceiver();
	const simulator = await open(options);
	simulator.setPushUrls({ all: receiver.url });
	simulator.bind('axbKey', { callerNum: a, calleeNum: b, relationNum: x, userData: 'order-1' });
	return [simulator, receiver];
}
