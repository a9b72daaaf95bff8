import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../playground/cache';
import { run } from '../playground/run';
import type { Figure, PartResult } from './figures';

/**
 * The short form of the measurements with generous margins: they notice a design that has become
 * worse, not a machine that is busy. The goals themselves are in docs/performance.md.
 */
describe('the package beside the other ways to do its work', () => {
	const folder = mkdtempSync(join(tmpdir(), 'private-number-guard-'));
	let figures: Figure[] = [];

	beforeAll(async () => {
		const json = join(folder, 'bench.json');
		const parts = ['signing', 'bulk', 'pushes', 'recording'].flatMap((part) => ['--only', part]);
		const program = ['--import', 'tsx', 'bench/main.ts', '--short', '--json', json, ...parts];
		await run(process.execPath, program, { cwd: repository });
		const { results } = JSON.parse(readFileSync(json, 'utf8')) as {
			results: Record<string, PartResult>;
		};
		figures = Object.values(results).flatMap((result) => result.figures);
	});

	afterAll(() => {
		rmSync(folder, { recursive: true });
	});

	/** The only figure whose name has these words. */
	function figure(...words: string[]): number {
		const found = figures.filter(({ name }) => words.every((word) => name.includes(word)));
		expect(found).toHaveLength(1);
		return found[0]?.value ?? NaN;
	}

	it('signs a request in less than 60 µs', () => {
		expect(figure('Signing', 'AKSK')).toBeLessThan(60);
		expect(figure('Signing', 'WSSE')).toBeLessThan(60);
	});

	it('binds clearly faster than the HTTP Request node, 50 at once', () => {
		expect(figure('50 at once', 'over the HTTP Request node')).toBeGreaterThan(1.3);
	});

	it.each([10, 50])('opens at most %i connections for as many requests at once', (width) => {
		expect(figure(`${width} at once`, 'connections opened')).toBeLessThanOrEqual(width);
	});

	it('binds at no less than 0.4 of a bare undici loop, 10 at once', () => {
		expect(figure('10 at once', 'bare undici loop')).toBeGreaterThan(0.4);
	});

	it('keeps less than three times the items in memory', () => {
		expect(figure('live heap')).toBeLessThan(3);
	});

	it('takes pushes at no less than a fifth of the rate of the Webhook node', () => {
		expect(figure('signature checked', 'rate over the Webhook node')).toBeGreaterThan(0.2);
	});

	it('never holds a recording of 200 MB as a whole', () => {
		expect(figure('live memory')).toBeLessThan(32);
		expect(figure('growth of the process', 'the node')).toBeLessThan(160);
	});

	it('streams a recording at no less than half the speed of a bare stream', () => {
		expect(figure('recording', 'speed')).toBeGreaterThan(0.5);
	});
});
