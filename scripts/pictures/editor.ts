import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { signInPage, startBrowser } from '../../playground/n8n/browser';
import type { N8nApi } from '../../playground/n8n/api';
import type { Language } from '../../playground/machine/language';
import type { Owner, WorkflowNode } from '../../playground/n8n/types';
import { root } from '../docs/nodes';

/** n8n's editor in a browser, signed in, and where pictures of it go. */
export interface Editor {
	page: Page;
	/** Shows a page of the editor, and waits until it is quiet. */
	open: (path: string) => Promise<void>;
	/** Makes a workflow of one node, opens the node, and answers its panel. */
	openNode: (node: NewNode) => Promise<Locator>;
	/** Takes a picture for the docs of this language: of a part of the page. */
	picture: (name: string, part: Part) => Promise<void>;
	close: () => Promise<void>;
}

/** A part of the page, in pixels of the browser. */
export interface Part {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A node as far as a picture of it needs to say. */
export type NewNode = Pick<WorkflowNode, 'name' | 'type' | 'parameters' | 'credentials'>;

/** Elements of the editor, by the names that n8n's own tests use. */
export const testId = (name: string): string => `[data-test-id="${name}"]`;

/** Pages of each language have their pictures beside them. */
const FOLDERS: Readonly<Record<Language, string>> = {
	en: join('docs', 'images'),
	'zh-CN': join('docs', 'zh-CN', 'images'),
};

/** Starts a browser of somebody who reads this language, and signs in. */
export async function openEditor(api: N8nApi, owner: Owner, language: Language): Promise<Editor> {
	const browser = await startBrowser();
	const page = await browser.newPage({
		viewport: { width: 1280, height: 860 },
		deviceScaleFactor: 1.5,
		reducedMotion: 'reduce',
		locale: language,
	});
	const open = async (path: string): Promise<void> => {
		await page.goto(api.url + path, { waitUntil: 'networkidle' });
	};
	await signInPage(page, api.url, owner);
	return {
		page,
		open,
		openNode: async (node) => {
			const id = crypto.randomUUID();
			const { id: workflowId } = await api.createWorkflow({
				name: node.name,
				nodes: [{ ...node, id, typeVersion: 1, position: [0, 0], webhookId: crypto.randomUUID() }],
				connections: {},
				settings: { executionOrder: 'v1' },
			});
			await open(`/workflow/${workflowId}/${id}`);
			const panel = page.locator(testId('ndv'));
			await panel.waitFor();
			return panel;
		},
		picture: async (name, clip) => {
			const path = join(FOLDERS[language], `${name}.png`);
			const look = { animations: 'disabled', caret: 'hide' } as const;
			await page.screenshot({ ...look, clip, path: join(root, path) });
			console.log(path);
		},
		close: () => browser.close(),
	};
}
