import { ask } from '../../playground/n8n/ask';
import { chain, publish } from '../../playground/examples/chain';
import { packageNode } from '../../playground/n8n/nodeTypes';
import { sharedPlayground } from './shared';
import { waitFor } from './waiting';

describe('an n8n that starts behind a proxy that asks for its readiness', () => {
	const playground = sharedPlayground({
		isProxied: true,
		simulator: {
			applications: [{ appKey: 'key', appSecret: 'secret', mode: 'AXB', numbers: [] }],
		},
	});
	let url: string;

	beforeAll(async () => {
		const { api, n8n, credentials } = playground;
		const [credential] = credentials;
		const trigger = { name: 'Event', type: packageNode('privateNumberTrigger'), credential };
		({ url } = await publish(api, n8n.webhookBase, chain('Events', [trigger])));
	});

	it('takes no push before the trigger listens', async () => {
		const { n8n } = playground;
		const statuses = new Set<number>();
		const until = async (wanted: number): Promise<void> => {
			const ask = async (): Promise<true | undefined> => {
				const status = await push(url);
				statuses.add(status);
				return status === wanted ? true : undefined;
			};
			// n8n listens for a few hundredths of a second before it is ready.
			await waitFor(`an answer of ${wanted}`, ask, 240, 10);
		};
		await n8n.main.kill();
		await until(503);
		// The trigger refuses a push without a signature: an answer of 200 is none of its answers.
		await Promise.all([n8n.restart(n8n.main), until(401)]);
		expect([...statuses]).not.toContain(200);
	});
});

/** HTTP status of the answer to a push without a signature; 0 when there is no answer. */
async function push(url: string): Promise<number> {
	try {
		const answer = await ask(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json;charset=UTF-8' },
			body: '{"eventType":"fee","feeLst":[]}',
		});
		return answer.status;
	} catch {
		return 0;
	}
}
