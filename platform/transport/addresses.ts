import { BlockList, isIP } from 'node:net';

/** Names that never leave the machine or the network. */
const INSIDE_NAMES = ['localhost', 'local', 'internal', 'lan', 'home.arpa', 'intranet', 'corp'];

/** Networks of IPv4 that do not belong to the wide world. Source: IANA's special-purpose registry. */
const INSIDE_IPV4 = listOf('ipv4', [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
]);

/** The only network of IPv6 whose addresses the internet carries. */
const GLOBAL_IPV6 = listOf('ipv6', [['2000::', 3]]);

/** Networks within it that it does not: Teredo and other protocols, documentation. */
const INSIDE_IPV6 = listOf('ipv6', [
	['2001::', 23],
	['2001:db8::', 32],
	['3fff::', 20],
]);

/**
 * Whether an address belongs to this machine, to a private network, or to nobody: only what the
 * internet carries is outside. An IPv4 address in the clothes of IPv6 counts as what it is.
 *
 * @param address IPv4 or IPv6; what is neither counts as inside
 */
export function isInsideAddress(address: string): boolean {
	const bare = address.replace(/%.*/, '');
	const version = isIP(bare);
	if (version === 4) return INSIDE_IPV4.check(bare);
	if (version !== 6) return true;
	const inner = innerIpv4(groupsOf(bare));
	if (inner !== undefined) return INSIDE_IPV4.check(inner);
	return !GLOBAL_IPV6.check(bare, 'ipv6') || INSIDE_IPV6.check(bare, 'ipv6');
}

/**
 * Whether a host of a URL is inside the network by its looks: an address that is, a name without a
 * domain, or one of a domain that only networks of one's own have. Says nothing about where another
 * name leads to.
 *
 * @param hostname as a URL holds it, IPv6 in brackets
 */
export function isInsideHost(hostname: string): boolean {
	const bare = bareHost(hostname);
	if (isIP(bare) !== 0) return isInsideAddress(bare);
	const name = bare.replace(/\.$/, '').toLowerCase();
	return !name.includes('.') || INSIDE_NAMES.some((domain) => name.endsWith(`.${domain}`));
}

/** A host of a URL as it is looked up: IPv6 without its brackets. */
export function bareHost(hostname: string): string {
	return hostname.replace(/[[\]]/g, '');
}

/**
 * The IPv4 address to which an IPv6 address leads: mapped (`::ffff:0:0/96`), by NAT64 (`64:ff9b::/96`)
 * or by 6to4 (`2002::/16`).
 */
function innerIpv4(groups: readonly number[]): string | undefined {
	const start = groups.slice(0, 6).map((group) => group.toString(16));
	const prefix = start.join(':');
	if (prefix === '0:0:0:0:0:ffff' || prefix === '64:ff9b:0:0:0:0') return dotted(groups.slice(6));
	return start[0] === '2002' ? dotted(groups.slice(1, 3)) : undefined;
}

function dotted(groups: readonly number[]): string {
	return groups.flatMap((group) => [group >> 8, group & 255]).join('.');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
	// A URL spells every address in one way, without dots.
	const { hostname } = new URL(`http://[${address}]`);
	const [before = '', after] = hostname.slice(1, -1).split('::');
	const read = (text: string): number[] =>
		text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
	const first = read(before);
	const last = read(after ?? '');
	return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function listOf(family: 'ipv4' | 'ipv6', networks: ReadonlyArray<[string, number]>): BlockList {
	const list = new BlockList();
	for (const [network, bits] of networks) list.addSubnet(network, bits, family);
	return list;
}
