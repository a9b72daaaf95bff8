import type { CallRequest, Simulator } from '../../../simulator';
import { bodies, fee, open, openReceiver, part } from '../helpers';

export const a = '+8613800000021';
export const b = '+8613800000023';
export const x = '+8613800006666';

/** A simulator with A and B bound on X; its pushes go nowhere useful but are recorded. */
export async function bound(
	more: object = {},
	options: Parameters<typeof open>[0] = {},
): Promise<Simulator> {
	const receiver = await openReceiver();
	const simulator = await open(options);
	simulator.setPushUrls({ all: receiver.url });
	simulator.bind('axbKey', { callerNum: a, calleeNum: b, relationNum: x, ...more });
	return simulator;
}

/** Places a call and returns the kinds of its pushes and its call record. */
export async function place(
	simulator: Simulator,
	request: Partial<CallRequest> = {},
): Promise<{ events: string[]; record: Record<string, unknown>; last: Record<string, unknown> }> {
	simulator.startCall({ caller: a, called: x, ...request });
	await simulator.waitForIdle();
	const [record] = bodies(simulator, 'fee');
	const last = part(bodies(simulator, 'disconnect')[0], 'statusInfo');
	return { events: simulator.pushes.map(({ event }) => event), record: fee(record), last };
}
