import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

import type { Owner } from './types';

/**
 * Starts a browser that reaches this machine only. `CHROMIUM_PATH` names another than Debian's.
 * @throws Error with one sentence when there is no Chromium.
 */
export async function startBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	if (!existsSync(executablePath)) {
		throw new Error(
			`Chromium is not at ${executablePath}: install it ("apt-get install chromium"), or name another one in CHROMIUM_PATH.`,
		);
	}
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-domain-reliability',
			'--disable-sync',
			'--no-first-run',
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}

/** Signs in to the editor of an n8n, as its owner does. */
export async function signInPage(page: Page, url: string, owner: Owner): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
}
