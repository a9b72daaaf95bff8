import { createHmac } from 'node:crypto';

import type { RobotSettings } from '../config/robots';
import { isFresh } from './robot';
import type { RobotAnswer, RobotRequest } from './robot';
import { field, textOf, wordsIn } from './text';

const refuse = (code: number, msg: string): RobotAnswer => ({
	body: { code, data: {}, msg },
	refusal: `${code} ${msg}`,
});

/** Where each kind of message has what people read. */
const contents: Readonly<Record<string, readonly string[]>> = {
	text: ['content', 'text'],
	post: ['content', 'post'],
	image: ['content', 'image_key'],
	share_chat: ['content', 'share_chat_id'],
	interactive: ['card'],
};

/** Longest body in bytes. */
const longest = 20 * 1024;

/** The signature (签名校验): HmacSHA256 of nothing, keyed by the time in seconds and the secret. */
const sign = (timestamp: string, secret: string): string =>
	createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');

/** 飞书 自定义机器人: its token ends the address; with a secret, the body has time and signature. */
export function feishu({ key, body, now }: RobotRequest, settings: RobotSettings): RobotAnswer {
	if (key !== settings.key) {
		return refuse(19001, 'param invalid: incoming webhook access token invalid');
	}
	if (!body) return refuse(9499, 'Bad Request');
	const { secret } = settings;
	if (secret !== undefined) {
		// The documents show it as text, and take a number too.
		const timestamp = String(body.timestamp);
		const isRight =
			/^\d+$/.test(timestamp) &&
			isFresh(Number(timestamp) * 1000, now) &&
			body.sign === sign(timestamp, secret);
		if (!isRight) {
			return refuse(19021, 'sign match fail or timestamp is not within one hour from current time');
		}
	}
	const kind = textOf(body, 'msg_type');
	const content = (contents[kind] ?? []).reduce<unknown>(field, body);
	const isThere = contents[kind] !== undefined && content !== undefined && content !== '';
	if (!isThere) return refuse(9499, 'Bad Request');
	if (Buffer.byteLength(JSON.stringify(body)) > longest) {
		return refuse(11246, 'request body is too large');
	}
	return {
		body: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
		text: wordsIn(content) || `[${kind}]`,
	};
}
