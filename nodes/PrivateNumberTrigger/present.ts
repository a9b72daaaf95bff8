import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { JsonObject } from '../../platform/wire/json';
import type { PrivateNumberEvent } from '../../platform/pushes/events';
import { maskNumbers } from '../../platform/pushes/mask';
import type { Push, PushKind } from '../../platform/pushes/notifications';
import type { TriggerSettings } from './settings';

/** Outputs in the order in which the editor shows them when each kind has its own. */
export const OUTPUTS = ['Calls', 'Call Records', 'SMS', 'Number Status'] as const;

const OUTPUT_OF: Readonly<Record<PushKind, number>> = {
	call: 0,
	fee: 1,
	sms: 2,
	numStatus: 3,
	unknown: 0,
};

/** What the workflow gets: one item a record, or the platform's body as it came. */
export function presentPush(
	push: Push,
	events: readonly PrivateNumberEvent[],
	body: JsonObject,
	settings: Pick<TriggerSettings, 'simplify' | 'separateOutputs' | 'maskNumbers'>,
): INodeExecutionData[][] {
	const shown: object[] = settings.simplify ? [...events] : [body];
	const items = shown.map((json) => {
		const seen = (settings.maskNumbers ? maskNumbers(json) : json) as IDataObject;
		return { json: settings.simplify ? withCallerNumber(seen) : seen };
	});
	if (!settings.separateOutputs) return [items];
	return OUTPUTS.map((_, index) => (index === OUTPUT_OF[push.kind] ? items : []));
}

/**
 * n8n's expressions refuse the name `caller`, which is one of JavaScript's own: a caller that was
 * dragged into a parameter would end the workflow. The number stands under a second name as well.
 */
function withCallerNumber(item: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(item).flatMap(([name, value]) =>
			name === 'caller'
				? [
						[name, value],
						['callerNumber', value],
					]
				: [[name, value]],
		),
	) as IDataObject;
}
