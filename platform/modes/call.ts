import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { PlatformError, refuse } from '../codes/errors';
import { parsePhoneNumber } from '../wire/phoneNumber';
import { checkLength, checkPresent } from '../wire/rules';

const PATH = '/rest/httpsessions/callStop/v2.0';
const NO_SUCH_CALL = '1020152';

/**
 * Ends a call that is going on (终止呼叫接口). Source: TerminateCall.
 *
 * @param sessionId of an event of the call
 * @returns whether the call was over already
 */
export async function end(
	platform: Platform,
	sessionId: string,
): Promise<{ alreadyEnded: boolean }> {
	checkPresent('sessionId', sessionId, 'namesCall');
	checkLength('sessionId', sessionId, 256);
	// The platform would find no such call, and this one would seem to be over.
	if (parsePhoneNumber(sessionId) !== undefined) throw refuse('sessionId', sessionId, 'callId');
	// The platform writes this name in lower case here, unlike in its pushes.
	const body = { sessionid: sessionId, signal: 'call_stop' };
	try {
		await call(platform, { method: 'POST', path: PATH, body, effect: 'change' });
		return { alreadyEnded: false };
	} catch (error) {
		const isOver = error instanceof PlatformError && error.code === NO_SUCH_CALL;
		if (!isOver) throw error;
		return { alreadyEnded: !error.afterLost };
	}
}
