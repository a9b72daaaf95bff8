import { BlockList, isIP } from 'node:net';

import { detail } from '../codes/details';
import { localError, refuse } from '../codes/errors';

/** Hosts on which Huawei stores recordings: OBS, and the older ostor.huawei.com. */
const STORAGE_HOSTS = ['myhuaweicloud.com', 'huaweicloud.com', 'huawei.com', 'huaweicaas.com'];

/** Names that never leave the machine or the network. */
const INSIDE_NAMES = ['localhost', 'local', 'internal'];

const insideAddresses = new BlockList();
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
] as const) {
	insideAddresses.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
	['::', 127],
	['fc00::', 7],
	['fe80::', 10],
] as const) {
	insideAddresses.addSubnet(network, bits, 'ipv6');
}

/**
 * Checks an address that somebody has written: only Huawei's storage hosts, and those that the user
 * trusts.
 *
 * @throws PlatformError `refusedHost`
 */
export function checkStorageHost({ hostname }: URL, allowed: readonly string[]): void {
	if (isAllowed(hostname, allowed) || STORAGE_HOSTS.some((host) => isWithin(hostname, host)))
		return;
	throw localError('refusedHost', detail('notStorage', { host: hostname }), 'unsent');
}

/**
 * Checks an address that the platform has told, and where it leads on to: any host of the wide
 * world, but none inside the network of n8n, unless the platform itself is there.
 *
 * @throws PlatformError `refusedHost`
 */
export function checkToldHost(
	{ hostname }: URL,
	allowed: readonly string[],
	baseUrl: string,
): void {
	const isOutside = !isInside(hostname) || isInside(new URL(baseUrl).hostname);
	if (isOutside || isAllowed(hostname, allowed)) return;
	throw localError('refusedHost', detail('inside', { host: hostname }), 'unsent');
}

/**
 * The host that somebody allows, by its name or in an address that was pasted.
 *
 * @throws InputError when it is neither
 */
export function parseHost(text: string): string {
	const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
	const hostname = URL.canParse(address) ? new URL(address).hostname : '';
	if (hostname !== '') return hostname;
	throw refuse('allowedHosts', text, 'hostNames');
}

function isAllowed(hostname: string, allowed: readonly string[]): boolean {
	return allowed.some((host) => host.trim().toLowerCase() === hostname);
}

function isInside(hostname: string): boolean {
	const address = hostname.replace(/^\[|\]$/g, '');
	const version = isIP(address);
	if (version !== 0) return insideAddresses.check(address, version === 6 ? 'ipv6' : 'ipv4');
	return INSIDE_NAMES.some((name) => isWithin(hostname.replace(/\.$/, ''), name));
}

function isWithin(hostname: string, domain: string): boolean {
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
