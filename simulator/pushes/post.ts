import { request } from 'undici';
import type { Agent } from 'undici';

import type { PushAttempt } from './push';

const describe = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : error.name;
	return error.message ? `${code}: ${error.message}` : code;
};

/** One POST, as the platform sends it; redirects are not followed. */
export async function post(
	agent: Agent,
	url: string,
	headers: Readonly<Record<string, string>>,
	body: string,
	timeoutMs: number,
): Promise<PushAttempt> {
	const begin = Date.now();
	const attempt: PushAttempt = { at: new Date(begin).toISOString() };
	try {
		const answer = await request(url, {
			method: 'POST',
			headers,
			body,
			dispatcher: agent,
			signal: AbortSignal.timeout(timeoutMs),
		});
		attempt.status = answer.statusCode;
		attempt.answerBody = (await answer.body.text()).slice(0, 65_536);
	} catch (error) {
		attempt.error = describe(error);
	}
	attempt.durationMs = Date.now() - begin;
	return attempt;
}
