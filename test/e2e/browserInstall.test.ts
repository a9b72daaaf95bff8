import { join } from 'node:path';

import { signIn } from '../../playground/n8n/api';
import { signInPage } from '../../playground/n8n/browser';
import { ensureN8n } from '../../playground/n8n/install/n8n';
import { startN8n } from '../../playground/n8n/process';
import { playgroundOwner } from '../../playground/playground';
import { shared } from '../shared';
import { sharedWindow } from './browser';
import { startPackageRegistry } from './npmRegistry';

/** docs/installation.md, "In n8n", as it is written there. */
describe('somebody who installs the package on the page of n8n', () => {
	const window = sharedWindow();
	const n8n = shared({ start: startEmptyN8n, end: (running) => running.stop(), startMs: 900_000 });

	/** Installs what a person types, and reads what the page then says of it. */
	const install = async (typed: string): Promise<string> => {
		const { page } = window;
		await page.getByRole('button', { name: 'Install a community node' }).click();
		const dialog = page.getByRole('dialog').filter({ hasText: 'Install community nodes' });
		await dialog.getByRole('textbox').fill(typed);
		await dialog.getByRole('checkbox').click();
		await dialog.getByRole('button', { name: 'Install', exact: true }).click();
		await dialog.waitFor({ state: 'detached' });
		return await card().innerText();
	};
	const card = () => window.page.getByTestId('community-package-card');
	/** Whether n8n knows the nodes. */
	const isKnown = async (): Promise<boolean> => {
		const api = await signIn(n8n.process.url, playgroundOwner);
		return (await (await api.file('/types/nodes.json')).text()).includes(n8n.packed.name);
	};

	it('enters its name, and is told that it is installed', async () => {
		const { page } = window;
		await signInPage(page, n8n.process.url, playgroundOwner);
		await page.goto(`${n8n.process.url}/settings/community-nodes`);
		const shown = await install(n8n.packed.name);
		await window.picture('installed');
		expect(shown).toContain(n8n.packed.name);
		expect(shown).toContain(n8n.packed.version);
	});

	it('finds the nodes in a workflow', async () => {
		const { page } = window;
		await page.goto(`${n8n.process.url}/workflow/new`);
		await page.getByTestId('canvas-add-button').click();
		await page.getByPlaceholder('Search nodes...').fill('Huawei');
		await page.getByText('Huawei Private Number AXB').waitFor();
	});

	it('removes it, and installs a version of its own choice', async () => {
		const { page } = window;
		await page.goto(`${n8n.process.url}/settings/community-nodes`);
		await card().getByRole('button').last().click();
		await page.getByText('Uninstall package').click();
		await page.getByRole('button', { name: 'Confirm uninstall' }).click();
		await card().waitFor({ state: 'detached' });
		expect(await isKnown()).toBe(false);

		expect(await install(`${n8n.packed.name}@${n8n.packed.version}`)).toContain(n8n.packed.version);
		expect(await isKnown()).toBe(true);
	});
});

/** An n8n without the package, which finds it where npm's registry should be. */
async function startEmptyN8n() {
	const registry = await startPackageRegistry();
	const process = await startN8n({
		install: await ensureN8n(),
		userFolder: join(registry.folder, 'home'),
		environment: registry.environment,
	});
	await signIn(process.url, playgroundOwner);
	return {
		process,
		packed: registry.packed,
		async stop() {
			await process.stop();
			await registry.close();
		},
	};
}
