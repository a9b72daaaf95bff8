import type { JsonObject } from '../wire/json';
import type { Coded, Common } from './events';
import type { PushKindRow } from './kind';
import { SMS_RESULTS } from './pushCodes';
import { coded, contentId, extraOf, isBlock, type Documented } from './pushFields';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';

/** A text was sent, or waits for a decision. */
export interface SmsEvent extends Common {
	eventType: 'sms';
	from?: string;
	to?: string;
	/** Only where Huawei has opened it (短信通知携带短信内容). */
	text?: string;
	/** How many texts it was split into. */
	parts?: number;
	direction?: 'fromA' | 'toA' | 'unknown';
	sendResult?: Coded;
	/** ID of the text (smsIdentifier). */
	smsId?: string;
}

const FIELDS: Documented = {
	texts: [
		'smsIdentifier',
		'notificationMode',
		'calling',
		'called',
		'virtualNumber',
		'subscriptionId',
		'smsContent',
		'userData',
	],
	integers: ['sendResult'],
	times: ['timeStamp', 'timestamp'],
	others: ['event', 'extInfo', 'areaCode'],
};
const PARAMETERS: Documented = { integers: ['splitNum', 'direction'] };

/** Texts (短信通知接口, smsEvent), in Notify and in Block mode. */
export const texts = {
	kind: 'sms',
	types: ['sms'],
	usual: ['sms'],
	container: 'smsEvent',
	holds: 'one',
	toldByContainer: true,
	read: smsEvent,
	samples: [
		{
			smsEvent: {
				smsIdentifier: '76a301cc-3557-4637-9e41-23f5652db645',
				notificationMode: 'Notify',
				calling: '+8613800000001',
				called: '+8613900000002',
				virtualNumber: '+8617000000003',
				event: 'TextSMS',
				timeStamp: '2026-01-23T09:20:01.594Z',
				sendResult: 0,
			},
		},
	],
} as const satisfies PushKindRow<'sms', 'sms', SmsEvent>;

function smsEvent(event: JsonObject): SmsEvent {
	const smsId = read.text(event, 'smsIdentifier');
	const isQuestion = isBlock(event, 'notificationMode');
	const result = read.integer(event, 'sendResult');
	const extInfo = read.object(event, 'extInfo');
	const parameters = extParas(extInfo);
	// A Block request and the Notify that follows are about the same text, but two events.
	const step = isQuestion ? ['block'] : ['notify', ...(result === undefined ? [] : [result])];
	return withoutAbsent({
		eventType: 'sms' as const,
		from: read.text(event, 'calling'),
		to: read.text(event, 'called'),
		privateNumber: read.text(event, 'virtualNumber'),
		time: read.time(event, 'timeStamp') ?? read.time(event, 'timestamp'),
		userData: read.userData(event),
		subscriptionId: read.text(event, 'subscriptionId'),
		eventId: ['sms', smsId ?? contentId(event), ...step].join(':'),
		needsReply: isQuestion,
		text: rawText(event, 'smsContent'),
		parts: read.integer(parameters, 'splitNum'),
		direction: (['toA', 'fromA', 'unknown'] as const)[read.integer(parameters, 'direction') ?? -1],
		// While the text waits, this field is always 0 and means nothing.
		sendResult: isQuestion ? undefined : coded(result, SMS_RESULTS),
		smsId,
		extra: extraOfText(event, extInfo, parameters),
	});
}

/** The list of key and value pairs as one object. */
function extParas(extInfo: JsonObject): JsonObject {
	const pairs = read.objects(extInfo, 'extParas');
	return Object.fromEntries(
		pairs.flatMap((pair) => {
			const key = read.text(pair, 'key');
			return key === undefined ? [] : [[key, pair.value]];
		}),
	);
}

/** What the documents do not list; of two fields of one name, the one that stands nearer to the text. */
function extraOfText(event: JsonObject, extInfo: JsonObject, parameters: JsonObject) {
	const extra = {
		...extraOf(parameters, PARAMETERS),
		...extraOf(extInfo, { others: ['extParas'] }),
		...extraOf(event, FIELDS),
	};
	return Object.keys(extra).length > 0 ? extra : undefined;
}

/** What people wrote, blanks at its ends included. */
function rawText(source: JsonObject, name: string): string | undefined {
	const value = source[name];
	return typeof value === 'string' && value !== '' ? value : read.text(source, name);
}
