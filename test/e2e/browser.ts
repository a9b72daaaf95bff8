import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, selectors } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Where screenshots go; the folder is not kept in the repository. */
const artifacts = '.artifacts';

/** A window of a browser in which somebody works. */
export interface Window {
	readonly page: Page;
	/** Errors that the pages wrote to the console or threw, since the last call. */
	errors(): string[];
	/** Keeps a picture of the page, or of a part of it. */
	picture(name: string, part?: string): Promise<void>;
}

/**
 * Starts a browser that reaches this machine only.
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

/** Opens a window of its own, without cookies of others. */
export async function openWindow(
	browser: Browser,
	size = { width: 1440, height: 1000 },
): Promise<Window & { context: BrowserContext }> {
	// n8n marks what tests look for with its own attribute.
	selectors.setTestIdAttribute('data-test-id');
	const context = await browser.newContext({ viewport: size, locale: 'en-US' });
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	let errors: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	page.on('pageerror', (error) => errors.push(error.message));
	return {
		context,
		page,
		errors() {
			const found = errors;
			errors = [];
			return found;
		},
		async picture(name, part) {
			mkdirSync(artifacts, { recursive: true });
			const path = join(artifacts, `${name}.png`);
			if (part === undefined) await page.screenshot({ path });
			else await page.locator(part).first().screenshot({ path });
		},
	};
}
