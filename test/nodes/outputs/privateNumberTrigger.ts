import type { IDataObject } from 'n8n-workflow';

import { signRequest } from '../../../platform/application/signature';
import type { ModeName, SampleKind } from '../../../simulator';
import pushes from '../../platform/fixtures/pushes.json';
import { KEYS, startPlatform } from '../fixture';
import { startWebhookServer } from '../webhookServer';

/** Every kind of push that a mode has. */
const SAMPLES: ReadonlyArray<[ModeName, readonly SampleKind[]]> = [
	['AXB', ['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee', 'sms', 'numStatus']],
	['AX', ['callin', 'disconnect', 'fee', 'sms', 'smsBlock']],
	['AXE', ['callin', 'collectInfo', 'disconnect', 'fee']],
	['AXYB', ['callin', 'disconnect', 'fee']],
	['X', ['callin', 'disconnect', 'fee', 'smsBlock']],
];

/** What no sample shows. */
const OTHERS: readonly object[] = [
	// A field that Huawei opens on request, and one of a later version.
	{
		eventType: 'disconnect',
		statusInfo: { sessionId: 's1', stateCode: 0, callRelDirection: '1', newField: 'new' },
	},
	// A record without a name of its recording has its address.
	{
		eventType: 'fee',
		feeLst: [{ icid: 'i1', recordFlag: 1, recordFileDownloadUrl: 'https://example.com/r.wav' }],
	},
	{
		eventType: 'numStatus',
		numInfo: [{ number: '+8617000000001', status: '10', cause: '2' }],
	},
	{ eventType: 'later', laterInfo: {} },
];

/** Items of every kind of push, simplified as they are unless told otherwise. */
export async function triggerItems(events: readonly string[]): Promise<IDataObject[]> {
	const platform = await startPlatform('AXB');
	const trigger = await startWebhookServer({ events: [...events] });
	try {
		for (const [mode, kinds] of SAMPLES) {
			for (const kind of kinds) {
				await platform.simulator.sendSample({
					kind,
					mode,
					url: trigger.url,
					...KEYS,
					userData: 'order-17',
				});
			}
		}
		const bodies = [...pushes.map(({ body }) => body), ...OTHERS];
		for (const body of bodies) await trigger.post(body, { ...signRequest(KEYS, 'aksk') });
		return trigger.items();
	} finally {
		await trigger.close();
		await platform.close();
	}
}
