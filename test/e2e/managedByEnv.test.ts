import { join } from 'node:path';

import { ensureN8n } from '../../playground/n8n/install/n8n';
import { signIn, type N8nApi } from '../../playground/n8n/api';
import { startN8n } from '../../playground/n8n/process';
import { playgroundOwner } from '../../playground/playground';
import { shared } from '../shared';
import { startPackageRegistry } from './npmRegistry';

/** docs/installation.md promises what is tried here. */
describe('an n8n whose packages are managed by its environment', () => {
	const registry = shared({
		start: startPackageRegistry,
		end: (running) => running.close(),
	});

	/** Starts n8n with a list of packages in its environment; always the same n8n. */
	async function start<T>(
		packages: object[],
		look: (api: N8nApi, log: () => string) => Promise<T>,
	): Promise<T> {
		const n8n = await startN8n({
			install: await ensureN8n(),
			userFolder: join(registry.folder, 'home'),
			environment: {
				...registry.environment,
				// As the next major version of n8n has it by default.
				N8N_UNVERIFIED_PACKAGES_ENABLED: 'false',
				N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV: 'true',
				N8N_COMMUNITY_PACKAGES: JSON.stringify(packages),
			},
		});
		try {
			return await look(await signIn(n8n.url, playgroundOwner), () => n8n.log());
		} finally {
			await n8n.stop();
		}
	}
	const nodes = async (api: N8nApi): Promise<string[]> => {
		const types = (await (await api.file('/types/nodes.json')).json()) as Array<{ name: string }>;
		return types.map(({ name }) => name).filter((name) => name.startsWith(registry.packed.name));
	};
	/** What a release prints, with this digest. */
	const pinned = (checksum: string) => [
		{ name: registry.packed.name, version: registry.packed.version, checksum },
	];

	it('refuses a package whose digest is not the listed one, and starts without it', async () => {
		const other = `sha512-${Buffer.alloc(64, 1).toString('base64')}`;
		await start(pinned(other), async (api, log) => {
			expect(await nodes(api)).toEqual([]);
			expect(log()).toMatch(
				/Failed to install community package .* Failed to verify package checksum/,
			);
		});
		expect(registry.asked.filter((path) => path.endsWith('.tgz'))).toEqual([]);
	});

	it('installs the listed version, although unverified packages are forbidden', async () => {
		await start(pinned(registry.integrity), async (api) => {
			expect(await nodes(api)).toContain(`${registry.packed.name}.privateNumberTrigger`);
			const installed = await api.request<Array<{ packageName: string; installedVersion: string }>>(
				'GET',
				'/rest/community-packages',
			);
			expect(installed).toMatchObject([
				{ packageName: registry.packed.name, installedVersion: registry.packed.version },
			]);
		});
	});

	it('uninstalls what is not listed', async () => {
		await start([], async (api, log) => {
			expect(await nodes(api)).toEqual([]);
			expect(log()).toContain(`Removed community package '${registry.packed.name}'`);
		});
	});
});
