import { n8nProgram } from '../../playground/n8n/install/n8n';
import { listedNodes } from '../e2e/listedNodes';
import { runJest } from './childJest';
import { firstCall } from './firstCall';
import { ensureLine, ensureNodes, lines } from './versions';

describe.each(lines)('$name ($range)', (line) => {
	let folder: string;
	let binaries: Record<string, string>;

	beforeAll(async () => {
		folder = await ensureLine(line);
		binaries = await ensureNodes();
	}, 1_800_000);

	describe.each(line.nodes)('on Node.js $major', ({ major, environment = {} }) => {
		const node = (): string => binaries[major] ?? '';

		it('runs the tests of the nodes in its engine, with the built package', async () => {
			const args = ['--config', 'test/compat/engine.config.mjs'];
			const { passed, failures } = await runJest(node(), args, { COMPAT_N8N: folder });
			expect(failures).toEqual([]);
			expect(passed).toBeGreaterThan(100);
		}, 900_000);

		it('offers every node, tests a credential, and runs a workflow on a call record', async () => {
			const install = { folder, node: node(), program: n8nProgram(folder), environment };
			const seen = await firstCall(install);
			expect(seen.nodes.sort()).toEqual(expect.arrayContaining(listedNodes()));
			expect(seen.credentialTest).toMatch(/^OK/);
			expect(seen.complaints).toEqual([]);
			expect(seen.items).toMatchObject([{ json: { numberA: '+8613900000001' } }]);
		}, 300_000);
	});
});
