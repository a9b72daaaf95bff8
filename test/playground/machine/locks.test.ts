import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lockData } from '../../../playground/machine/locks';

describe('the data folder of a playground', () => {
	const folder = mkdtempSync(join(tmpdir(), 'private-number-lock-'));

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('is for one playground at a time', async () => {
		const release = await lockData(folder, 'in use');
		await expect(lockData(folder, 'Somebody is here.')).rejects.toThrow('Somebody is here.');
		await release();
		await expect(lockData(folder, 'in use').then((again) => again())).resolves.toBeUndefined();
	});

	it('that cannot be used is not told as the folder of another playground', async () => {
		await expect(lockData(join(folder, 'missing'), 'in use')).rejects.toThrow('ENOENT');
	});
});
