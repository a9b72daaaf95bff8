import { startSimulator, type Simulator } from '../simulator';
import type { FlowControlRule } from '../simulator/config/behaviour';
import { serve } from './childProcess';

/** What the platform's side of the part `pace` is asked to do. */
export type PaceServerTask =
	/** Opens an application for each rule; one without a rule is not limited. */
	| { task: 'open'; rules: Array<FlowControlRule | undefined> }
	/** Tells how often each application was refused, and closes. */
	| { task: 'close' };

/** Its answer. */
export interface PaceServerResult {
	url: string;
	appKeys: string[];
	/** Refusals of each application. */
	refusals: number[];
}

let open: { simulator: Simulator; appKeys: string[] } | undefined;

serve<PaceServerTask, PaceServerResult>(async (task) => {
	if (task.task === 'open') {
		const appKeys = task.rules.map((_, index) => `paceAppKey${index}`);
		const applications = task.rules.map((rule, index) => ({
			appKey: appKeys[index] ?? '',
			appSecret: 'benchAppSecret0001',
			mode: 'AXB' as const,
			numbers: [{ number: '+8617000000001', areaCode: '0755' }],
			flowControl: rule ?? ('off' as const),
		}));
		open = { simulator: await startSimulator({ applications }), appKeys };
	}
	if (!open) throw new Error('No applications are open.');
	const { simulator, appKeys } = open;
	const refused = simulator.requests.filter(({ status }) => status === 403);
	const refusals = appKeys.map((own) => refused.filter(({ appKey }) => appKey === own).length);
	if (task.task === 'close') await simulator.close();
	return { url: simulator.url, appKeys, refusals };
});
