import { createProbation } from '../../../platform/client/probation';

/** Tasks that the probation has let out, each to be ended by the test. */
function send(count: number) {
	const probation = createProbation();
	const out: Array<{ passed: () => void; end: () => void }> = [];
	const results = Array.from({ length: count }, async () => {
		await probation.follow(async (passed) => {
			await new Promise<void>((end) => out.push({ passed, end }));
		});
	});
	return { out, results };
}

const turn = async (): Promise<void> => {
	await new Promise((resolve) => setImmediate(resolve));
};

test('three requests leave at first, and all others once one of them was accepted', async () => {
	const { out } = send(50);
	await turn();
	expect(out).toHaveLength(3);
	out[1]?.passed();
	await turn();
	expect(out).toHaveLength(50);
});

test('as long as none was accepted, a request that comes back makes room for one other', async () => {
	const { out, results } = send(20);
	await turn();
	for (let back = 1; back <= 17; back += 1) {
		out[back - 1]?.end();
		await turn();
		expect(out).toHaveLength(3 + back);
	}
	for (const { end } of out) end();
	await Promise.all(results);
});
