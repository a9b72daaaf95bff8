import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { JsonObject } from '../../platform/wire/json';
import { checkWithKeys } from '../../platform/client/application';
import { readPush, type Push } from '../../platform/pushes/notifications';
import { InputError } from '../../platform/codes/errors';
import { maskWithin } from '../../platform/pushes/mask';
import { cutBeyond, isNestedBeyond } from '../../platform/wire/read';
import { readApplication } from '../../platform/client/settings';
import { CREDENTIAL } from '../shared/credential';
import { acknowledge, acknowledgeWithin, refusePush, reply, replyWithin } from './answer';
import { defaultReply, staleCall } from './block';
import { readBody } from './body';
import { presentPush } from './present';
import { restoreSender } from './restoreSender';
import { selectEvents } from './select';
import { readSettings, type TriggerSettings } from './settings';
import { refusalOf } from './verify';

/** n8n takes this for "the answer is given, there is nothing to run". */
const DONE: IWebhookResponseData = { noWebhookResponse: true };
/** The platform's own bodies have five levels; n8n cannot store one of thousands. */
const DEEPEST = 32;
const NONE: TriggerSettings['events'] = new Set();

/** A push on its way: verify, read, select, answer. Never throws. */
export async function receive(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const settings = readSettings(webhook);
		const refusal = await refusalBy(webhook, settings);
		if (refusal !== undefined) {
			webhook.logger.warn(`Huawei Private Number: a push was refused: ${refusal}`);
			refusePush(webhook.getResponseObject(), 401, refusal);
			return DONE;
		}
		const body = readBody(webhook);
		if (body === undefined) {
			refusePush(webhook.getResponseObject(), 400, 'The body must be a JSON object');
			return DONE;
		}
		if (isNestedBeyond(body, DEEPEST)) return dropDeep(webhook, body, settings);
		return answer(webhook, readPush(body, new Date()), body, settings);
	} catch (error) {
		webhook.logger.error(`Huawei Private Number: a push could not be taken: ${reasonOf(error)}`);
		refusePush(webhook.getResponseObject(), 500, 'The push could not be taken');
		return DONE;
	}
}

/** No workflow gets it, but whoever waits is answered, and nothing is sent again. */
function dropDeep(
	webhook: IWebhookFunctions,
	body: JsonObject,
	settings: TriggerSettings,
): IWebhookResponseData {
	const shallow = cutBeyond(body, DEEPEST);
	const push = readPush(shallow, new Date());
	return answer(webhook, { ...push, kind: 'unknown' }, shallow, { ...settings, events: NONE });
}

function answer(
	webhook: IWebhookFunctions,
	push: Push,
	body: JsonObject,
	settings: TriggerSettings,
): IWebhookResponseData {
	const response = webhook.getResponseObject();
	const events = selectEvents(push, settings);
	const byWorkflow = push.question !== undefined && settings.respond === 'workflow';
	const stale = staleCall(push, receiverOf(webhook), settings.maxBlockAgeMs);
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
	const waiting = byWorkflow ? events : events.map((event) => ({ ...event, needsReply: false }));
	const workflowData = presentPush(push, waiting, body, settings);

	if (byWorkflow) {
		const edit = settings.maskNumbers ? restoreSender(push) : undefined;
		replyWithin(response, settings.replyDeadlineMs, fallback, edit);
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

/** Names this trigger, not the address: anybody can put something behind an address. */
function receiverOf(webhook: IWebhookFunctions): string {
	return [webhook.getWorkflow().id, webhook.getNode().id, webhook.getMode()].join(' ');
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

function arrived(webhook: IWebhookFunctions) {
	const request = webhook.getRequestObject();
	const { headers, rawBody } = request;
	const host = headers['x-forwarded-host'] ?? headers.host;
	const protocol = headers['x-forwarded-proto'] ?? request.protocol;
	return {
		headers,
		rawBody: (rawBody as Buffer | undefined) ?? '',
		urls: [
			webhook.getNodeWebhookUrl('default') ?? '',
			`${String(protocol)}://${String(host)}${request.originalUrl}`,
		],
	};
}

/** Why a push may not start the workflow, as far as its signature tells. */
async function refusalBy(
	webhook: IWebhookFunctions,
	settings: TriggerSettings,
): Promise<string | undefined> {
	if (settings.signatureCheck === 'off') return undefined;
	const push = arrived(webhook);
	const { credentials } = webhook.getNode();
	const receiver = `${receiverOf(webhook)} ${credentials?.[CREDENTIAL]?.id ?? ''}`;
	return await checkWithKeys(
		receiver,
		async () => readApplication(await webhook.getCredentials(CREDENTIAL)),
		(keys) => refusalOf(push, keys, settings),
	);
}
