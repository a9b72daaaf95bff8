import { createHash } from 'node:crypto';

/** A row of numbers from 0 to 1 that a seed determines. */
export function randomRow(seed: number): () => number {
	let index = 0;
	return () => {
		const digest = createHash('sha256').update(`${seed}:${index++}`).digest();
		return digest.readUInt32BE(0) / 0x1_0000_0000;
	};
}
