import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const executablePath =
	process.env.CHROMIUM_PATH ??
	['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ??
	'';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser && process.env.CI)
	throw new Error('Install Chromium, or name it in CHROMIUM_PATH.');

/** Without a browser a contributor's machine only fetches the page; where all is checked, it must be used. */
export const inBrowser = hasBrowser ? describe : describe.skip;

/** A browser whose pages may not complain. */
export interface Browsing {
	/** Opens a page, in English unless told otherwise. */
	open(url: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Starts one browser for the tests of a file; pages are closed after each. */
export function browsing(): Browsing {
	let browser: Browser;
	const pages: Page[] = [];
	let complaints: string[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	});
	afterAll(() => browser.close());
	afterEach(async () => {
		const found = complaints;
		complaints = [];
		for (const page of pages.splice(0)) await page.context().close();
		expect(found).toEqual([]);
	});
	return {
		async open(url, options) {
			const context = await browser.newContext({ locale: 'en-US', ...options });
			const page = await context.newPage();
			pages.push(page);
			page.setDefaultTimeout(60_000);
			page.on('console', (message) => {
				if (message.type() === 'error') complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(String(error)));
			await page.goto(url);
			return page;
		},
	};
}
