import { createHash } from 'node:crypto';

/** Where the simulator's chances come from. */
export interface Random {
	/** A number from `least` to `most`. */
	between: (least: number, most: number) => number;
}

/** Opens a source of chance; with a seed it says the same in every run. */
export function openRandom(seed?: number): Random {
	let count = 0;
	const next = (): number => {
		if (seed === undefined) return Math.random();
		count += 1;
		return createHash('sha256').update(`${seed}:${count}`).digest().readUInt32BE() / 2 ** 32;
	};
	return { between: (least, most) => least + next() * (most - least) };
}
