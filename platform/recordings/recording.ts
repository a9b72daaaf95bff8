import { refusal, readAnswer } from '../client/answer';
import type { Platform } from '../client/run';
import { detail } from '../codes/details';
import { localError, PlatformError, refuse } from '../codes/errors';
import { delay } from '../transport/timer';
import type { HttpAnswer } from '../transport/http';
import { checkLength, checkPresent } from '../wire/rules';
import { ask, drop, receive, type Download } from './storage';
import { checkStorageHost, checkToldHost } from './storageHosts';

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
	/** Hosts beside Huawei's own from which an address may be downloaded. */
	allowedHosts?: readonly string[];
	/** Largest recording accepted, in bytes. */
	maxBytes?: number;
}

/** How often a recording that is not there yet is asked for, in milliseconds. */
const WAIT_STEP_MS = 10_000;

/**
 * Downloads a recording by its name or, where a call record gives one, by its address. The storage
 * host gets a plain request: the signed headers go to the platform only.
 *
 * @throws PlatformError as {@link getUrl}, and `refusedHost`, `tooLarge`
 */
export async function download(
	platform: Platform,
	source: RecordingName | { url: string },
	options: DownloadOptions = {},
): Promise<Download> {
	const { allowedHosts = [], waitMs = 0, maxBytes } = options;
	if ('url' in source) {
		const check = (url: URL): void => {
			checkStorageHost(url, allowedHosts);
		};
		return await fetchRecording(platform, parseUrl(source.url), check, maxBytes);
	}
	const check = (url: URL): void => {
		checkToldHost(url, allowedHosts, platform.application.baseUrl);
	};
	const url = parseUrl(await waitForUrl(platform, source, waitMs));
	return await fetchRecording(platform, url, check, maxBytes);
}

async function waitForUrl(
	platform: Platform,
	name: RecordingName,
	waitMs: number,
): Promise<string> {
	const giveUp = Date.now() + waitMs;
	for (;;) {
		try {
			return await getUrl(platform, name);
		} catch (error) {
			const isMissing = error instanceof PlatformError && error.code === NO_SUCH_RECORDING;
			const left = giveUp - Date.now();
			if (!isMissing || left <= 0) throw error;
			await delay(Math.min(WAIT_STEP_MS, left), platform.options.signal);
		}
	}
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
	check: (url: URL) => void,
	maxBytes?: number,
): Promise<Download> {
	let url = first;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		check(url);
		const answer = await ask(platform, url);
		const { location } = answer.headers;
		if (answer.status >= 300 && answer.status < 400 && typeof location === 'string') {
			drop(answer.body);
			url = resolve(location, url);
			continue;
		}
		return receive(answer, maxBytes);
	}
	throw localError('redirected', detail('redirects', { most: MOST_REDIRECTS }), 'refused');
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
