import { createHash } from 'node:crypto';

import { restate, type PlatformError } from '../codes/errors';
import { isRefusalOfKeys, provesKeys, stopsRun } from '../codes/refusals';
import { openStore } from '../state/store';
import { identityOf, type Application } from '../application/application';

/** How long keys that were refused are not tried again by this process, in milliseconds. */
const HOLD_MS = 10_000;
/** After so many requests without any word of the platform nothing more is sent in a run. */
const MOST_SILENT = 12;

/** Keys that were refused a moment ago, by the digest of application and secret. */
const refusedKeys = openStore<{ error: PlatformError; until: number }>({
	most: 1000,
	lifeMs: HOLD_MS,
});

/**
 * The circuit breaker: stops a run after a refusal that every further request would meet too. The
 * platform locks an address for 30 minutes when too many wrong signatures come from it (1020176).
 */
export interface CircuitBreaker {
	/** @throws PlatformError the refusal, when it is open: nothing may be sent */
	check(): void;
	/** The platform took a request. */
	accepted(): void;
	/** A request did not succeed. */
	failed(error: PlatformError): void;
}

/** A closed breaker for one run; open at once for keys that were refused a moment ago. */
export function createCircuitBreaker(application: Application): CircuitBreaker {
	const key = digestOf(application);
	let open: PlatformError | undefined;
	let isProven = false;
	let silent = 0;
	return {
		check() {
			if (open) throw open;
			const held = refusedKeys.get(key);
			if (held) throw heldBack(held.error, held.until - Date.now());
		},
		accepted() {
			isProven = true;
			refusedKeys.delete(key);
		},
		failed(error) {
			if (stopsRun(error)) {
				open ??= error;
				if (isRefusalOfKeys(error)) refusedKeys.set(key, { error, until: Date.now() + HOLD_MS });
			} else if (provesKeys(error)) {
				isProven = true;
			} else if (error.outcome !== 'refused' && error.code !== 'cancelled') {
				silent += 1;
				if (!isProven && silent >= MOST_SILENT) open ??= final(error);
			}
		},
	};
}

/** Keys that were accepted elsewhere, by the test of a credential, are tried again at once. */
export function forgetRefusal(application: Application): void {
	refusedKeys.delete(digestOf(application));
}

function digestOf(application: Application): string {
	const { appSecret, authentication } = application;
	return createHash('sha256')
		.update(`${identityOf(application)} ${authentication} ${appSecret}`)
		.digest('base64');
}

function heldBack(error: PlatformError, heldForMs: number): PlatformError {
	return restate(error, { heldForMs });
}

/** Nothing was sent: no try may follow. */
function final(error: PlatformError): PlatformError {
	return restate(error, { outcome: 'refused' });
}
