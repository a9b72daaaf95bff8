import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Growth } from './rememberedPushes';

describe('the memory of a process that takes pushes', () => {
	let growth: Growth;
	beforeAll(async () => {
		const program = join(__dirname, 'rememberedPushes.ts');
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['--expose-gc', '--import', 'tsx', program],
			{ cwd: join(__dirname, '..', '..') },
		);
		growth = JSON.parse(stdout) as Growth;
	}, 240_000);

	test('does not grow with their number', () => {
		expect(growth.nonces).toBeLessThan(3);
		expect(growth.statuses).toBeLessThan(3);
	});

	test('does not grow with the length of what they name', () => {
		expect(growth.longNames).toBeLessThan(20);
	});

	// 3 MB of empty records once took 2.5 GB, and 6 MB ended n8n.
	test('holds nothing of a push of five million records, which is refused before anything is built', () => {
		expect(growth.manyRecords.status).toBe(400);
		expect(growth.manyRecords.during).toBeLessThan(30);
		expect(growth.manyRecords.after).toBeLessThan(3);
	});
});
