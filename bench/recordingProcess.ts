import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';

import { BinaryDataService } from 'n8n-core';
import { request } from 'undici';

import { runNode } from '../test/nodes/engine';
import { serve } from './childProcess';
import { fromPackage } from './package';

/** Which way a recording shall take to the disk. */
export interface RecordingTask {
	candidate: 'node' | 'undici';
	/** Base URL of the server. */
	url: string;
	megabytes: number;
	/** Whether to look at live memory, which takes time; otherwise at the memory of the process. */
	live?: boolean;
}

/** How it went. */
export interface RecordingResult {
	ms: number;
	/** Highest growth of the memory that was looked at, in bytes. */
	growth: number;
}

const { PrivateNumberAxb } = fromPackage(
	'nodes/PrivateNumberAxb/PrivateNumberAxb.node',
) as typeof import('../nodes/PrivateNumberAxb/PrivateNumberAxb.node');
/** The engine's own container: other packages have one each. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: { get<Type>(type: new (...parts: never[]) => Type): Type };
};
const keys = { appKey: 'benchAppKey0001', appSecret: 'benchAppSecret0001' };

serve<RecordingTask, RecordingResult>(async ({ candidate, url, megabytes, live = false }) => {
	const address = `${url}/recording/${megabytes}/call.wav`;
	const look = live ? liveMemory : () => process.memoryUsage.rss();
	globalThis.gc?.();
	const before = look();
	let peak = before;
	const timer = setInterval(
		() => {
			peak = Math.max(peak, look());
		},
		live ? 100 : 10,
	);
	const start = performance.now();
	const size = candidate === 'node' ? await byNode(address, url) : await bare(address);
	const ms = performance.now() - start;
	clearInterval(timer);
	if (size !== megabytes * 1024 * 1024) throw new Error(`The recording has ${size} bytes.`);
	return { ms, growth: peak - before };
});

/** Objects and buffers that are in use. Buffers that wait for the garbage collector do not count. */
function liveMemory(): number {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** The node, with n8n's binary data on disk. */
async function byNode(address: string, baseUrl: string): Promise<number> {
	const files = Container.get(BinaryDataService);
	await files.init();
	const result = await runNode(
		new PrivateNumberAxb(),
		{
			resource: 'recording',
			operation: 'download',
			source: 'url',
			url: address,
			binaryPropertyName: 'data',
			options: { allowedHosts: '127.0.0.1' },
		},
		{ credential: { ...keys, baseUrl, authentication: 'aksk' } },
	);
	const stored = result.outputs[0]?.[0]?.binary?.data;
	if (!stored?.id) throw new Error(result.error?.message ?? 'The recording is not on disk.');
	await rm(files.getPath(stored.id));
	return stored.bytes ?? 0;
}

/** The same bytes to the same disk with nothing between. */
async function bare(address: string): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'private-number-bench-'));
	try {
		const { body } = await request(address);
		const file = createWriteStream(join(folder, 'call.wav'));
		await pipeline(body, file);
		return file.bytesWritten;
	} finally {
		await rm(folder, { recursive: true });
	}
}
