import { storagePoolOf } from '../client/application';
import { DEFAULT_TIMEOUT_MS, mayRepeat, type Platform } from '../client/client';
import { repeat } from '../client/retry';
import { localError, PlatformError, type LocalCode } from '../codes/errors';
import { checkEgress } from '../transport/egress';
import { fetchStream, type HttpStream } from '../transport/http';
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
	const { application, options } = platform;
	const { egress, signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
	const mayBeInside = checkHost(url, rules);
	const { allowUnauthorizedCerts } = rules;
	const pool = storagePoolOf(application, { allowUnauthorizedCerts, mayBeInside }, egress);
	const attempt = async (): Promise<HttpStream> => {
		await checkEgress(url, egress);
		const answer = await fetchStream(pool, {
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
		return await repeat(attempt, mayAskAgain, signal);
	} catch (error) {
		throw error instanceof PlatformError ? atStorage(error) : error;
	}
}

function mayAskAgain(failure: PlatformError): boolean {
	if (failure.code === 'refusedHost') return false;
	return (failure.httpStatus ?? 0) >= 500 || mayRepeat(failure, 'read');
}

function atStorage(error: PlatformError): PlatformError {
	const code = AT_STORAGE.get(error.code);
	return code ? localError(code, error.text, error.outcome) : error;
}
