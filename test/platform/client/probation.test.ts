import { sendScouts } from '../../../platform/client/probation';

/** Tasks that the scouts' door has let out, each to be ended by the test. */
function send(count: number) {
	const scouts = sendScouts();
	const out: Array<{ taken: () => void; end: () => void }> = [];
	const results = Array.from({ length: count }, async () => {
		await scouts.follow(async (taken) => {
			await new Promise<void>((end) => out.push({ taken, end }));
		});
	});
	return { out, results };
}

const turn = async (): Promise<void> => {
	await new Promise((resolve) => setImmediate(resolve));
};

test('three requests leave at first, and all others once one of them was taken', async () => {
	const { out } = send(50);
	await turn();
	expect(out).toHaveLength(3);
	out[1]?.taken();
	await turn();
	expect(out).toHaveLength(50);
});

test('where three got no answer at all, the rest does not wait one after the other', async () => {
	const { out, results } = send(50);
	await turn();
	out[0]?.end();
	await turn();
	expect(out).toHaveLength(4);
	out[1]?.end();
	out[2]?.end();
	await turn();
	expect(out).toHaveLength(50);
	for (const { end } of out) end();
	await Promise.all(results);
});
