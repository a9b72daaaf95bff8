import { lookup as systemLookup } from 'node:dns';

import { identityOf } from '../application/application';
import { DEFAULT_TIMEOUT_MS } from '../client/exchange';
import { mayRepeat } from '../client/request';
import { retry } from '../client/retry';
import type { Platform } from '../client/run';
import { localError, PlatformError, type LocalCode } from '../codes/errors';
import { connectionsOf, type Connections } from '../transport/connections';
import { checkEgress } from '../transport/egress';
import { fetchStream, type HttpStream } from '../transport/http';
import { outsideLookup } from '../transport/lookup';
import { proxyFor } from '../transport/proxy';
import { drop, notServed } from './body';
import { checkHost, type HostRules } from './storageHosts';

/** How storage hosts are called. */
export interface StorageRules extends HostRules {
	/** Accepts certificates that cannot be verified. */
	allowUnauthorizedCerts: boolean;
}

/** What went wrong on the way to a storage host, whose remedies are others than the platform's. */
const AT_STORAGE: ReadonlyMap<string, LocalCode> = new Map([
	['timeout', 'storageTooSlow'],
	['unreachable', 'storageUnreachable'],
	['untrustedCertificate', 'untrustedStorage'],
]);

/**
 * Asks a storage host for a file, without the signature. Where no answer comes, or only that of a
 * host in trouble, it is asked again: nothing was read yet.
 *
 * @throws PlatformError, `refusedHost`, `forbiddenHost` and `notServed` among them
 */
export async function ask(platform: Platform, url: URL, rules: StorageRules): Promise<HttpStream> {
	const { egress, signal, timeoutMs = DEFAULT_TIMEOUT_MS } = platform.options;
	const mayBeInside = checkHost(url, rules);
	const connections = connectionsTo(platform, rules.allowUnauthorizedCerts, mayBeInside);
	const attempt = async (): Promise<HttpStream> => {
		await checkEgress(url, egress);
		const answer = await fetchStream(connections, {
			method: 'GET',
			url,
			headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
			timeoutMs,
			signal,
		});
		if (answer.status < 500) return answer;
		drop(answer.body);
		throw notServed(answer.status);
	};
	try {
		return await retry(attempt, mayAskAgain, signal);
	} catch (error) {
		throw error instanceof PlatformError ? atStorage(error) : error;
	}
}

/**
 * Connections to storage hosts, apart from those to the platform. Those that were opened for a host
 * that may be inside the network serve nobody else.
 */
function connectionsTo(
	{ application, options: { egress } }: Platform,
	allowUnauthorizedCerts: boolean,
	mayBeInside: boolean,
): Connections {
	const traits = `${allowUnauthorizedCerts} ${mayBeInside} ${Boolean(egress)}`;
	const resolve = egress?.createSecureLookup() ?? systemLookup;
	const { hostname } = new URL(application.baseUrl);
	return connectionsOf(`storage ${identityOf(application)} ${traits}`, {
		rejectUnauthorized: !allowUnauthorizedCerts,
		lookup: mayBeInside ? resolve : outsideLookup(resolve, hostname),
		proxyFor,
	});
}

function mayAskAgain(failure: PlatformError): boolean {
	if (failure.code === 'refusedHost') return false;
	return (failure.httpStatus ?? 0) >= 500 || mayRepeat(failure, 'read');
}

function atStorage(error: PlatformError): PlatformError {
	const code = AT_STORAGE.get(error.code);
	return code ? localError(code, error.detail, error.outcome) : error;
}
