import { remove } from '../../../platform/client/calls';
import type { Platform } from '../../../platform/client/run';
import { PlatformError } from '../../../platform/codes/errors';
import { APPLICATION, request } from './scriptedServer';

const refusal = (code: string, afterLost = false): PlatformError =>
	new PlatformError({ code, text: '', outcome: 'refused', httpStatus: 403, afterLost });
const NONE = refusal('1012001');

/** A platform on which each request comes to the same. */
function platformThat(failure: Error | undefined, wasLost = false): Platform {
	return {
		application: { ...APPLICATION, baseUrl: 'https://platform.example' },
		options: {},
		wasLost,
		send: (_, read) =>
			failure
				? Promise.reject(failure)
				: Promise.resolve(read({ status: 200, headers: {}, text: '{"resultcode":"0"}' })),
	};
}

const removed = async (platform: Platform, ignoreNotFound = false) =>
	await remove(platform, request('change'), ignoreNotFound);

describe('what was to be removed and is not there', () => {
	test('was there when the platform took the request', async () => {
		expect(await removed(platformThat(undefined), true)).toEqual({ alreadyDeleted: false });
	});

	test('was removed before, or is told as a refusal, as one wants it', async () => {
		expect(await removed(platformThat(NONE), true)).toEqual({ alreadyDeleted: true });
		await expect(removed(platformThat(NONE))).rejects.toBe(NONE);
	});

	test.each([
		['of this request', platformThat(refusal('1012001', true))],
		['of an earlier execution', platformThat(NONE, true)],
	])('counts as removed by a lost try %s', async (_, platform) => {
		expect(await removed(platform)).toEqual({ alreadyDeleted: false });
		expect(await removed(platform, true)).toEqual({ alreadyDeleted: false });
	});

	test.each([
		['another refusal', refusal('1010002', true)],
		['a defect', new TypeError('a defect')],
	])('is not meant by %s', async (_, failure) => {
		await expect(removed(platformThat(failure, true), true)).rejects.toBe(failure);
	});
});
