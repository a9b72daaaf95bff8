import { createHmac } from 'node:crypto';

import { closeAll, open } from '../helpers';
import type { Simulator } from '../../../simulator';

const robots = {
	wecom: { key: 'w-key' },
	dingtalk: { key: 'd-token', secret: 'SECd' },
	feishu: { key: 'f-hook', secret: 'f-secret' },
};

interface Answered {
	status: number;
	json: Record<string, unknown>;
}

async function post(url: string, body: unknown, type = 'application/json'): Promise<Answered> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': type },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const hmac = (key: string, text: string): string =>
	createHmac('sha256', key).update(text).digest('base64');

/** Signed address of 钉钉, as its documents make it. */
function dingtalkUrl(base: string, secret = 'SECd', timestamp = Date.now()): string {
	const sign = encodeURIComponent(hmac(secret, `${timestamp}\n${secret}`));
	return `${base}&timestamp=${timestamp}&sign=${sign}`;
}

/** Signed body of 飞书, as its documents make it. */
function feishuBody(body: object, secret = 'f-secret', seconds = Math.floor(Date.now() / 1000)) {
	const timestamp = String(seconds);
	return { timestamp, sign: hmac(`${timestamp}\n${secret}`, ''), ...body };
}

const dingtalkText = { msgtype: 'text', text: { content: '未接来电' } };
const feishuText = { msg_type: 'text', content: { text: '未接来电' } };
const wecomText = { msgtype: 'text', text: { content: '未接来电' } };

