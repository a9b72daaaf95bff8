import type { Page } from 'playwright-core';

/** Imports a workflow from a file, into a new one. */
export async function importFile(page: Page, url: string, text: string): Promise<void> {
	await page.goto(`${url}/workflow/new`);
	await page.getByTestId('workflow-menu').click();
	await page.getByTestId('workflow-menu-item-import').hover();
	const chooser = page.waitForEvent('filechooser');
	await page.getByTestId('workflow-menu-item-import-from-file').click();
	await (
		await chooser
	).setFiles({ name: 'template.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Reads the Production URL in the panel of a trigger, and closes the panel. */
export async function productionUrl(page: Page): Promise<string> {
	const panel = page.getByTestId('ndv');
	await panel.getByText('Webhook URLs').click();
	await panel.getByText('Production URL', { exact: true }).last().click();
	const shown = panel.getByText(/http:\/\/127\.0\.0\.1:\d+\/webhook\//);
	const address = (await shown.innerText()).trim();
	await panel.getByTestId('ndv-close-button').click();
	return address;
}

/** Publishes the workflow that is open. */
export async function publishOpen(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	const dialog = page.getByRole('dialog').filter({ hasText: 'Publish workflow' });
	await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
	await page.getByText('The workflow now starts on events of your privacy numbers').waitFor();
	await page.getByRole('button', { name: 'Got it' }).click();
}
