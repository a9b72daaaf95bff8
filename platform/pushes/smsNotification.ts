import type { JsonObject } from '../wire/json';
import type { SmsEvent } from './events';
import { SMS_RESULTS } from './pushCodes';
import { coded, contentId, extraOf, isBlock, type Documented } from './pushFields';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';

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

/** A text message (短信通知接口, smsEvent), in Notify and in Block mode. */
export function smsEvent(event: JsonObject): SmsEvent {
	const smsId = read.text(event, 'smsIdentifier');
	const isQuestion = isBlock(event, 'notificationMode');
	const result = read.integer(event, 'sendResult');
	const extInfo = read.object(event, 'extInfo');
	const parameters = extParas(extInfo);
	// A Block request and the Notify that follows are about the same text, but two events.
	const step = isQuestion ? ['block'] : ['notify', ...(result === undefined ? [] : [result])];
	return withoutAbsent({
		eventType: 'sms' as const,
		eventId: ['sms', smsId ?? contentId(event), ...step].join(':'),
		time: read.time(event, 'timeStamp') ?? read.time(event, 'timestamp'),
		smsId,
		subscriptionId: read.text(event, 'subscriptionId'),
		from: read.text(event, 'calling'),
		to: read.text(event, 'called'),
		privateNumber: read.text(event, 'virtualNumber'),
		text: rawText(event, 'smsContent'),
		parts: read.integer(parameters, 'splitNum'),
		direction: (['toA', 'fromA', 'unknown'] as const)[read.integer(parameters, 'direction') ?? -1],
		// While the text waits, this field is always 0 and means nothing.
		sendResult: isQuestion ? undefined : coded(result, SMS_RESULTS),
		userData: read.userData(event),
		needsReply: isQuestion,
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
