import { createHmac } from 'node:crypto';

/** A message that a robot took: what kind of robot, and the text that its group reads. */
export interface RobotMessage {
	robot: RobotKind;
	text: string;
}

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu';

/** Keys and secrets of the robots of the stand-in; nothing behind them is real. */
export const robotKeys = {
	wecom: 'wecom-key',
	dingtalk: 'dingtalk-token',
	feishu: 'feishu-hook',
	secret: 'SECrobot',
} as const;

/** A request to a robot's address. */
export interface RobotRequest {
	url: URL;
	body: Record<string, unknown>;
}

/** What a robot answers; all refuse with status 200. */
export interface RobotAnswer {
	body: object;
	taken?: RobotMessage;
}

/**
 * The three robots as their vendors' documents describe them; undefined for an address that is none
 * of theirs.
 */
export function askRobot(request: RobotRequest): RobotAnswer | undefined {
	const { pathname } = request.url;
	if (pathname === '/cgi-bin/webhook/send') return wecom(request);
	if (pathname === '/robot/send') return dingtalk(request);
	if (pathname.startsWith('/open-apis/bot/v2/hook/')) return feishu(request);
	return undefined;
}

/** 企业微信 群机器人: the key stands in the address; a text has up to 2048 bytes. */
function wecom({ url, body }: RobotRequest): RobotAnswer {
	if (url.searchParams.get('key') !== robotKeys.wecom) {
		return { body: { errcode: 93000, errmsg: 'invalid webhook url, hint: [1]' } };
	}
	const { content = '' } = (body.text ?? {}) as { content?: string };
	if (body.msgtype !== 'text' || content === '' || Buffer.byteLength(content) > 2048) {
		return { body: { errcode: 40058, errmsg: 'text.content exceed max length 2048' } };
	}
	return { body: { errcode: 0, errmsg: 'ok' }, taken: { robot: 'wecom', text: content } };
}

/** 钉钉 自定义机器人 with 加签: HmacSHA256 of time (milliseconds) and secret, at most an hour old. */
function dingtalk({ url, body }: RobotRequest): RobotAnswer {
	if (url.searchParams.get('access_token') !== robotKeys.dingtalk) {
		return { body: { errcode: 300001, errmsg: 'token is not exist' } };
	}
	const time = url.searchParams.get('timestamp') ?? '';
	const wanted = sign(robotKeys.secret, `${time}\n${robotKeys.secret}`);
	if (!isFresh(Number(time)) || url.searchParams.get('sign') !== wanted) {
		return { body: { errcode: 310000, errmsg: 'sign not match' } };
	}
	const { content = '' } = (body.text ?? {}) as { content?: string };
	if (body.msgtype !== 'text' || content === '') {
		return { body: { errcode: 40035, errmsg: 'param error' } };
	}
	return { body: { errcode: 0, errmsg: 'ok' }, taken: { robot: 'dingtalk', text: content } };
}

/** 飞书 自定义机器人 with 签名校验: time (seconds) and secret are the key, nothing is signed. */
function feishu({ url, body }: RobotRequest): RobotAnswer {
	if (url.pathname.split('/').at(-1) !== robotKeys.feishu) {
		const msg = 'param invalid: incoming webhook access token invalid';
		return { body: { code: 19001, data: {}, msg } };
	}
	const { timestamp, sign: given, msg_type: kind, content } = body;
	const wanted = sign(`${String(timestamp)}\n${robotKeys.secret}`, '');
	if (typeof timestamp !== 'string' || !isFresh(Number(timestamp) * 1000) || given !== wanted) {
		const msg = 'sign match fail or timestamp is not within one hour from current time';
		return { body: { code: 19021, data: {}, msg } };
	}
	const { text = '' } = (content ?? {}) as { text?: string };
	if (kind !== 'text' || text === '') return { body: { code: 9499, data: {}, msg: 'Bad Request' } };
	const body200 = { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' };
	return { body: body200, taken: { robot: 'feishu', text } };
}

function sign(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('base64');
}

function isFresh(milliseconds: number): boolean {
	return Math.abs(Date.now() - milliseconds) < 3_600_000;
}
