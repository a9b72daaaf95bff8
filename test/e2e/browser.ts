import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { selectors } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';

import { startBrowser } from '../../playground/n8n/browser';
import { shared } from '../shared';
import { waitFor } from './waiting';

/** Where screenshots go; the folder is not kept in the repository. */
const artifacts = '.artifacts';

/** A window of a browser in which somebody works. */
export interface Window {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Errors that the pages wrote to the console or threw, since the last call. */
	errors(): string[];
	/** Keeps a picture of the page, or of a part of it. */
	picture(name: string, part?: string): Promise<void>;
	/** Ends the browser. */
	stop: () => Promise<void>;
}

/** A window of a new browser for all tests of a file. */
export function sharedWindow(size = { width: 1440, height: 1000 }): Window {
	return shared({ start: () => openWindow(size), end: (window) => window.stop() });
}

async function openWindow(size: { width: number; height: number }): Promise<Window> {
	const browser = await startBrowser();
	// n8n marks what tests look for with its own attribute.
	selectors.setTestIdAttribute('data-test-id');
	const context = await browser.newContext({ viewport: size, locale: 'en-US' });
	const page = await context.newPage();
	page.setDefaultTimeout(120_000);
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
		stop: () => browser.close(),
	};
}

/** Looks until a page shows the same twice, a quarter of a second apart. */
export async function settled(look: () => Promise<string>): Promise<string> {
	let last: string | undefined;
	const ask = async (): Promise<string | undefined> => {
		const before = last;
		last = await look();
		return last === before ? last : undefined;
	};
	return await waitFor('a page that stays as it is', ask, 120, 250);
}
