import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPlayground } from '../../playground/playground';
import type { Playground } from '../../playground/playground';
import { axApplication, describeReplies, xApplication } from './replySuite';

describe('replies in an n8n of one process', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'private-number-replies-'));
	let playground: Playground;

	beforeAll(async () => {
		playground = await startPlayground({
			userFolder,
			simulator: { applications: [xApplication, axApplication], speed: 100 },
		});
	}, 900_000);

	afterAll(async () => {
		await playground.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	describeReplies(() => playground);
});
