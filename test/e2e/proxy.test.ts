import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chain, publish } from '../../playground/chain';
import { packageNode } from '../../playground/nodeTypes';
import { startPlayground } from '../../playground/playground';
import type { Playground } from '../../playground/playground';

describe('an n8n that starts behind a proxy that asks for its readiness', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'private-number-proxy-'));
	let playground: Playground;
	let url: string;

	beforeAll(async () => {
		playground = await startPlayground({
			userFolder,
			isProxied: true,
			simulator: {
				applications: [{ appKey: 'key', appSecret: 'secret', mode: 'AXB', numbers: [] }],
			},
		});
		const { api, n8n, credentials } = playground;
		const [credential] = credentials;
		const trigger = { name: 'Event', type: packageNode('privateNumberTrigger'), credential };
		({ url } = await publish(api, n8n.webhookBase, chain('Events', [trigger])));
	}, 900_000);

	afterAll(async () => {
		await playground.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	it('takes no push before the trigger listens', async () => {
		const { n8n } = playground;
		await n8n.main.kill();
		const restarted = n8n.restart(n8n.main);
		const statuses: number[] = [];
		while (statuses.at(-1) !== 401) {
			statuses.push(await push(url));
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		await restarted;
		// The trigger refuses a push without a signature: an answer of 200 is none of its answers.
		expect(statuses).not.toContain(200);
		expect(statuses).toContain(503);
	});
});

/** HTTP status of the answer to a push without a signature; 0 when there is no answer. */
async function push(url: string): Promise<number> {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json;charset=UTF-8' },
			body: '{"eventType":"fee","feeLst":[]}',
		});
		return answer.status;
	} catch {
		return 0;
	}
}
