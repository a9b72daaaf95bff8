import type { Simulator, SimulatorApplication } from '../../../simulator';
import { applicationOf, call, open, outcome } from '../helpers';

export const path = '/rest/provision/caas/privatenumber/v1.0';
export const temporaryPath = '/rest/caas/privatenumber/calleenumber/v1.0';
export const a = '+8613800008888';
export const b = '+8613800000022';
export const x = '+8613800006666';

export const openAx = (
	more: Partial<SimulatorApplication> = {},
	options = {},
): Promise<Simulator> => open({ applications: [applicationOf('AX', more)], ...options });

export async function bind(simulator: Simulator, more: object = {}): Promise<string> {
	const answer = await call(simulator, 'POST', path, { origNum: a, privateNum: x, ...more });
	expect(outcome(answer)).toBe('200 0');
	return String(answer.json.subscriptionId);
}
