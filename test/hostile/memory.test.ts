import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { acceptBlockCall, acceptNonce } from '../../platform/client/application';
import { closeStores } from '../../platform/state/store';
import type { Growth } from './rememberedPushes';

afterEach(async () => {
	await closeStores();
});

describe('what is remembered of pushes', () => {
	test('tells a nonce with another body from a redelivery', () => {
		expect(acceptNonce('app', 'n', 'body')).toBe(true);
		expect(acceptNonce('app', 'n', 'body')).toBe(true);
		expect(acceptNonce('app', 'n', 'other')).toBe(false);
		expect(acceptNonce('app', 'n', 'body')).toBe(true);
		expect(acceptNonce('other app', 'n', 'other')).toBe(true);
	});

	test('is the ten thousand that came last', () => {
		for (let index = 0; index < 10_000; index += 1) acceptNonce('app', `n${index}`, 'body');
		expect(acceptNonce('app', 'n0', 'other')).toBe(false);
		acceptNonce('app', 'one more', 'body');
		expect(acceptNonce('app', 'n1', 'other')).toBe(false);
		expect(acceptNonce('app', 'n0', 'other')).toBe(true);
	});

	test('does not grow, neither with the number of pushes nor with the length of their names', async () => {
		const program = join(__dirname, 'rememberedPushes.ts');
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['--expose-gc', '--import', 'tsx', program],
			{ cwd: join(__dirname, '..', '..') },
		);
		const { nonces, longNames } = JSON.parse(stdout) as Growth;
		expect(nonces).toBeLessThan(3);
		expect(longNames).toBeLessThan(20);
	}, 120_000);

	test('knows a waiting call again by the whole of its name', () => {
		const long = 'x'.repeat(100_000);
		expect(acceptBlockCall('receiver', `7${long}7`)).toBe(true);
		expect(acceptBlockCall('receiver', `7${long}8`)).toBe(true);
		expect(acceptBlockCall('receiver', `7${long}7`)).toBe(false);
	});

	test('is apart for each receiver', () => {
		expect(acceptBlockCall('one', 'call')).toBe(true);
		expect(acceptBlockCall('two', 'call')).toBe(true);
		expect(acceptBlockCall('one', 'call')).toBe(false);
	});
});
