import { startChild } from './childProcess';
import type { Part } from './figures';
import type { RecordingResult, RecordingTask } from './recordingProcess';
import type { ServerCounts, ServerTask } from './server';
import { interleave, median } from './statistics';

const MEGABYTES = 200;

/** A long recording on its way to n8n's binary data on disk. */
export const recording: Part = async ({ short, say }) => {
	const server = await startChild<ServerTask, ServerCounts>('server');
	const node = await startChild<RecordingTask, RecordingResult>('recordingProcess');
	const bare = await startChild<RecordingTask, RecordingResult>('recordingProcess');
	try {
		const { url } = await server.ask({ task: 'begin', behaviour: {} });
		const growth: number[] = [];
		const bareGrowth: number[] = [];
		const candidates = {
			node: async () => {
				const result = await node.ask({ candidate: 'node', url, megabytes: MEGABYTES });
				growth.push(result.growth);
				return result.ms;
			},
			undici: async () => {
				const result = await bare.ask({ candidate: 'undici', url, megabytes: MEGABYTES });
				bareGrowth.push(result.growth);
				return result.ms;
			},
		};
		say(`${MEGABYTES} MB to disk`);
		// A first small one loads code, whose memory is not the recording's. Memory that a large one
		// needs stays with the process: it is seen when the first large one comes.
		await node.ask({ candidate: 'node', url, megabytes: 1 });
		await bare.ask({ candidate: 'undici', url, megabytes: 1 });
		const times = await interleave(candidates, short ? 3 : 9);
		const live = await node.ask({ candidate: 'node', url, megabytes: MEGABYTES, live: true });
		return {
			figures: [
				{
					name: `${MEGABYTES} MB recording: most live memory added by the node`,
					value: live.growth / 1024 ** 2,
					unit: 'MB',
					goal: { atMost: 32 },
				},
				{
					name: `${MEGABYTES} MB recording: growth of the process, the node`,
					value: Math.max(...growth) / 1024 ** 2,
					unit: 'MB',
				},
				{
					name: `${MEGABYTES} MB recording: growth of the process, the bare stream`,
					value: Math.max(...bareGrowth) / 1024 ** 2,
					unit: 'MB',
				},
				{
					name: `${MEGABYTES} MB recording: speed over a bare undici stream to a file`,
					value: median(times.undici) / median(times.node),
					unit: '×',
					goal: { atLeast: 0.9 },
				},
			],
			samples: { times, growth, bareGrowth, live },
		};
	} finally {
		for (const child of [server, node, bare]) child.stop();
	}
};
