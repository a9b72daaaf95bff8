import type { RobotSettings } from '../config/robots';
import type { RobotAnswer, RobotRequest } from './robot';
import { field, textOf, wordsIn } from './text';

/** Longest content in bytes, by kind (企业微信, 群机器人配置说明). */
const longest: Readonly<Record<string, number>> = {
	text: 2048,
	markdown: 4096,
	markdown_v2: 4096,
};

const others = ['image', 'news', 'file', 'voice', 'template_card'];

const refuse = (errcode: number, errmsg: string): RobotAnswer => ({
	body: { errcode, errmsg },
	refusal: `${errcode} ${errmsg}`,
});

/** 企业微信 群机器人: the key stands in the address, nothing is signed. */
export function wecom({ key, body }: RobotRequest, settings: RobotSettings): RobotAnswer {
	if (key !== settings.key) {
		return refuse(93000, 'invalid webhook url, hint: [simulated], from ip: 127.0.0.1');
	}
	if (!body) return refuse(47001, 'data format error');
	const kind = textOf(body, 'msgtype');
	const limit = longest[kind];
	if (limit === undefined && !others.includes(kind)) return refuse(40008, 'invalid message type');
	const content = textOf(body, kind, 'content');
	if (limit !== undefined && content === '') return refuse(44004, 'empty content');
	if (limit !== undefined && Buffer.byteLength(content) > limit) {
		return refuse(40058, `${kind}.content exceed max length ${limit}. invalid Request Parameter`);
	}
	const text = content || wordsIn(field(body, kind)) || `[${kind}]`;
	return { body: { errcode: 0, errmsg: 'ok' }, text };
}
