import { detail, type Detail } from '../codes/details';
import { localError, type PlatformError } from '../codes/errors';
import { environmentVariable } from '../state/environment';
import { bareHost } from './addresses';

/** Reads a variable of the environment. */
export type Environment = (name: string) => string | undefined;

/**
 * The proxy for an address, read from the environment as n8n reads it: `HTTP_PROXY` or `HTTPS_PROXY`
 * by the scheme of the address, else `ALL_PROXY`, unless `NO_PROXY` names the host; each in lower case
 * first. A proxy without a scheme speaks http, as the ones of nearly all networks do.
 *
 * @returns `undefined` where the way is direct
 * @throws PlatformError `badProxy`, naming the variable
 */
export function proxyFor(
	url: URL,
	environment: Environment = environmentVariable,
): URL | undefined {
	if (isExempt(url, read(environment, 'no_proxy').value)) return undefined;
	const own = read(environment, `${url.protocol.slice(0, -1)}_proxy`);
	const { name, value } = own.value === '' ? read(environment, 'all_proxy') : own;
	if (value === '') return undefined;
	const address = value.includes('://') ? value : `http://${value}`;
	// `http:/proxy` is no host of the name http.
	const isTorn = !value.includes('://') && /\/./.test(value);
	// The value is never shown: it may hold a password.
	if (isTorn || !URL.canParse(address)) {
		throw badProxy(detail('proxyAddress', { name }));
	}
	const proxy = new URL(address);
	if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
		const scheme = `${proxy.protocol}//`;
		throw badProxy(detail('proxyKind', { name, scheme }));
	}
	return proxy;
}

/**
 * Whether `NO_PROXY` names a host: by its whole name, by its end where the entry begins with `.` or
 * `*`, for one port where the entry ends with it; `*` names all.
 */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
	const ownPort = port || (protocol === 'https:' ? '443' : '80');
	const entries = list.toLowerCase().split(/[,\s]/);
	return entries.some((entry) => {
		const [, name = entry, onlyPort] = /(.+):(\d+)$/.exec(entry) ?? [];
		if (entry === bareHost(hostname)) return true;
		if (onlyPort !== undefined && Number(onlyPort) !== Number(ownPort)) return false;
		if (!/^[.*]/.test(name)) return name === hostname;
		return hostname.endsWith(name.replace('*', ''));
	});
}

/** A variable in the first spelling that holds something. */
function read(environment: Environment, lowerCase: string): { name: string; value: string } {
	const names = [lowerCase, lowerCase.toUpperCase()];
	const valueOf = (name: string): string => (environment(name) ?? '').trim();
	const name = names.find((spelling) => valueOf(spelling) !== '') ?? lowerCase;
	return { name, value: valueOf(name) };
}

function badProxy(reason: Detail): PlatformError {
	return localError('badProxy', reason, 'unsent');
}
