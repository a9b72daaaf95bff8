import { refusal, readAnswer } from '../client/answer';
import { DEFAULT_TIMEOUT_MS } from '../client/exchange';
import type { Platform } from '../client/run';
import { detail } from '../codes/details';
import { localError, PlatformError, refuse } from '../codes/errors';
import { delay } from '../transport/timer';
import type { HttpAnswer } from '../transport/http';
import { checkLength, checkPresent } from '../wire/rules';
import { drop, receive, type Download } from './body';
import { ask, type StorageRules } from './storage';

export type { Download };

/** Address of the interface for recordings. */
export const PATH = '/rest/provision/voice/record/v1.0';
const NO_SUCH_RECORDING = '1012007';
const MOST_REDIRECTS = 3;

/** Names a recording as call records do: recordObjectName and recordDomain. */
export interface RecordingName {
	fileName: string;
	recordDomain: string;
}

/**
 * Asks for the download address of a recording (获取录音文件下载地址接口). It is good for a short
 * time only. Source: GetRecordingDownloadUrl.
 *
 * @throws PlatformError 1012007 when there is none (yet), `noLocation` when no address came
 */
export async function getUrl(platform: Platform, name: RecordingName): Promise<string> {
	for (const field of ['fileName', 'recordDomain'] as const) {
		checkPresent(field, name[field], 'namesRecording');
		checkLength(field, name[field], 128);
	}
	const { fileName, recordDomain } = name;
	return await platform.send(
		{ method: 'GET', path: PATH, query: { fileName, recordDomain }, effect: 'read' },
		(answer) => readLocation(answer, platform.application.baseUrl),
	);
}

/** How a recording is fetched. */
export interface DownloadOptions {
	/** How long to wait for a recording that is not there yet, in milliseconds. */
	waitMs?: number;
	/**
	 * Hosts that the user trusts: addresses of them may be downloaded beside Huawei's own, by http too,
	 * and inside the network.
	 */
	allowedHosts?: readonly string[];
	/** Accepts certificates of storage hosts that cannot be verified: they get no secret. */
	allowUnauthorizedCerts?: boolean;
	/** Largest recording accepted, in bytes. */
	maxBytes?: number;
}

/** Pauses before a recording that is not there yet is asked for again, in milliseconds; then the last. */
const WAIT_STEPS_MS = [1000, 2000, 5000, 10_000];

/**
 * Downloads a recording by its name or, where a call record gives one, by its address. The storage
 * host gets a plain request: the signed headers go to the platform only. No host inside the network
 * is connected to, unless the platform is there too or the user allows it.
 *
 * A storage that gives less than 1 KiB a second on average, over the time that the run allows for an
 * answer, is given up: a download ends after its size divided by that rate at the latest.
 *
 * @throws PlatformError as {@link getUrl}, and `refusedHost`, `noRecording`, `notServed`, `tooLarge`,
 * `storageTooSlow`, `storageUnreachable`, `untrustedStorage`
 */
export async function download(
	platform: Platform,
	source: RecordingName | { url: string },
	options: DownloadOptions = {},
): Promise<Download> {
	const { application } = platform;
	const { allowedHosts = [], waitMs = 0, maxBytes, allowUnauthorizedCerts = false } = options;
	const rules = {
		allowedHosts,
		allowUnauthorizedCerts: allowUnauthorizedCerts || application.allowUnauthorizedCerts,
		baseUrl: application.baseUrl,
		onlyStorageHosts: 'url' in source,
	};
	const given = 'url' in source ? parseUrl(source.url) : undefined;
	return await waitFor(platform, waitMs, async () => {
		const url = given ?? parseUrl(await getUrl(platform, source as RecordingName));
		return await fetchRecording(platform, url, rules, maxBytes);
	});
}

/** Tries until the recording is there, or the time is over. */
async function waitFor<Result>(
	platform: Platform,
	waitMs: number,
	attempt: () => Promise<Result>,
): Promise<Result> {
	const giveUp = Date.now() + waitMs;
	for (let tries = 0; ; tries += 1) {
		try {
			return await attempt();
		} catch (error) {
			const left = giveUp - Date.now();
			if (!isMissing(error) || left <= 0) throw error;
			const step = WAIT_STEPS_MS[tries] ?? WAIT_STEPS_MS.at(-1) ?? left;
			await delay(Math.min(step, left), platform.options.signal);
		}
	}
}

/** Not there (yet): the platform or the storage says so, or the storage gives something in its place. */
function isMissing(error: unknown): boolean {
	if (!(error instanceof PlatformError)) return false;
	const { code, httpStatus } = error;
	return (
		code === NO_SUCH_RECORDING ||
		code === 'noRecording' ||
		(code === 'notServed' && httpStatus === 404)
	);
}

function readLocation(answer: HttpAnswer, baseUrl: string): string {
	const { status, headers } = answer;
	if (status >= 300 && status < 400) {
		const { location } = headers;
		if (typeof location === 'string' && location !== '') return resolve(location, baseUrl).href;
		throw localError('noLocation', detail('noLocation', { status }), 'refused', status);
	}
	readAnswer(answer);
	throw refusal(answer);
}

async function fetchRecording(
	platform: Platform,
	first: URL,
	rules: StorageRules,
	maxBytes?: number,
): Promise<Download> {
	const { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = platform.options;
	let url = first;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		const answer = await ask(platform, url, rules);
		const { location } = answer.headers;
		if (answer.status >= 300 && answer.status < 400 && typeof location === 'string') {
			drop(answer.body);
			url = resolve(location, url);
			continue;
		}
		return await receive(answer, { maxBytes, timeoutMs, signal });
	}
	throw localError('notServed', detail('redirects', { most: MOST_REDIRECTS }), 'refused');
}

/** Where a redirect leads to. */
function resolve(location: string, from: string | URL): URL {
	if (URL.canParse(location, from.toString())) return new URL(location, from);
	throw localError('noLocation', detail('nowhere'), 'refused');
}

function parseUrl(text: string): URL {
	try {
		return new URL(text);
	} catch {
		throw refuse('url', text, 'recordingAddress');
	}
}
