import type { EventType, PushKind } from '../../platform/pushes/kinds';
import { KIND_ROWS } from '../../platform/pushes/kinds';

/** What can start the workflow: an event of the documents, or what none of them describes. */
export type ChosenEvent = EventType | 'unknown';

interface Label {
	name: string;
	description: string;
}

/** How the editor names the events. */
export const EVENT_LABELS: Readonly<Record<ChosenEvent, Label>> = {
	alerting: { name: 'Alerting', description: 'The called phone rings (振铃)' },
	answer: { name: 'Answer', description: 'The call was answered (应答)' },
	unknown: {
		name: 'Anything Else',
		description: 'What no document of the platform describes (其他), whole',
	},
	callin: { name: 'Call In', description: 'Somebody calls a privacy number (呼入)' },
	callout: { name: 'Call Out', description: 'The platform calls the other side (呼出)' },
	fee: {
		name: 'Call Record',
		description: 'Full account of a call that is over, answered or not (话单)',
	},
	collectInfo: {
		name: 'Collect Digits',
		description: 'The caller entered an extension; AXE only (收号)',
	},
	disconnect: { name: 'Disconnect', description: 'The call is over (挂机)' },
	numStatus: {
		name: 'Number Status',
		description: 'A privacy number became unusable, or usable again (X号码状态)',
	},
	sms: { name: 'SMS', description: 'A text was sent, or waits for a decision (短信)' },
};

/** How the editor names the outputs where each kind of push has its own. */
const OUTPUT_NAMES: Readonly<Record<PushKind, string>> = {
	call: 'Calls',
	fee: 'Call Records',
	sms: 'SMS',
	numStatus: 'Number Status',
};

/** Every event that can be chosen. */
export const CHOSEN_EVENTS = Object.keys(EVENT_LABELS) as ChosenEvent[];

/** The outputs in their order; what no document describes takes the first. */
export const OUTPUTS: readonly string[] = KIND_ROWS.map(({ kind }) => OUTPUT_NAMES[kind]);
