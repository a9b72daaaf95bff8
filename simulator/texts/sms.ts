import type { Application } from '../applications/application';
import type { ModeName } from '../config/applications';
import type { Direction } from '../modes/shared/mode';
import { defined } from '../wire/json';
import type { JsonObject } from '../wire/json';
import { smsTime } from '../wire/times';
import { splitCount } from './splitting';

/** An SMS as it is ordered from the simulator; numbers may be written loosely. */
export interface SmsRequest {
	/** The phone that writes. */
	from: string;
	/** The X number that it writes to. */
	to: string;
	text: string;
	/** Outcome to report in place of the real one (sendResult, 0-13). */
	sendResult?: number;
}

/** An SMS and its fate. */
export interface Sms {
	readonly smsIdentifier: string;
	readonly appKey: string;
	readonly mode: ModeName;
	/** ISO time. */
	readonly time: string;
	/** The real sender. */
	readonly from: string;
	readonly x: string;
	readonly text: string;
	state: 'deciding' | 'done';
	direction: Direction;
	subscriptionId?: string;
	userData?: string;
	/** The real receiver, when the SMS was forwarded. */
	to?: string;
	/** The text that reached the receiver. */
	deliveredText?: string;
	/** sendResult of the notification. */
	sendResult?: number;
}

/** Results of sending, by name (common.json, smsSendResult). */
export const results = {
	sent: 0,
	frozen: 1,
	paused: 3,
	discarded: 6,
	undecided: 7,
	failed: 10,
	noSms: 11,
};

/** The body of an SMS push: `{ appKey, smsEvent }`. */
export function smsBody(
	application: Application,
	sms: Sms,
	notificationMode: 'Notify' | 'Block',
): JsonObject {
	const isBlock = notificationMode === 'Block';
	const { asksOnCallin, smsEventName } = application.mode;
	const isSent = isBlock || sms.sendResult === results.sent;
	const smsEvent = {
		smsIdentifier: sms.smsIdentifier,
		notificationMode,
		calling: sms.from,
		// Told only after the platform has forwarded the message.
		called: isBlock || !isSent ? undefined : sms.to,
		virtualNumber: sms.x,
		event: smsEventName,
		timeStamp: smsTime(Date.parse(sms.time)),
		subscriptionId: sms.subscriptionId,
		smsContent: application.has('smsContent') ? sms.text : undefined,
		extInfo: {
			extParas: [
				{ key: 'splitNum', value: String(isSent ? splitCount(sms.text) : 0) },
				{ key: 'direction', value: String(sms.direction) },
			],
		},
		// X mode shows it in Notify only; AX sends 0 in Block.
		sendResult: isBlock ? (asksOnCallin ? undefined : 0) : sms.sendResult,
		areaCode: application.has('areaCode') ? application.numbers.get(sms.x)?.areaCode : undefined,
		userData: sms.userData,
	};
	return { appKey: application.appKey, smsEvent: defined(smsEvent) };
}
