import { existsSync } from 'node:fs';

import { inTemporaryFolder } from '../../playground/temporary';

describe('what runs in a folder of its own', () => {
	it('leaves no folder behind when it stops', async () => {
		let folder = '';
		const running = await inTemporaryFolder((made) => {
			folder = made;
			return Promise.resolve({ stop: () => Promise.resolve() });
		});
		expect(existsSync(folder)).toBe(true);
		await running.stop();
		expect(existsSync(folder)).toBe(false);
	});

	it('leaves none when it does not start, and none when it does not stop as it should', async () => {
		const folders: string[] = [];
		const failing = inTemporaryFolder((folder) => {
			folders.push(folder);
			return Promise.reject<{ stop: () => Promise<void> }>(new Error('not started'));
		});
		await expect(failing).rejects.toThrow('not started');
		const running = await inTemporaryFolder((folder) => {
			folders.push(folder);
			return Promise.resolve({ stop: () => Promise.reject<undefined>(new Error('not stopped')) });
		});
		await expect(running.stop()).rejects.toThrow('not stopped');
		expect(folders).toHaveLength(2);
		expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
	});
});
