import { acceptBlockCall, acceptNonce } from '../../platform/client/application';

/*
 * A program of its own, run with --expose-gc: nothing else fills or empties its memory. Prints the
 * megabytes by which its memory grows.
 */

/** What a program prints. */
export interface Growth {
	/** Of 200 000 nonces, after 20 000. */
	nonces: number;
	/** Of 2000 waiting calls with names of 100 000 characters. */
	longNames: number;
}

/** Megabytes that are in use after everything unused is gone. */
function megabytes(): number {
	gc?.();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

function growthOf(act: () => void): number {
	const before = megabytes();
	act();
	return megabytes() - before;
}

function nonces(name: string, count: number): void {
	for (let index = 0; index < count; index += 1) acceptNonce('app', `${name}${index}`, 'body');
}

nonces('a', 20_000);
const growth: Growth = {
	nonces: growthOf(() => {
		nonces('b', 200_000);
	}),
	longNames: growthOf(() => {
		for (let index = 0; index < 2000; index += 1) {
			acceptBlockCall('receiver', `${index}${'x'.repeat(100_000)}${index}`);
		}
	}),
};
process.stdout.write(JSON.stringify(growth));
