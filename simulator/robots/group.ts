import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { RobotKind, Robots } from '../config/robots';
import type { Clock } from '../wire/clock';
import type { Journal } from '../wire/journal';
import type { JsonObject } from '../wire/json';
import { dingtalk } from './dingtalk';
import { feishu } from './feishu';
import type { RobotAnswer, RobotMessage, RobotRequest } from './robot';
import { wecom } from './wecom';

/** The group chat that the robots write into. */
export interface GroupChat {
	/** What came, refused messages too, oldest first; the oldest are forgotten. */
	readonly messages: readonly RobotMessage[];
	/** Webhook addresses, as their vendors' consoles show them. */
	addresses(base: string): Record<RobotKind, string>;
	clear(): void;
}

/** Longest memory of messages. */
const longest = 200;

/** Messages that a robot takes in a minute, and how it refuses more. */
const limits: Readonly<Record<RobotKind, { most: number; body: JsonObject }>> = {
	wecom: { most: 20, body: { errcode: 45009, errmsg: 'api freq out of limit' } },
	dingtalk: {
		most: 20,
		body: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
	},
	feishu: { most: 100, body: { code: 11232, data: {}, msg: 'frequency limited' } },
};

const answers: Readonly<
	Record<RobotKind, (request: RobotRequest, settings: Robots[RobotKind]) => RobotAnswer>
> = { wecom, dingtalk, feishu };

function readObject(text: unknown): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(String(text));
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? (value as JsonObject) : undefined;
	} catch {
		return undefined;
	}
}

/** Opens the group chat and its robots' webhooks under `/robots`. */
export function openGroupChat(
	server: FastifyInstance,
	robots: Robots,
	clock: Clock,
	journal: Journal,
): GroupChat {
	const messages: RobotMessage[] = [];
	const taken: { robot: RobotKind; at: number }[] = [];
	let serial = 0;

	const ask = (robot: RobotKind, request: RobotRequest): RobotAnswer => {
		const answer = answers[robot](request, robots[robot]);
		if (answer.refusal !== undefined) return answer;
		while (taken[0] && request.now - taken[0].at >= 60_000) taken.shift();
		const { most, body } = limits[robot];
		if (taken.filter((one) => one.robot === robot).length >= most) {
			const { errcode, errmsg, code, msg } = body;
			return { body, refusal: `${String(errcode ?? code)} ${String(errmsg ?? msg)}` };
		}
		taken.push({ robot, at: request.now });
		return answer;
	};

	const take = (robot: RobotKind, request: FastifyRequest, key: string): JsonObject => {
		const rawBody = typeof request.body === 'string' ? request.body : '';
		const { body, text, refusal } = ask(robot, {
			key,
			query: request.query as Record<string, string | undefined>,
			isJson: /^application\/json\b/i.test(request.headers['content-type'] ?? ''),
			body: readObject(rawBody),
			now: clock.now(),
		});
		serial += 1;
		const time = new Date(clock.now()).toISOString();
		const message = { id: serial, time, robot, text: text ?? '', refusal, rawBody };
		messages.push(message);
		if (messages.length > longest) messages.shift();
		journal.tell('robot', message);
		return body;
	};

	server.post<{ Querystring: { key?: string } }>('/robots/wecom/webhook/send', (request) =>
		take('wecom', request, request.query.key ?? ''),
	);
	// The vendor's own path as well, so that only the host of an address has to change.
	server.post<{ Querystring: { key?: string } }>('/robots/wecom/cgi-bin/webhook/send', (request) =>
		take('wecom', request, request.query.key ?? ''),
	);
	server.post<{ Querystring: { access_token?: string } }>(
		'/robots/dingtalk/robot/send',
		(request) => take('dingtalk', request, request.query.access_token ?? ''),
	);
	server.post<{ Params: { token: string } }>(
		'/robots/feishu/open-apis/bot/v2/hook/:token',
		(request) => take('feishu', request, request.params.token),
	);

	return {
		messages,
		addresses: (base) => ({
			wecom: `${base}/robots/wecom/cgi-bin/webhook/send?key=${robots.wecom.key}`,
			dingtalk: `${base}/robots/dingtalk/robot/send?access_token=${robots.dingtalk.key}`,
			feishu: `${base}/robots/feishu/open-apis/bot/v2/hook/${robots.feishu.key}`,
		}),
		clear() {
			messages.length = 0;
			taken.length = 0;
		},
	};
}
