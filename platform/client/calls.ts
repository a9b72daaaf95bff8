import { PlatformError } from '../codes/errors';
import { isNotFound } from '../codes/refusals';
import type { JsonObject } from '../wire/json';
import { readAnswer } from './answer';
import type { PlatformRequest } from './request';
import type { Platform } from './run';

/** Sends a request whose answer is JSON with a `resultcode`. */
export async function call(platform: Platform, request: PlatformRequest): Promise<JsonObject> {
	return await platform.send(request, readAnswer);
}

/**
 * Sends a request that removes something.
 *
 * @param ignoreNotFound takes "there is nothing to remove" for a success
 * @returns whether there was nothing to remove; what an earlier, lost try removed counts as removed
 */
export async function remove(
	platform: Platform,
	request: PlatformRequest,
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	try {
		await call(platform, request);
		return { alreadyDeleted: false };
	} catch (error) {
		if (!(error instanceof PlatformError) || !isNotFound(error)) throw error;
		if (error.afterLost || platform.wasLost) return { alreadyDeleted: false };
		if (ignoreNotFound) return { alreadyDeleted: true };
		throw error;
	}
}
