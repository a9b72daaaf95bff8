import { credentialStep, consoleStep, tryIt } from '../parts/notes';
import { action, ask, code, settings, trigger } from '../parts/steps';
import { conversations, getRows, makeTable, writeRows } from '../parts/tables';
import { lines } from '../parts/lines';
import type { Example } from '../workflow';

/** Texts of an employee are checked and go to the customer who wrote last. */
export const axSms: Example = {
	id: 'ax-sms-moderation',
	name: 'AX SMS Moderation: no forbidden words 短信审核（AX 模式）',
	about: {
		title: ['AX texts → check → forward or discard', 'AX 短信 → 审核 → 转发或丢弃'],
		what: [
			'Customers text the privacy number (X) of an employee (A); the platform passes their texts on by itself. When A texts X back, the platform asks: to whom? This workflow sends the text of A to the customer who wrote last. A text with forbidden words, links or phone numbers, or without a customer, is discarded.',
			'客户发给隐私号（X）的短信由平台直接送达员工（A）。A 回短信给 X 时，平台询问发给谁：本工作流转发给最近来信的客户；含敏感词、链接或手机号，或没有客户时丢弃。',
		],
		steps: [
			credentialStep('Somebody Texts', 'Forward', 'Discard'),
			[
				'Write your forbidden words into `forbidden` in **Settings**, separated by `|`.',
				'在 **Settings** 的 `forbidden` 中填写敏感词，用 `|` 分隔。',
			],
			[
				'Ask Huawei for 短信通知携带短信内容: without it no text can be read, and every text of A is discarded.',
				'向华为云申请“短信通知携带短信内容”：未开通时读不到内容，A 的短信一律丢弃。',
			],
			consoleStep('Somebody Texts', '短信控制地址', '短信通知地址'),
		],
		more: tryIt(
			[
				'a text of A; with nobody to send it to, it is discarded',
				'A 的一条短信；没有客户，因此丢弃',
			],
			['text X from phone 2, then answer from phone 1', '用电话 2 给 X 发短信，再用电话 1 回一条'],
		),
	},
	notes: [
		{
			name: 'About the Deadline',
			at: [2, -1.4],
			width: 460,
			text: [
				'**In time.** How long the platform waits is not published. If the workflow is late or fails, the trigger answers after *Reply Deadline* (4 seconds): the text is discarded.',
				'**限时应答。** 平台的等待时间未公布。工作流超时或失败时，触发器在 *Reply Deadline*（4 秒）后自动应答：丢弃。',
			],
		},
		{
			name: 'About Customers',
			at: [4.5, -1.4],
			width: 460,
			text: [
				'**Who wrote last.** The text of a customer comes as a notification; **Remember Customer** keeps one row for each privacy number in *AX Conversations*.',
				'**最近联系人。** 客户的短信以通知形式到达，**Remember Customer** 在 *AX Conversations* 中为每个隐私号保存一行。',
			],
		},
	],
	nodes: [
		trigger('Somebody Texts', [0, 0], ['sms'], {
			respond: 'workflow',
			options: { replyDeadline: 4 },
		}),
		settings([1, 0], [['forbidden', '加微信|微信号|转账|银行卡']]),
		makeTable(conversations, 'Make Table', [2, -1]),
		ask(
			'if',
			'Waits for an Answer',
			[2, 0],
			[{ left: '={{ $json.needsReply }}', type: 'boolean', operation: 'true' }],
		),
		getRows({
			table: conversations,
			name: 'Last Customer',
			at: [3, 0],
			where: [['privateNumber', 'eq', '={{ $json.privateNumber }}']],
			more: { alwaysOutputData: true },
		}),
		code('Check', [4, 0], lines('axSmsCheck')),
		ask('if', 'May Be Sent', [5, 0], [{ left: '={{ $json.why }}', operation: 'empty' }]),
		action('Ax', 'Forward', [6, 0], {
			resource: 'sms',
			operation: 'forward',
			called: '={{ $json.customer }}',
		}),
		action('Ax', 'Discard', [6, 1], { resource: 'sms', operation: 'discard' }),
		ask(
			'filter',
			'Customer Wrote',
			[3, 2],
			[
				{ left: '={{ $json.direction }}', operation: 'equals', right: 'toA' },
				{ left: '={{ $json.sendResult?.code }}', type: 'number', operation: 'equals', right: '0' },
				{ left: '={{ $json.from }}', operation: 'notEmpty' },
			],
		),
		writeRows('upsert', {
			table: conversations,
			name: 'Remember Customer',
			at: [4, 2],
			where: [['privateNumber', 'eq', '={{ $json.privateNumber }}']],
			set: { privateNumber: '={{ $json.privateNumber }}', customer: '={{ $json.from }}' },
		}),
	],
	links: [
		'Somebody Texts > Settings > Make Table',
		'Settings > Waits for an Answer > Last Customer > Check > May Be Sent > Forward',
		'May Be Sent:1 > Discard',
		'Waits for an Answer:1 > Customer Wrote > Remember Customer',
	],
	pins: {
		'Somebody Texts': [
			{
				eventType: 'sms',
				eventId: 'sms:1000002:block',
				time: '2026-01-01T16:00:00.000+08:00',
				smsId: '1000002',
				mode: 'AX',
				subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
				from: '+8613800000001',
				callerNumber: '+8613800000001',
				privateNumber: '+8617000000003',
				text: '您好，明天下午三点看房方便吗？',
				parts: 1,
				direction: 'fromA',
				needsReply: true,
				sample: true,
			},
		],
		Discard: [{ why: 'no customer 没有客户' }],
	},
};
