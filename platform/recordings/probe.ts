import { readAnswer } from '../client/answer';
import type { Application } from '../application/application';
import { forgetRefusal } from '../client/circuitBreaker';
import { connectionKey } from '../client/exchange';
import { queryString } from '../client/request';
import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { signedHeaders } from '../application/headers';
import { connectionsOf } from '../transport/connections';
import { fetchText, type HttpAnswer } from '../transport/http';
import { PATH } from './recording';
import { categoryOf, provesKeys } from '../codes/refusals';

/** A recording that nobody has; every mode has the interface. */
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
	const refused = await ask(application, timeoutMs);
	// What was refused a moment ago is tried again at once.
	if (refused === undefined) forgetRefusal(application);
	return refused;
}

async function ask(
	application: Application,
	timeoutMs: number,
): Promise<PlatformError | undefined> {
	const url = new URL(application.baseUrl + PATH + queryString(QUERY));
	try {
		const answer = await fetchText(connectionsOf(...connectionKey(application)), {
			method: 'GET',
			url,
			headers: signedHeaders(application),
			timeoutMs,
		});
		if (!leadsToRecording(answer, url)) readAnswer(answer);
		return undefined;
	} catch (error) {
		if (!(error instanceof PlatformError)) throw error;
		// Whoever knows the mode has read the signature.
		const isAccepted = categoryOf(error) === 'mode' || provesKeys(error);
		return isAccepted ? undefined : withoutPage(error);
	}
}

/** Whoever may test a credential chooses the address, and should not read what stands there. */
function withoutPage(error: PlatformError): PlatformError {
	const { code, httpStatus, outcome } = error;
	if (code !== 'invalidAnswer') return error;
	return localError(code, detail('status', { status: Number(httpStatus) }), outcome, httpStatus);
}

/**
 * The documented success: 301 with the address of a recording. A web server that moves everybody to
 * https, to another host or to its home page answers 301 as well, and has seen no signature.
 */
function leadsToRecording({ status, headers: { location } }: HttpAnswer, asked: URL): boolean {
	if (status !== 301 || typeof location !== 'string' || !URL.canParse(location, asked))
		return false;
	const names = new URL(location, asked).pathname.split('/').filter((name) => name !== '');
	return names.length > 0 && !`/${names.join('/')}`.endsWith(PATH);
}
