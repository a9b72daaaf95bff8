import { createProbation } from '../../../platform/client/probation';

/** Tasks that the probation has let out, each to be ended by the test. */
function send(count: number) {
	const probation = createProbation();
	const out: Array<{ passed: () => void; end: () => void; fail: (fault: Error) => void }> = [];
	const results = Array.from({ length: count }, async () => {
		await probation.follow(async (passed) => {
			await new Promise<void>((end, fail) => out.push({ passed, end, fail }));
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

test('a request that does not succeed makes room too, and is told as what it is', async () => {
	const { out, results } = send(4);
	await turn();
	const told = expect(results[0]).rejects.toThrow('a defect');
	out[0]?.fail(new Error('a defect'));
	await told;
	await turn();
	expect(out).toHaveLength(4);
	for (const { end } of out) end();
	await Promise.all(results.slice(1));
});
