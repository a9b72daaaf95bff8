import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import type { CallRequest } from '../../simulator';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { operationsOf, type OperateOptions, type Parameters } from './operate';
import { recordedCall } from './outputs/example';

/** Downloads of recordings in AXB, for all tests of a block. */
export function downloads() {
	const platform = sharedPlatform(() => startMode('AXB'));
	const run = operationsOf(PrivateNumberAxb, () => platform);
	return {
		platform,
		run,
		download: async (parameters: Parameters, options?: OperateOptions) =>
			await run('recording', 'download', { binaryPropertyName: 'data', ...parameters }, options),
		/** Parameters that name the recording of a new call. */
		byFile: async (more: Partial<CallRequest> = {}) => ({
			source: 'file',
			...(await recordedCall(platform, more)),
		}),
	};
}
