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
		const release = await lockData(folder);
		await expect(lockData(folder)).rejects.toThrow(
			`Another playground uses ${folder}: stop it, or choose another --data.`,
		);
		await release();
		await expect(lockData(folder).then((again) => again())).resolves.toBeUndefined();
	});

	it('that cannot be used is not told as the folder of another playground', async () => {
		await expect(lockData(join(folder, 'missing'))).rejects.toThrow('ENOENT');
	});
});
