import type { FaultRequest } from '../../simulator';
import type { Fixture } from './fixture';

/** The ways in which the answer to a request can be lost. */
export const LOST: ReadonlyArray<[how: string, fault: FaultRequest]> = [
	['after the platform has acted', { kind: 'reset', acts: true }],
	['before the platform has acted', { kind: 'reset' }],
	['by a gateway, after the platform has acted', { kind: 'badGateway', acts: true }],
	['in the middle of the answer', { kind: 'cutAnswer' }],
	['in the middle of its JSON', { kind: 'truncatedJson' }],
	['by an internal fault', { kind: 'internalError' }],
];

/** The fault meets the next request with this method. */
export function faultOnce({ simulator }: Fixture, fault: FaultRequest, method: string): void {
	simulator.setFault({ ...fault, method, times: 1 });
}
