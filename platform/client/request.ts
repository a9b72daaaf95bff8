import type { PlatformError } from '../codes/errors';
import type { HttpRequest } from '../transport/http';
import type { JsonObject } from '../wire/json';

/**
 * What a request does to the platform, which decides when it may be sent again:
 * `read` and `change` (updates, deletes) are repeated after a lost answer, `create` never by itself.
 */
export type Effect = 'read' | 'change' | 'create';

/** One request to an interface of the platform. */
export interface PlatformRequest {
	method: HttpRequest['method'];
	/** Path below the base URL. */
	path: string;
	/** Absent values are left out; `+` goes out as `%2B`. */
	query?: Readonly<Record<string, string | number | undefined>>;
	body?: JsonObject;
	effect: Effect;
}

/** A query string in which `+` is `%2B` and a blank `%20`, as the platform reads it. */
export function queryString(query: PlatformRequest['query'] = {}): string {
	const pairs = Object.entries(query)
		.filter((pair): pair is [string, string | number] => pair[1] !== undefined)
		// By way of UTF-8: half a character, which text cut elsewhere may end with, cannot be written.
		.map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(`${value}`).toString())}`);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** What another try cannot change. */
const HOPELESS = new Set(['badProxy', 'cancelled', 'untrustedCertificate', 'forbiddenHost']);

/** Whether a request may be sent again by itself after it got no answer. */
export function mayRepeat({ outcome, code }: PlatformError, effect: Effect): boolean {
	if (HOPELESS.has(code)) return false;
	return outcome === 'unsent' || (outcome === 'lost' && effect !== 'create');
}
