import type { ModeName, PushUrls, SimulatorApplication } from '../../simulator';
import type { Cell } from './dataTables';
import type { Settings } from './templates';
import { phones } from './phones';

/** An example workflow and its place in the playground. */
export interface Example {
	/** File name in `templates/` without its ending; also the ID of the workflow. */
	id: string;
	/** Mode of the application whose credential its nodes get. */
	mode: ModeName;
	/** Pushes of that application that its trigger gets; the platform has one address for each kind. */
	pushes?: readonly (keyof PushUrls)[];
	/** What its user writes into its step Settings. */
	settings?: (application: SimulatorApplication) => Settings;
	/** Examples that it passes pushes on to, by the name of the setting that lists their addresses. */
	feeds?: Readonly<Record<string, readonly string[]>>;
	/** What its data tables hold at first, by their name. */
	rows?: (application: SimulatorApplication) => Readonly<Record<string, Record<string, Cell>[]>>;
}

const everything = ['callEvent', 'callRecord', 'sms', 'smsControl', 'numberStatus'] as const;

const recordingToFile: Example = { id: 'call-record-recording-to-file', mode: 'AXB' };

const orderToBind: Example = {
	id: 'order-to-bind',
	mode: 'AXB',
	settings: () => ({ recordHintTone: 'recordHintTone.wav' }),
	rows: ({ numbers }) => ({
		'Private Number Stock': numbers.map(({ number, areaCode }) => ({
			privateNumber: plain(number),
			areaCode,
			usable: true,
		})),
	}),
};

/** Order to recording: what every playground has. */
export const mainExamples: readonly Example[] = [
	{ ...recordingToFile, pushes: everything },
	orderToBind,
];

/**
 * Every template, the one to try first in front. One call of AXB starts all that use call records:
 * the fan-out takes the pushes of that application, and the others stand where it passes them on.
 */
export const everyExample: readonly Example[] = [
	recordingToFile,
	orderToBind,
	{ id: 'order-closed-to-unbind', mode: 'AXB' },
	{ id: 'missed-call-to-robot', mode: 'AXB' },
	{ id: 'call-records-to-table', mode: 'AXB' },
	{ id: 'call-report', mode: 'AXB' },
	{ id: 'recording-to-summary', mode: 'AXB' },
	{ id: 'number-status-to-stock', mode: 'AXB' },
	{ id: 'bulk-bind', mode: 'AXB' },
	{ id: 'nightly-clean-up', mode: 'AXB' },
	{
		id: 'ai-assistant',
		mode: 'AXB',
		settings: (application) => ({ privateNumber: plain(firstNumber(application)) }),
	},
	{
		id: 'fan-out',
		mode: 'AXB',
		pushes: ['callEvent', 'callRecord', 'sms', 'numberStatus'],
		feeds: {
			callRecords: [
				'call-records-to-table',
				'call-record-recording-to-file',
				'missed-call-to-robot',
			],
			numberStatus: ['number-status-to-stock'],
		},
	},
	{ id: 'ax-sms-moderation', mode: 'AX', pushes: ['sms', 'smsControl'] },
	{
		id: 'axe-extension-desk',
		mode: 'AXE',
		settings: (application) => ({ privateNumber: plain(firstNumber(application)) }),
	},
	{
		id: 'x-call-routing',
		mode: 'X',
		pushes: ['callEvent'],
		rows: (application) => ({
			'X Call Routes': [
				{
					privateNumber: plain(firstNumber(application)),
					destination: phones[1],
					note: 'Phone 2 of the simulator',
				},
			],
		}),
	},
	{ id: 'error-to-robot', mode: 'AXB' },
];

/** A number as people in China dial it. */
function plain(number: string): string {
	return number.replace('+86', '');
}

function firstNumber({ numbers: [first] }: SimulatorApplication): string {
	return first?.number ?? '';
}
