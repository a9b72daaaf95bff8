import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { acceptBlockCall, acceptNonce, closeApplications } from '../../platform/application';

afterEach(async () => {
	await closeApplications();
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes that are in use after everything unused is gone. */
function megabytes(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

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

	test('does not grow, however many nonces come', () => {
		for (let index = 0; index < 20_000; index += 1) acceptNonce('app', `a${index}`, 'body');
		const before = megabytes();
		for (let index = 0; index < 200_000; index += 1) acceptNonce('app', `b${index}`, 'body');
		expect(megabytes() - before).toBeLessThan(10);
	});

	test('does not grow with the length of what a waiting call calls itself', () => {
		const before = megabytes();
		for (let index = 0; index < 2000; index += 1) {
			expect(acceptBlockCall('receiver', `${index}${'x'.repeat(100_000)}${index}`)).toBe(true);
		}
		expect(megabytes() - before).toBeLessThan(20);
		expect(acceptBlockCall('receiver', `7${'x'.repeat(100_000)}7`)).toBe(false);
	});

	test('is apart for each receiver', () => {
		expect(acceptBlockCall('one', 'call')).toBe(true);
		expect(acceptBlockCall('two', 'call')).toBe(true);
		expect(acceptBlockCall('one', 'call')).toBe(false);
	});
});
