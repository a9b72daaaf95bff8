import { createHmac } from 'node:crypto';

import type { RobotSettings } from '../config/robots';
import { isFresh } from './robot';
import type { RobotAnswer, RobotRequest } from './robot';
import { field, textOf, wordsIn } from './text';

const refuse = (errcode: number, errmsg: string): RobotAnswer => ({
	body: { errcode, errmsg },
	refusal: `${errcode} ${errmsg}`,
});

const kinds = ['text', 'markdown', 'link', 'actionCard', 'feedCard'];

/** Where a kind of message must have words. */
const needed: Readonly<Record<string, readonly string[]>> = {
	text: ['content'],
	markdown: ['title', 'text'],
	link: ['title', 'text', 'messageUrl'],
	actionCard: ['title', 'text'],
};

/** The signature (加签): HmacSHA256 of the time in milliseconds and the secret, keyed by the secret. */
const sign = (timestamp: string, secret: string): string =>
	createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** 钉钉 自定义机器人: the token stands in the address; with a secret, time and signature as well. */
export function dingtalk(request: RobotRequest, settings: RobotSettings): RobotAnswer {
	const { key, query, body, isJson, now } = request;
	if (key !== settings.key) return refuse(300005, 'token is not exist');
	const { secret } = settings;
	if (secret !== undefined) {
		const { timestamp = '' } = query;
		if (!/^\d+$/.test(timestamp) || !isFresh(Number(timestamp), now)) {
			return refuse(310000, 'invalid timestamp');
		}
		if (query.sign !== sign(timestamp, secret)) return refuse(310000, 'sign not match');
	}
	if (!isJson) return refuse(43004, '无效的HTTP HEADER Content-Type');
	if (!body) return refuse(40035, '缺少参数 json');
	const kind = textOf(body, 'msgtype');
	const lacks = (needed[kind] ?? []).some((name) => textOf(body, kind, name) === '');
	if (!kinds.includes(kind) || lacks) return refuse(40035, '不合法的参数');
	const text = textOf(body, kind, 'content') || wordsIn(field(body, kind));
	return { body: { errcode: 0, errmsg: 'ok' }, text: text || `[${kind}]` };
}
