import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { InputError } from '../../platform/codes/errors';
import { maskWithin } from '../../platform/pushes/mask';
import { readPush, recordCount, type Push } from '../../platform/pushes/notifications';
import type { JsonObject } from '../../platform/wire/json';
import { cutBeyond, isNestedBeyond } from '../../platform/wire/read';
import { acknowledge, acknowledgeWithin, refusePush, reply, replyWithin } from './answer';
import { defaultReply, staleCall } from './block';
import { holdsMoreThan, parseBody, readBytes, UnreadableBody } from './body';
import { overload } from './load';
import { withChangeIds } from './numberChanges';
import { presentPush } from './present';
import { receiverOf } from './receiver';
import { restoreSender } from './restoreSender';
import { selectEvents } from './select';
import { readSettings, type TriggerSettings } from './settings';
import { senderOfPush } from './verify';

/** n8n takes this for "the answer is given, there is nothing to run". */
const DONE: IWebhookResponseData = { noWebhookResponse: true };
/** The platform's own bodies have five levels; n8n cannot store one of thousands. */
const DEEPEST = 32;
/** The platform sends at most 50 call records, and 100 numbers, in one push. */
const MOST_RECORDS = 1000;
/** The largest push of the platform has hundreds of objects and lists. */
const MOST_OBJECTS = 200_000;
const NONE: TriggerSettings['events'] = new Set();
const lateAdvice = "shorten the way from trigger to reply, or raise 'Reply Deadline'";

/** What an answer is made from. */
interface Arrival {
	push: Push;
	body: JsonObject;
	receivedAt: Date;
	/** What digests of masked numbers are made with. */
	maskKey: string;
	/** Names the push, where its signature does. */
	delivery?: string;
}

/** A push on its way: verify, read, select, answer. Never throws. */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await taken(webhook);
	} catch (error) {
		if (error instanceof UnreadableBody) {
			webhook.logger.warn(`Huawei Private Number: a push was refused: ${error.message}`);
			return refused(webhook, error.status, error.message);
		}
		webhook.logger.error(`Huawei Private Number: a push could not be taken: ${reasonOf(error)}`);
		return refused(webhook, 500, 'The push could not be taken');
	}
}

async function taken(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(webhook);
	const sender = await senderOfPush(webhook, settings);
	if (sender.refusal !== undefined) {
		const hint = sender.hint === undefined ? '' : `. ${sender.hint}`;
		webhook.logger.warn(`Huawei Private Number: a push was refused: ${sender.refusal}${hint}`);
		return refused(webhook, 401, sender.refusal);
	}
	const bytes = await readBytes(webhook);
	if (bytes && holdsMoreThan(bytes, MOST_OBJECTS)) {
		return tooMuch(webhook, `more than ${MOST_OBJECTS} objects and lists`);
	}
	const body = parseBody(webhook, bytes);
	if (body === undefined) return refused(webhook, 400, 'The body must be a JSON object');
	const count = recordCount(body);
	if (count > MOST_RECORDS) {
		return tooMuch(webhook, `${count} records, more than ${MOST_RECORDS}`);
	}
	const receivedAt = new Date();
	const maskKey = sender.keys?.appSecret ?? webhook.getInstanceId();
	const arrival = { receivedAt, maskKey, delivery: sender.delivery };
	if (!isNestedBeyond(body, DEEPEST)) {
		const push = readPush(body, receivedAt);
		return answer(webhook, { ...arrival, push, body }, settings);
	}
	// No workflow gets it, but whoever waits is answered, and nothing is sent again.
	const shallow = cutBeyond(body, DEEPEST);
	const push: Push = { ...readPush(shallow, receivedAt), kind: 'unknown' };
	return answer(webhook, { ...arrival, push, body: shallow }, { ...settings, events: NONE });
}

/** Refuses a push that holds more than the platform ever sends, with a line in the log. */
function tooMuch(webhook: IWebhookFunctions, held: string): IWebhookResponseData {
	webhook.logger.warn(`Huawei Private Number: a push was refused: it has ${held}`);
	return refused(webhook, 400, `The push has ${held}`);
}

function refused(
	webhook: IWebhookFunctions,
	status: 400 | 401 | 413 | 422 | 500,
	reason: string,
): IWebhookResponseData {
	refusePush(webhook.getResponseObject(), status, reason);
	return DONE;
}

function answer(
	webhook: IWebhookFunctions,
	{ push, body, receivedAt, maskKey, delivery }: Arrival,
	settings: TriggerSettings,
): IWebhookResponseData {
	const response = webhook.getResponseObject();
	const receiver = receiverOf(webhook);
	const chosen = selectEvents(push, settings, receiver);
	const events = withChangeIds(chosen, { receiver, receivedAt, delivery });
	const byWorkflow = push.question !== undefined && settings.respond === 'workflow';
	const stale = staleCall(push, receiver, settings.maxBlockAgeMs);
	const fallback = defaultReply(push, stale ? {} : settings);
	if (stale) {
		webhook.logger[stale.level](
			`Huawei Private Number: a waiting call was not connected: ${stale.reason}`,
		);
	}

	if (events.length === 0 || (stale && byWorkflow)) {
		logDropped(webhook, push);
		if (push.question) reply(response, fallback);
		else acknowledge(response);
		return DONE;
	}
	const late = byWorkflow ? overload(settings.replyDeadlineMs) : undefined;
	if (late !== undefined) {
		webhook.logger.warn(`Huawei Private Number: a workflow was not asked: ${late}`);
		reply(response, fallback);
		return DONE;
	}
	const waiting = byWorkflow ? events : events.map((event) => ({ ...event, needsReply: false }));
	const timeZone = webhook.getTimezone();
	const workflowData = presentPush(push, waiting, body, { ...settings, timeZone, maskKey });

	if (byWorkflow) {
		const edit = settings.maskNumbers ? restoreSender(push) : undefined;
		const onLate = (lateMs: number): void => {
			webhook.logger.warn(
				`Huawei Private Number: a reply came ${lateMs} ms after the default answer had gone out: ${lateAdvice}`,
			);
		};
		replyWithin(response, { deadlineMs: settings.replyDeadlineMs, fallback, edit, onLate });
		return { noWebhookResponse: true, workflowData };
	}
	if (push.question) {
		reply(response, fallback);
		return { noWebhookResponse: true, workflowData };
	}
	if (settings.respond === 'workflow') {
		acknowledge(response);
		return { noWebhookResponse: true, workflowData };
	}
	if (settings.respond === 'afterSuccess') acknowledgeWithin(response, settings.ackDeadlineMs);
	return { workflowData };
}

/** What went wrong, without a value: it may be somebody's phone number. */
function reasonOf(error: unknown): string {
	if (error instanceof InputError) return `'${error.field}' must be ${error.expected}`;
	return maskWithin(error instanceof Error ? error.message : String(error));
}

function logDropped({ logger }: IWebhookFunctions, { kind, events }: Push): void {
	if (kind === 'unknown') {
		logger.warn('Huawei Private Number: a push of an unknown kind was dropped');
	} else if (events.length === 0) {
		logger.info('Huawei Private Number: a push without a record was dropped');
	}
}
