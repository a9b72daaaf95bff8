import { InputError, restate } from '../../../platform/codes/errors';
import { end } from '../../../platform/modes/call';
import { NONE, platformThat, refused } from './scriptedPlatform';

const NO_SUCH_CALL = refused('1020152', 500);

test('a call is ended by its ID', async () => {
	const platform = platformThat([{}]);
	expect(await end(platform, '1201_612_4294967295')).toEqual({ alreadyEnded: false });
	expect(platform.sent).toEqual([
		{
			method: 'POST',
			path: '/rest/httpsessions/callStop/v2.0',
			body: { sessionid: '1201_612_4294967295', signal: 'call_stop' },
			effect: 'change',
		},
	]);
});

test('a call that is over already has ended, which is no refusal', async () => {
	expect(await end(platformThat([NO_SUCH_CALL]), 's')).toEqual({ alreadyEnded: true });
});

test('a call that a lost try has ended was not over before', async () => {
	const platform = platformThat([restate(NO_SUCH_CALL, { afterLost: true })]);
	expect(await end(platform, 's')).toEqual({ alreadyEnded: false });
});

test.each([NONE, refused('1010001', 500)])('$message is a refusal', async (refusal) => {
	await expect(end(platformThat([refusal]), 's')).rejects.toBe(refusal);
});

test('what goes wrong in the program itself is not taken for the end of a call', async () => {
	const fault = new TypeError('fault');
	const platform = { ...platformThat([]), send: () => Promise.reject(fault) };
	await expect(end(platform, 's')).rejects.toBe(fault);
});

test.each([
	['', 'names the call'],
	['s'.repeat(257), 'at most 256 characters'],
	['+8613800000021', 'not a phone number'],
	['138 0000 0021', 'not a phone number'],
])('"%s" is no ID of a call', async (sessionId, why) => {
	const platform = platformThat([{}]);
	const ended = end(platform, sessionId);
	await expect(ended).rejects.toThrow(InputError);
	await expect(ended).rejects.toMatchObject({ field: 'sessionId' });
	await expect(ended).rejects.toThrow(why);
	expect(platform.sent).toEqual([]);
});

test('an ID may have 256 characters', async () => {
	expect(await end(platformThat([{}]), 's'.repeat(256))).toEqual({ alreadyEnded: false });
});
