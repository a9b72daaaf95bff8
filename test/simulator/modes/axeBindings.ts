import type { Simulator, SimulatorApplication } from '../../../simulator';
import { applicationOf, call, open, outcome } from '../helpers';

export const path = '/rest/caas/extendnumber/v1.0';
export const listPath = '/rest/caas/extendnumber/v2.0';
export const countPath = '/rest/caas/virtualnumber/v1.0';
export const a = '+8613900008888';
export const b = '+8613800000022';
export const x = '+8613800006666';
export const wireX = '%2B8613800006666';

export const openAxe = (
	more: Partial<SimulatorApplication> = {},
	options = {},
): Promise<Simulator> => open({ applications: [applicationOf('AXE', more)], ...options });

export async function bind(
	simulator: Simulator,
	more: object = {},
): Promise<Record<string, unknown>> {
	const answer = await call(simulator, 'POST', path, { virtualNum: x, bindNum: a, ...more });
	expect(outcome(answer)).toBe('200 0');
	return answer.json;
}

export const person = (index: number): string => `+861390000${String(1000 + index)}`;
