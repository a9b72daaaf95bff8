import type { LookupFunction } from 'node:net';

import { localError, type PlatformError } from '../codes/errors';
import { Agent, Dispatcher, ProxyAgent } from './undici';

/** Variables of the environment by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How connections are opened. */
export interface ConnectOptions {
	rejectUnauthorized: boolean;
	/** Longest wait for a connection, in milliseconds. */
	timeout: number;
	/** Looks names up; the system's resolver where there is none. Behind a proxy the proxy does it. */
	lookup?: LookupFunction;
}

/**
 * The proxy for an address, read from the environment as n8n reads it: `HTTP_PROXY` or `HTTPS_PROXY`
 * by the scheme of the address, else `ALL_PROXY`, unless `NO_PROXY` names the host; each in lower case
 * first. A proxy without a scheme speaks http, as the ones of nearly all networks do.
 *
 * @returns `undefined` where the way is direct
 * @throws PlatformError `badProxy`, naming the variable
 */
export function proxyFor(url: URL, environment: Environment = process.env): URL | undefined {
	if (isExempt(url, read(environment, 'no_proxy').value)) return undefined;
	const own = read(environment, `${url.protocol.slice(0, -1)}_proxy`);
	const { name, value } = own.value === '' ? read(environment, 'all_proxy') : own;
	if (value === '') return undefined;
	const address = value.includes('://') ? value : `http://${value}`;
	// `http:/proxy` is no host of the name http.
	const isTorn = !value.includes('://') && /\/./.test(value);
	// The value is never shown: it may hold a password.
	if (isTorn || !URL.canParse(address))
		throw badProxy(name, 'is no address such as http://proxy:8080');
	const proxy = new URL(address);
	if (proxy.protocol !== 'http:' && proxy.protocol !== 'https:') {
		throw badProxy(name, `names a proxy of the kind ${proxy.protocol}//, not http:// or https://`);
	}
	return proxy;
}

/** Connections that go to each address directly or through its proxy; kept open between requests. */
export function openConnections(
	connect: ConnectOptions,
	environment: Environment = process.env,
): Dispatcher {
	return new ProxyRouter(connect, environment);
}

class ProxyRouter extends Dispatcher {
	readonly #direct: Dispatcher;
	readonly #proxies = new Map<string, Dispatcher>();

	constructor(
		readonly connection: ConnectOptions,
		readonly environment: Environment,
	) {
		super();
		this.#direct = new Agent({ connect: connection });
	}

	override dispatch(...[options, handler]: Parameters<Dispatcher['dispatch']>): boolean {
		return this.#wayTo(new URL(options.origin ?? '')).dispatch(options, handler);
	}

	override async close(): Promise<void> {
		await Promise.all(this.#all().map((dispatcher) => dispatcher.close()));
	}

	override async destroy(): Promise<void> {
		await Promise.all(this.#all().map((dispatcher) => dispatcher.destroy()));
	}

	#wayTo(url: URL): Dispatcher {
		const proxy = proxyFor(url, this.environment);
		if (!proxy) return this.#direct;
		const known = this.#proxies.get(proxy.href);
		if (known) return known;
		const { rejectUnauthorized, timeout } = this.connection;
		const opened = new ProxyAgent({
			uri: proxy.origin,
			token: authorizationOf(proxy),
			requestTls: { rejectUnauthorized, timeout },
		});
		this.#proxies.set(proxy.href, opened);
		return opened;
	}

	#all(): Dispatcher[] {
		return [this.#direct, ...this.#proxies.values()];
	}
}

function authorizationOf({ username, password }: URL): string | undefined {
	if (username === '' && password === '') return undefined;
	const keys = [username, password].map(decoded).join(':');
	return `Basic ${Buffer.from(keys).toString('base64')}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * Whether `NO_PROXY` names a host: by its whole name, by its end where the entry begins with `.` or
 * `*`, for one port where the entry ends with it; `*` names all.
 */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
	const ownPort = port || (protocol === 'https:' ? '443' : '80');
	return list
		.toLowerCase()
		.split(/[,\s]/)
		.filter((entry) => entry !== '')
		.some((entry) => {
			const [, name = entry, onlyPort] = /^(.+):(\d+)$/.exec(entry) ?? [];
			if (entry === hostname.replace(/^\[|\]$/g, '')) return true;
			if (onlyPort !== undefined && Number(onlyPort) !== Number(ownPort)) return false;
			if (!/^[.*]/.test(name)) return name === hostname;
			return hostname.endsWith(name.replace(/^\*/, ''));
		});
}

/** A variable in the first spelling that holds something. */
function read(environment: Environment, lowerCase: string): { name: string; value: string } {
	const names = [lowerCase, lowerCase.toUpperCase()];
	const name = names.find((spelling) => (environment[spelling] ?? '').trim() !== '') ?? lowerCase;
	return { name, value: (environment[name] ?? '').trim() };
}

function badProxy(name: string, reason: string): PlatformError {
	return localError('badProxy', `The environment variable ${name} ${reason}.`, 'unsent');
}
