import { randomBytes } from 'node:crypto';

import type { Clock } from '../wire/clock';
import type { ResolvedOptions } from '../config/options';

/** A recording on the storage host. */
export interface Recording {
	readonly appKey: string;
	readonly fileName: string;
	readonly bucket: string;
	/** recordDomain of the call record. */
	readonly domain: string;
	readonly seconds: number;
}

interface Kept extends Recording {
	/** Part of the link that opens it: the storage host knows no signed headers. */
	readonly token: string;
	/** Real milliseconds since 1970; undefined until the call record is pushed. */
	availableFrom?: number;
	deletedAt: number;
}

/** The recordings of the platform. */
export interface Recordings {
	add(recording: Recording): Recording;
	/** The call record is on its way: the recording can be fetched after so many simulated seconds. */
	publish(recording: Recording, lagSeconds: number): void;
	/** The recording of an application, when it exists and can be fetched. */
	find(appKey: string, fileName: string, domain: string): Recording | undefined;
	/** Address on the storage host. */
	link(recording: Recording): string;
	/** Address of a recording by its name alone, once it can be fetched. */
	linkOf(fileName: string): string | undefined;
	/** What a link of the storage host opens. */
	open(bucket: string, fileName: string, token: string): Recording | undefined;
	clear(): void;
}

/** Life of a recording, counted from the push of its call record. */
const lifeDays = 7;

/** Opens an empty storage; `storageUrl` is asked when a link is made. */
export function openRecordings(
	options: ResolvedOptions,
	clock: Clock,
	storageUrl: () => string,
): Recordings {
	const kept = new Map<string, Kept>();
	const isThere = ({ availableFrom, deletedAt }: Kept): boolean =>
		availableFrom !== undefined && availableFrom <= clock.now() && clock.now() < deletedAt;
	const get = ({ fileName }: Recording): Kept => {
		const found = kept.get(fileName);
		if (!found) throw new Error(`The recording ${fileName} was never kept.`);
		return found;
	};
	const link = (recording: Recording): string => {
		const { bucket, fileName, token } = get(recording);
		const expires = Math.floor(clock.now() / 1000) + lifeDays * 86_400;
		return `${storageUrl()}/${bucket}/${encodeURIComponent(fileName)}?AccessKeyId=SIMULATED&Expires=${expires}&Signature=${token}`;
	};
	return {
		add(recording) {
			const token = randomBytes(16).toString('hex');
			kept.set(recording.fileName, { ...recording, token, deletedAt: Infinity });
			return recording;
		},
		publish(recording, lagSeconds) {
			const found = kept.get(recording.fileName);
			if (!found) return;
			found.availableFrom = clock.now() + (lagSeconds * 1000) / clock.speed;
			found.deletedAt = clock.now() + (lifeDays * 86_400_000) / options.expirySpeed;
		},
		find(appKey, fileName, domain) {
			const found = kept.get(fileName);
			return found?.appKey === appKey && found.domain === domain && isThere(found)
				? found
				: undefined;
		},
		link,
		linkOf(fileName) {
			const found = kept.get(fileName);
			return found && isThere(found) ? link(found) : undefined;
		},
		open(bucket, fileName, token) {
			const found = kept.get(fileName);
			return found?.bucket === bucket && found.token === token && isThere(found)
				? found
				: undefined;
		},
		clear() {
			kept.clear();
		},
	};
}
