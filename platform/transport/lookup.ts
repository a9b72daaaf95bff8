import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

import { detail } from '../codes/details';
import { localError } from '../codes/errors';
import { isInsideAddress } from './addresses';

/**
 * Looks names up as another function does, and refuses those that lead into the network. It serves
 * the connection itself: what it has checked is what is connected to.
 *
 * A server may stand in the same network as the platform: addresses to which `neighbour` leads are
 * let through.
 *
 * @param resolve looks names up
 * @param neighbour name of the platform
 * @returns a lookup that ends with PlatformError `refusedHost` where any address is inside
 */
export function outsideLookup(resolve: LookupFunction, neighbour: string): LookupFunction {
	const check = async (hostname: string, addresses: readonly LookupAddress[]): Promise<void> => {
		const inside = addresses.filter(({ address }) => isInsideAddress(address));
		const [first] = inside;
		if (first === undefined) return;
		const known = await all(resolve, neighbour).catch(() => []);
		if (inside.every(({ address }) => known.some((other) => other.address === address))) return;
		const where = detail('leadsInside', { host: hostname, address: first.address });
		throw localError('refusedHost', where, 'unsent');
	};
	return (hostname, options, done) => {
		resolve(hostname, { ...options, all: true }, (error, found) => {
			if (error) {
				done(error, options.all ? [] : '');
				return;
			}
			const addresses = listOf(found);
			check(hostname, addresses).then(
				() => {
					const [first] = addresses;
					if (options.all || !first) done(null, addresses);
					else done(null, first.address, first.family);
				},
				(reason: unknown) => {
					done(reason as NodeJS.ErrnoException, options.all ? [] : '');
				},
			);
		});
	};
}

async function all(resolve: LookupFunction, hostname: string): Promise<LookupAddress[]> {
	return await new Promise((fulfil, reject) => {
		resolve(hostname, { all: true }, (error, found) => {
			if (error) reject(error);
			else fulfil(listOf(found));
		});
	});
}

/** Whoever was asked for all addresses may still give one. */
function listOf(found: string | LookupAddress[]): LookupAddress[] {
	if (typeof found !== 'string') return found;
	return [{ address: found, family: found.includes(':') ? 6 : 4 }];
}
