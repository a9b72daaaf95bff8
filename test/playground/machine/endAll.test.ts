import { endAll } from '../../../playground/machine/endAll';

describe('what ends a playground', () => {
	it('ends the latest first, and everything though one of them throws', async () => {
		const ended: string[] = [];
		const end = (name: string, message?: string) => async (): Promise<void> => {
			await Promise.resolve();
			ended.push(name);
			if (message !== undefined) throw new Error(message);
		};
		const ends = [end('lock'), end('simulator', 'the second'), end('n8n', 'the first')];
		await expect(endAll(ends)).rejects.toThrow('the first');
		expect(ended).toEqual(['n8n', 'simulator', 'lock']);
	});

	it('throws nothing when nothing has thrown', async () => {
		await expect(endAll([() => Promise.resolve()])).resolves.toBeUndefined();
	});
});
