import type { Application } from './application';
import { signRequest } from './signature';

/** What the platform wants to be told of the content, even of requests that have none. */
export const JSON_TYPE = 'application/json;charset=UTF-8';

/** The headers of a request, signed anew. */
export function signedHeaders(application: Application): Record<string, string> {
	return {
		Accept: 'application/json',
		'Accept-Encoding': 'identity',
		'Content-Type': JSON_TYPE,
		...signRequest(application, application.authentication),
	};
}
