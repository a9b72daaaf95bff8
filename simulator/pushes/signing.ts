import type { Application } from '../applications/application';
import type { Fault } from '../faults/faults';
import { signatureHeaders } from '../wire/signature';

/** The headers of a push, as its application signs them and a fault leaves them. */
export function pushHeaders(
	{ settings }: Application,
	url: string,
	now: number,
	fault?: Fault,
): Record<string, string> {
	const headers = { 'content-type': 'application/json;charset=UTF-8' };
	if (fault?.kind === 'pushUnsigned') return headers;
	const { appKey, appSecret, pushScheme: scheme = 'aksk' } = settings;
	const secret = fault?.kind === 'pushWrongSignature' ? `${appSecret}?` : appSecret;
	return { ...headers, ...signatureHeaders({ scheme, appKey, appSecret: secret, url, now }) };
}
