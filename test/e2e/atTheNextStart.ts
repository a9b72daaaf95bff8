import { join } from 'node:path';

import { ensureExample } from '../../playground/examples/ensureExample';
import type { Surroundings } from '../../playground/examples/templates';
import type { StoredWorkflow, WorkflowNode } from '../../playground/n8n/types';
import type { Playground } from '../../playground/playground';
import { examples } from './user';

/** What becomes of examples that are there already when the playground starts. */
export function atTheNextStart(playground: Playground): void {
	describe('an example at the next start', () => {
		const again = async (id: string, more: Partial<Surroundings> = {}): Promise<StoredWorkflow> => {
			const [credential] = playground.credentials;
			if (!credential) throw new Error('The playground has no credential.');
			const { filesFolder } = playground.n8n;
			return await ensureExample(playground.api, id, { credential, filesFolder, ...more });
		};
		const atAddress = async (robotAddress: string): Promise<StoredWorkflow> =>
			await again(examples.orders, { settings: { robotAddress } });
		const settingsOf = ({ nodes }: StoredWorkflow): string =>
			JSON.stringify(nodes.find(({ name }) => name === 'Settings')?.parameters);
		/** Writes into its step Settings, as its user does, without publishing it. */
		const edit = async ({ id, nodes }: StoredWorkflow, from: string, to: string) =>
			await playground.api.updateWorkflow(id, {
				nodes: nodes.map((node) =>
					node.name === 'Settings'
						? (JSON.parse(JSON.stringify(node).replace(from, to)) as WorkflowNode)
						: node,
				),
			});
		const [first, second, third] = [1, 2, 3].map((port) => `http://127.0.0.1:${port}/robots/wecom`);

		it('has the new address of the simulator, is published, and keeps what its user has changed', async () => {
			const before = await atAddress(first ?? '');
			expect(settingsOf(before)).toContain(first);
			const edited = await edit(before, '"value":"zh"', '"value":"en"');
			await playground.api.activate(edited.id, edited.versionId);
			const after = await atAddress(second ?? '');
			expect(settingsOf(after)).toContain(second);
			expect(settingsOf(after)).toContain('"value":"en"');
			expect(after.active).toBe(true);
			expect(after.activeVersionId).toBe(after.versionId);
			expect((await atAddress(second ?? '')).versionId).toBe(after.versionId);
		});

		it('stays off when its user has switched it off, with the new address in it', async () => {
			await playground.api.request('POST', `/rest/workflows/${examples.orders}/deactivate`, {});
			const after = await atAddress(third ?? '');
			expect(after.active).toBe(false);
			expect(settingsOf(after)).toContain(third);
			expect((await atAddress(third ?? '')).active).toBe(false);
		});

		it('does not publish what its user has not', async () => {
			const published = await again(examples.recordings);
			const draft = await edit(published, '"value":1', '"value":7');
			expect(draft.versionId).not.toBe(published.versionId);
			const filesFolder = join(playground.n8n.filesFolder, 'elsewhere');
			const after = await again(examples.recordings, { filesFolder });
			expect(settingsOf(after)).toContain('elsewhere');
			expect(settingsOf(after)).toContain('"value":7');
			expect(after.activeVersionId).toBe(published.activeVersionId);
		});

		it('is its template again when that has changed, and ends an import that was cut short', async () => {
			const { api, workflows } = playground;
			const meta = { playground: { template: 'an earlier one', surroundings: {} } };
			await api.updateWorkflow(examples.recordings, { meta });
			const renewed = await again(examples.recordings);
			expect(settingsOf(renewed)).not.toContain('elsewhere');
			expect(renewed.activeVersionId).toBe(renewed.versionId);
			expect(await api.workflows()).toHaveLength(workflows.length);
			await api.updateWorkflow(examples.orders, { meta: {} });
			expect(await atAddress(first ?? '')).toMatchObject({ active: true });
		});
	});
}
