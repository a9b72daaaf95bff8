import { readAnswer } from './answer';
import { poolOf, type Application } from './application';
import { queryString } from './client';
import { PlatformError } from './errors';
import { fetchText } from './http';
import { categoryOf, isThrottled, stopsRun } from './refusals';
import { signRequest } from './signature';

/** An interface that every mode has, and a recording that nobody has. */
const PATH = '/rest/provision/voice/record/v1.0';
const QUERY = { fileName: 'signature-check.wav', recordDomain: 'signature-check' };

/**
 * Sends one signed request, once, to learn whether the platform accepts the signature. The platform
 * locks an address out after too many wrong ones, so this is never repeated.
 *
 * @returns the refusal of the signature or of the way to the platform; `undefined` when it is accepted
 */
export async function probe(
	application: Application,
	timeoutMs = 15_000,
): Promise<PlatformError | undefined> {
	try {
		const answer = await fetchText(poolOf(application), {
			method: 'GET',
			url: new URL(application.baseUrl + PATH + queryString(QUERY)),
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json;charset=UTF-8',
				...signRequest(application, application.authentication),
			},
			timeoutMs,
		});
		readAnswer(answer);
		return undefined;
	} catch (error) {
		if (!(error instanceof PlatformError)) throw error;
		const category = categoryOf(error);
		if (category === 'mode') return undefined;
		const stopped = stopsRun(error) || isThrottled(error);
		return stopped || category === undefined || category === 'server' ? error : undefined;
	}
}
