import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { compactTime } from './times';

/** Host that writes the call records, as in the documented session ids. */
export const hostName = 'callenabler246.huaweicaas.com';

/** Server that keeps the recordings, as in the documented request of the recording link. */
export const recordDomain = 'ostor.huawei.com';

/** Binding id (subscriptionId, 1-64 characters). */
export const newSubscriptionId = (): string => randomUUID();

/** Unique id of an SMS (smsIdentifier, 1-64 characters). */
export const newSmsIdentifier = (): string => randomUUID();

/** Nonce of a signature: 1-128 digits and letters. */
export const newNonce = (): string => randomBytes(16).toString('hex').toUpperCase();

/** The parts of a call's identity. */
export interface CallIdentity {
	/** `1200_1029_4294967295_20190123091514@callenabler246.huaweicaas.com` */
	sessionId: string;
	/** Unique id of the call record, at most 64 characters. */
	icid: string;
	/** File name of the recording, `1200_366_0_20161228102743.wav`. */
	recordObjectName: string;
}

/** Makes the ids of the call number `serial` that begins at `startedAt`. AXE calls begin with 1202. */
export function newCallIdentity(prefix: string, serial: number, startedAt: number): CallIdentity {
	const time = compactTime(startedAt);
	const digest = createHash('md5').update(`${randomUUID()}${serial}`).digest('hex');
	return {
		sessionId: `${prefix}_${serial}_4294967295_${time}@${hostName}`,
		icid: `${digest}.${Math.floor(startedAt / 1000)}.${serial}`,
		recordObjectName: `${prefix}_${serial}_0_${time}.wav`,
	};
}