describe('the robots of the group chat', () => {
	let simulator: Simulator;
	let urls: Record<string, string>;

	afterEach(closeAll);
	beforeEach(async () => {
		simulator = await open({ robots });
		urls = Object.fromEntries(simulator.state().robots.map(({ robot, url }) => [robot, url]));
	});

	const read = () => simulator.robotMessages.map(({ robot, text }) => [robot, text]);

	it('take a text in the form of each vendor', async () => {
		const ok = { errcode: 0, errmsg: 'ok' };
		expect(await post(urls.wecom ?? '', wecomText)).toEqual({ status: 200, json: ok });
		const short = `${simulator.url}/robots/wecom/webhook/send?key=w-key`;
		expect(await post(short, wecomText)).toEqual({ status: 200, json: ok });
		expect(await post(dingtalkUrl(urls.dingtalk ?? ''), dingtalkText)).toEqual({
			status: 200,
			json: ok,
		});
		expect(await post(urls.feishu ?? '', feishuBody(feishuText))).toEqual({
			status: 200,
			json: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
		});
		expect(read()).toEqual([
			['wecom', '未接来电'],
			['wecom', '未接来电'],
			['dingtalk', '未接来电'],
			['feishu', '未接来电'],
		]);
		expect(simulator.requests).toEqual([]);
	});

	it('read cards, posts and markdown as people do', async () => {
		await post(urls.wecom ?? '', { msgtype: 'markdown', markdown: { content: '**忙**' } });
		await post(dingtalkUrl(urls.dingtalk ?? ''), {
			msgtype: 'markdown',
			markdown: { title: '提醒', text: '### 忙' },
		});
		const line = [
			{ tag: 'text', text: '订单 ' },
			{ tag: 'a', text: 'A-1', href: 'https://x.test' },
		];
		await post(
			urls.feishu ?? '',
			feishuBody({
				msg_type: 'post',
				content: { post: { zh_cn: { title: '未接', content: [line] } } },
			}),
		);
		const header = { title: { tag: 'plain_text', content: '卡片' } };
		const elements = [{ tag: 'div', text: { tag: 'lark_md', content: '内容' } }];
		await post(
			urls.feishu ?? '',
			feishuBody({ msg_type: 'interactive', card: { header, elements } }),
		);
		expect(simulator.robotMessages.map(({ text }) => text)).toEqual([
			'**忙**',
			'提醒\n### 忙',
			'未接\n订单 A-1',
			expect.stringContaining('内容'),
		]);
	});

	const now = Date.now();
	it.each([
		['wecom key', () => post(`${urls.wecom ?? ''}x`, wecomText), 'errcode', 93000],
		['wecom kind', () => post(urls.wecom ?? '', { msgtype: 'song' }), 'errcode', 40008],
		['wecom no JSON', () => post(urls.wecom ?? '', '{'), 'errcode', 47001],
		[
			'wecom too long',
			() => post(urls.wecom ?? '', { msgtype: 'text', text: { content: '忙'.repeat(683) } }),
			'errcode',
			40058,
		],
		[
			'dingtalk token',
			() => post(dingtalkUrl(`${urls.dingtalk ?? ''}x`), dingtalkText),
			'errcode',
			300005,
		],
		['dingtalk unsigned', () => post(urls.dingtalk ?? '', dingtalkText), 'errcode', 310000],
		[
			'dingtalk secret',
			() => post(dingtalkUrl(urls.dingtalk ?? '', 'other'), dingtalkText),
			'errcode',
			310000,
		],
		[
			'dingtalk too old',
			() => post(dingtalkUrl(urls.dingtalk ?? '', 'SECd', now - 3_700_000), dingtalkText),
			'errcode',
			310000,
		],
		[
			'dingtalk no JSON type',
			() => post(dingtalkUrl(urls.dingtalk ?? ''), dingtalkText, 'text/plain'),
			'errcode',
			43004,
		],
		[
			'dingtalk empty',
			() => post(dingtalkUrl(urls.dingtalk ?? ''), { msgtype: 'text', text: {} }),
			'errcode',
			40035,
		],
		['feishu token', () => post(`${urls.feishu ?? ''}x`, feishuBody(feishuText)), 'code', 19001],
		['feishu unsigned', () => post(urls.feishu ?? '', feishuText), 'code', 19021],
		[
			'feishu secret',
			() => post(urls.feishu ?? '', feishuBody(feishuText, 'other')),
			'code',
			19021,
		],
		[
			'feishu too old',
			() => post(urls.feishu ?? '', feishuBody(feishuText, 'f-secret', now / 1000 - 3700)),
			'code',
			19021,
		],
		['feishu kind', () => post(urls.feishu ?? '', feishuBody({ msg_type: 'x' })), 'code', 9499],
	])('refuse with status 200 and a code: %s', async (_name, send, field, code) => {
		const { status, json } = await send();
		expect([status, json[field]]).toEqual([200, code]);
		expect(simulator.robotMessages).toHaveLength(1);
		expect(simulator.robotMessages[0]?.refusal).toMatch(new RegExp(`^${code} `));
	});

	it('take 20 messages of a minute, and keep the newest 200 of all', async () => {
		for (let count = 0; count < 20; count += 1) {
			expect((await post(urls.wecom ?? '', wecomText)).json.errcode).toBe(0);
		}
		expect((await post(urls.wecom ?? '', wecomText)).json.errcode).toBe(45009);
		for (let count = 0; count < 185; count += 1) await post(`${urls.wecom ?? ''}x`, wecomText);
		expect(simulator.robotMessages).toHaveLength(200);
		expect(simulator.robotMessages[0]?.id).toBe(7);
		simulator.reset();
		expect(simulator.robotMessages).toEqual([]);
		expect((await post(urls.wecom ?? '', wecomText)).json.errcode).toBe(0);
	});

	it('check no signature where no secret is set', async () => {
		const { url } = await open({ robots: { dingtalk: { key: 't' }, feishu: { key: 'h' } } });
		const dingtalk = await post(`${url}/robots/dingtalk/robot/send?access_token=t`, dingtalkText);
		expect(dingtalk.json.errcode).toBe(0);
		const feishu = await post(`${url}/robots/feishu/open-apis/bot/v2/hook/h`, feishuText);
		expect(feishu.json.code).toBe(0);
	});
});
