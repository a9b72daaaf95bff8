import { openDataTable, findDataTable } from '../../../playground/examples/dataTables';
import type { Cell } from '../../../playground/examples/dataTables';
import type { Playground } from '../../../playground/playground';
import type { Call, ModeName, RobotKind } from '../../../simulator';
import { playgroundApplications } from '../../../simulator/defaults';
import { importTemplate } from '../../templates/user';
import type { Imported, Preparation } from '../../templates/user';
import type { StandIn } from './standIn';

/** What the tests of the examples share: an n8n, the simulated platform with its robots, a model. */
export interface World {
	playground: Playground;
	standIn: StandIn;
	/** What the group has read, oldest first; messages that a robot refused are not among it. */
	told: () => string[];
	/** The settings of an example for a robot of the simulator. */
	robotOf: (robot: RobotKind) => { robot: string; robotAddress: string; robotSecret: string };
	/** Imports an example as its user does, with the robot of 企业微信 in its settings. */
	use: (template: string, more?: Partial<Preparation>) => Promise<Imported>;
	/** Places a call and waits until it is over. */
	call: (order: object) => Promise<Call>;
	/** Binds the two phones over the first number of AXB. */
	bindPair: (more?: object) => string;
	rows: (table: string) => Promise<Record<string, Cell>[]>;
	/** Removes all rows of a table, if it is there. */
	empty: (table: string) => Promise<void>;
}

/** Numbers of the two phones. */
export const phoneA = '13800000021';
export const phoneB = '13800000023';

/** First number of each application of the simulator, as people dial it. */
export const [axb = '', ax = '', axe = '', axyb = '', x = ''] = playgroundApplications.map(
	({ numbers: [first] }) => first?.number.replace('+86', '') ?? '',
);

/** All numbers of the AXB application. */
export const axbNumbers = (playgroundApplications[0]?.numbers ?? []).map(({ number }) => number);

/** Names of the tables that the examples make. */
export const tables = {
	bindings: 'Private Number Bindings',
	calls: 'Private Number Calls',
	callbacks: 'Private Number Callbacks',
	stock: 'Private Number Stock',
	transcripts: 'Private Number Transcripts',
} as const;

/** Puts what the tests need at hand. */
export function makeWorld(playground: Playground, standIn: StandIn): World {
	/** Whoever was imported before under the same addresses. */
	const listening = new Map<string, string>();
	const robotOf: World['robotOf'] = (robot) => {
		const found = playground.simulator.state().robots.find((one) => one.robot === robot);
		return { robot, robotAddress: found?.url ?? '', robotSecret: found?.secret ?? '' };
	};
	return {
		playground,
		standIn,
		robotOf,
		told: () =>
			playground.simulator.robotMessages
				.filter(({ refusal }) => refusal === undefined)
				.map(({ text }) => text),
		async use(template, { mode = 'AXB' as ModeName, settings, ...more } = {}) {
			const earlier = listening.get(template);
			if (earlier !== undefined) {
				await playground.api.request('POST', `/rest/workflows/${earlier}/deactivate`, {});
			}
			const imported = await importTemplate(playground, {
				template,
				mode,
				settings: { ...robotOf('wecom'), ...settings },
				...more,
			});
			listening.set(template, imported.id);
			return imported;
		},
		async call(order) {
			const { simulator } = playground;
			const request = { ringSeconds: 1, talkSeconds: 5, ...order } as Parameters<
				typeof simulator.startCall
			>[0];
			return await simulator.waitForCall(simulator.startCall(request).sessionId);
		},
		bindPair(more = {}) {
			const pair = { callerNum: phoneA, calleeNum: phoneB, relationNum: axb, ...more };
			return String(playground.simulator.bind('playgroundAxbKey', pair).subscriptionId);
		},
		async rows(table) {
			return await (await openDataTable(playground.api, table)).rows();
		},
		async empty(table) {
			const found = await findDataTable(playground.api, table);
			await found?.clear();
		},
	};
}
