import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { KIND_ROWS, type PrivateNumberEvent } from '../../platform/pushes/kinds';
import { maskNumbers } from '../../platform/pushes/mask';
import type { Push } from '../../platform/pushes/notifications';
import type { JsonObject } from '../../platform/wire/json';
import { localTime } from '../shared/localTime';
import type { TriggerSettings } from './settings';

/** What an event has as a time. */
const TIMES = ['time', 'callTime', 'alertingTime', 'answerTime', 'endTime'];

/** What an item depends on beside the push. */
export interface Presentation
	extends Pick<TriggerSettings, 'simplify' | 'separateOutputs' | 'maskNumbers'> {
	/** Time zone of the workflow. */
	timeZone: string;
	/** What digests of masked numbers are made with. */
	maskKey: string;
}

/** What the workflow gets: one item a record, or the platform's body as it came. */
export function presentPush(
	push: Push,
	events: readonly PrivateNumberEvent[],
	body: JsonObject,
	settings: Presentation,
): INodeExecutionData[][] {
	const shown = settings.simplify
		? events.map((event) => inLocalTimes(event, settings.timeZone))
		: [body];
	const items = shown.map((json) => ({
		json: (settings.maskNumbers ? maskNumbers(json, settings.maskKey) : json) as IDataObject,
	}));
	if (!settings.separateOutputs) return [items];
	const output = Math.max(
		KIND_ROWS.findIndex(({ kind }) => kind === push.kind),
		0,
	);
	return KIND_ROWS.map((_, index) => (index === output ? items : []));
}

/** The event with its times as the people of the workflow read them. */
function inLocalTimes(event: PrivateNumberEvent, timeZone: string): object {
	return Object.fromEntries(
		Object.entries(event).map(([name, value]) => [
			name,
			TIMES.includes(name) ? localTime(value as string, timeZone) : (value as unknown),
		]),
	);
}
