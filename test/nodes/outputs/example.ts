import type { IDataObject } from 'n8n-workflow';

import type { CallRequest } from '../../../simulator';
import { recordDomain } from '../../../simulator/wire/ids';
import type { ModeFixture } from '../modes';
import type { OperateOptions, Parameters } from '../operate';

/** Runs an operation of the node in question; a refusal is thrown. */
export type Run = (
	resource: string,
	operation: string,
	parameters?: Parameters,
	options?: OperateOptions,
) => Promise<IDataObject[]>;

/**
 * Runs one operation, as often as it takes, so that every field that it can put out is put out.
 *
 * @returns all items that the operation put out
 */
export type Example = (run: Run, platform: ModeFixture) => Promise<IDataObject[]>;

/** Examples of a node by resource and operation, e.g. `binding/create`. */
export type Examples = Readonly<Record<string, Example>>;

/** A recorded call that is over, as its call record names it. */
export async function recordedCall(platform: ModeFixture, more: Partial<CallRequest> = {}) {
	const { simulator } = platform;
	const call = { ...platform.callable(), talkSeconds: 8, ...more };
	const { sessionId } = simulator.startCall(call);
	const { recordObjectName } = await simulator.waitForCall(sessionId);
	await platform.idle();
	return { fileName: recordObjectName, recordDomain };
}

/** What every mode can do with calls and recordings. */
export const callExamples: Examples = {
	'call/end': async (run, platform) => {
		const call = { ...platform.callable(), interactive: true };
		const { sessionId } = platform.simulator.startCall(call);
		const ended = await run('call', 'end', { sessionId });
		return [...ended, ...(await run('call', 'end', { sessionId }))];
	},
	'recording/download': async (run, platform) =>
		await run('recording', 'download', {
			source: 'file',
			...(await recordedCall(platform)),
			binaryPropertyName: 'data',
		}),
	'recording/getUrl': async (run, platform) =>
		await run('recording', 'getUrl', await recordedCall(platform)),
};
