import type { Keys, Scheme } from './signature';

/** A Private Number application as the credential describes it. */
export interface Application extends Keys {
	/** APP access address (APP接入地址), e.g. `https://rtcpns.cn-north-1.myhuaweicloud.com`. */
	baseUrl: string;
	authentication: Scheme;
	/** Accepts certificates that cannot be verified; false is the safe default. */
	allowUnauthorizedCerts: boolean;
}

/** Tells applications from each other, whatever secret they have just now. */
export function identityOf({ baseUrl, appKey }: Application): string {
	return `${baseUrl} ${appKey}`;
}
