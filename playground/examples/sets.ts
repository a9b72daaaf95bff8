import type { ModeName, PushUrls, SimulatorApplication } from '../../simulator';
import type { Cell } from './dataTables';
import type { Surroundings } from './templates';
import { fanOutTakers, startOf } from './fanOutTakers';
import type { WorkflowDocument } from '../n8n/types';
import { phones } from './phones';

/** An example workflow and its place in the playground. */
export interface Example {
	/** File name in `templates/` without its ending; also the ID of the workflow. */
	id: string;
	/** Mode of the application whose credential its nodes get. */
	mode: ModeName;
	/** Pushes of that application that its trigger gets; the platform has one address for each kind. */
	pushes?: readonly (keyof PushUrls)[];
	/** What its notes ask for. */
	fill?: (application: SimulatorApplication) => Surroundings['fill'];
	/** What its data table holds at first. */
	rows?: (application: SimulatorApplication) => Record<string, Cell>[];
	/** Workflows that it starts. */
	starts?: readonly { id: string; document: WorkflowDocument }[];
}

const everything = ['callEvent', 'callRecord', 'sms', 'smsControl', 'numberStatus'] as const;

/** Order to recording: what every playground has. */
export const mainExamples: readonly Example[] = [
	{ id: 'call-record-recording-to-file', mode: 'AXB', pushes: everything },
	{ id: 'order-to-bind', mode: 'AXB' },
];

/**
 * Every template, the one to try first in front. Those that suit any mode stand where the address of
 * their pushes is free, so that all run side by side.
 */
export const everyExample: readonly Example[] = [
	...mainExamples,
	{ id: 'order-closed-to-unbind', mode: 'AXB' },
	{
		id: 'nightly-clean-up',
		mode: 'AXB',
		rows: ({ numbers }) =>
			numbers.map(({ number, areaCode }) => ({ privateNumber: plain(number), note: areaCode })),
	},
	{ id: 'ax-sms-moderation', mode: 'AX', pushes: ['sms', 'smsControl'] },
	{ id: 'call-records-to-table', mode: 'AX', pushes: ['callRecord'] },
	{
		id: 'axe-extension-desk',
		mode: 'AXE',
		fill: (application) => ({ 'Give Extension': { virtualNum: plain(firstNumber(application)) } }),
	},
	{ id: 'missed-call-to-task', mode: 'AXE', pushes: ['callRecord'] },
	{
		id: 'fan-out',
		mode: 'AXYB',
		pushes: everything,
		fill: () => Object.fromEntries(fanOutTakers.map((taker) => [taker.kind, startOf(taker)])),
		starts: fanOutTakers,
	},
	{
		id: 'x-call-routing',
		mode: 'X',
		pushes: ['callEvent'],
		rows: (application) => [
			{
				privateNumber: plain(firstNumber(application)),
				destination: phones[1],
				note: 'Phone 2 of the simulator',
			},
		],
	},
];

/** A number as people in China dial it. */
function plain(number: string): string {
	return number.replace('+86', '');
}

function firstNumber({ numbers: [first] }: SimulatorApplication): string {
	return first?.number ?? '';
}
