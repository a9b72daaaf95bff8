import { isIPv6 } from 'node:net';

import { detail, type Detail } from '../codes/details';
import { localError, refuse, type PlatformError } from '../codes/errors';
import { isInsideHost } from '../transport/addresses';

/** Hosts on which Huawei stores recordings: OBS, and the older ostor.huawei.com. */
const STORAGE_HOSTS = ['myhuaweicloud.com', 'huaweicloud.com', 'huawei.com', 'huaweicaas.com'];

/** Longest name that the Domain Name System takes; what is longer was no host. */
const LONGEST_HOST = 253;

/** Which hosts a download may call. */
export interface HostRules {
	/** Hosts that the user trusts: by http too, and inside the network. */
	allowedHosts: readonly string[];
	/** Address of the platform. */
	baseUrl: string;
	/** The address was written by somebody: only Huawei's hosts, beside those that are allowed. */
	onlyStorageHosts: boolean;
}

/**
 * Checks an address before it is called, by its looks. Where the name of a host leads to is judged
 * when it is connected to.
 *
 * @returns whether the host may be inside the network
 * @throws PlatformError `refusedHost`
 */
export function checkHost({ protocol, host, hostname }: URL, rules: HostRules): boolean {
	const { allowedHosts, baseUrl, onlyStorageHosts } = rules;
	const named = withoutDot(hostname);
	const isAllowed = allowedHosts.some((name) => withoutDot(name.trim().toLowerCase()) === named);
	if (onlyStorageHosts && !isAllowed && !STORAGE_HOSTS.some((name) => isWithin(hostname, name))) {
		throw refused(detail('notStorage', { host: hostname }));
	}
	const platform = new URL(baseUrl);
	const isPlainAllowed = isAllowed || platform.protocol === 'http:';
	if (protocol !== 'https:' && !(protocol === 'http:' && isPlainAllowed)) {
		throw refused(detail('notHttps', { address: `${protocol}//${host}` }));
	}
	const mayBeInside = isAllowed || isInsideHost(platform.hostname);
	if (!mayBeInside && isInsideHost(hostname)) throw refused(detail('inside', { host: hostname }));
	return mayBeInside;
}

/**
 * The host that somebody allows, by its name or in an address that was pasted.
 *
 * @throws InputError when it is neither
 */
export function parseHost(text: string): string {
	const host = isIPv6(text) ? `[${text}]` : text;
	const address = /^https?:\/\//i.test(host) ? host : `https://${host}`;
	const hostname = URL.canParse(address) ? withoutDot(new URL(address).hostname) : '';
	// The scheme of another address, such as ftp://, is no host; a pattern names none.
	const isHost = address === host || !host.includes(':/');
	if (isHost && /^[^.*][^*]*$/.test(hostname) && hostname.length <= LONGEST_HOST) return hostname;
	throw refuse('allowedHosts', text, 'hostNames');
}

function isWithin(hostname: string, domain: string): boolean {
	return hostname === domain || hostname.endsWith(`.${domain}`);
}

/** A dot at the end of a name says that it is whole, and nothing else. */
function withoutDot(hostname: string): string {
	return hostname.replace(/\.$/, '');
}

function refused(reason: Detail): PlatformError {
	return localError('refusedHost', reason, 'unsent');
}
