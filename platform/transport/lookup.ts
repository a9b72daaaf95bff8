import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

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
	const outside = async (hostname: string, options: LookupOptions): Promise<LookupAddress[]> => {
		const addresses = await all(resolve, hostname, options);
		const inside = addresses.filter(({ address }) => isInsideAddress(address));
		const [first] = inside;
		if (first === undefined) return addresses;
		const known = await all(resolve, neighbour, options).catch(() => undefined);
		if (inside.every(({ address }) => known?.some((other) => other.address === address))) {
			return addresses;
		}
		const where = detail('leadsInside', { host: hostname, address: first.address });
		throw localError('refusedHost', where, 'unsent');
	};
	return (hostname, options, done) => {
		outside(hostname, options).then(
			(addresses) => {
				const [first] = addresses;
				if (options.all || !first) done(null, addresses);
				else done(null, first.address, first.family);
			},
			(reason: unknown) => {
				done(reason as NodeJS.ErrnoException, []);
			},
		);
	};
}

async function all(
	resolve: LookupFunction,
	hostname: string,
	options: LookupOptions,
): Promise<LookupAddress[]> {
	return await new Promise((fulfil, reject) => {
		resolve(hostname, { ...options, all: true }, (error, found) => {
			if (error) reject(error);
			else fulfil(listOf(found));
		});
	});
}

/** Whoever was asked for all addresses may still give one. */
function listOf(found: string | LookupAddress[]): LookupAddress[] {
	return typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
}
