import { lines } from '../parts/lines';
import { consoleStep, credentialStep } from '../parts/notes';
import { code, settings, trigger } from '../parts/steps';
import type { Example } from '../workflow';

/** One push address of the console feeds several workflows. */
export const fanOut: Example = {
	id: 'fan-out',
	name: 'Fan-Out: one push address, many workflows 一个地址，多个工作流',
	about: {
		title: ['One push address → several workflows', '一个推送地址 → 多个工作流'],
		what: [
			'The console has one address for each kind of push, but several workflows may want the same: call records go into the table, become files, and tell of missed calls. This workflow takes every push and sends it on, signed anew, to the Production URLs that you list. Each workflow stays as it is and can be changed, tested and published alone.',
			'控制台中每类推送只有一个地址，而多个工作流可能都要：话单既要入表，又要存录音、提醒未接来电。本工作流接收全部推送，重新签名后转发到您列出的各个 Production URL。各工作流互不影响，可单独修改、测试和发布。',
		],
		steps: [
			credentialStep('Any Push', 'Pass On'),
			[
				'In **Settings**, list for each kind the Production URLs of the workflows that get it, separated by blanks: `callRecords`, `calls`, `texts`, `numberStatus`. They use the same credential.',
				'在 **Settings** 中为每类推送填写接收工作流的 Production URL，多个用空格分隔：`callRecords`（话单）、`calls`（呼叫事件）、`texts`（短信）、`numberStatus`（号码状态）。这些工作流使用同一个凭证。',
			],
			consoleStep(
				'Any Push',
				'呼叫状态接收地址',
				'呼叫话单接收地址',
				'短信通知地址',
				'X号码状态接收地址',
			),
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample, a call record; while no address is listed it goes nowhere. With the simulator: dial, talk, hang up. Waiting calls and texts (X mode, AX texts) cannot be passed on: give them an address of their own.',
			'立即体验：点击 *Execute workflow*，用固定的样例（一条话单）运行；未填写地址时不转发。使用模拟器：拨号、通话、挂机。等待应答的呼叫和短信（X 模式、AX 短信控制）不能转发，请使用单独的地址。',
		],
	},
	notes: [
		{
			name: 'About What Is Refused',
			at: [2, 0],
			width: 660,
			text: [
				'**Nobody waits for another.** A workflow that does not take its push is named by **Not All Told**; the others have theirs. The platform then sends the push again (*Respond: After Success*), and those that had it already know it by its `eventId`.',
				'**互不等待。** 未成功接收的工作流由 **Not All Told** 列出，其余不受影响。平台随后会重发（*Respond: After Success*），已收到的工作流按 `eventId` 去重。',
			],
		},
	],
	nodes: [
		trigger(
			'Any Push',
			[0, 0],
			['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee', 'sms', 'numStatus'],
			{ respond: 'afterSuccess', simplify: false },
		),
		settings(
			[1, 0],
			[
				['callRecords', ''],
				['calls', ''],
				['texts', ''],
				['numberStatus', ''],
			],
		),
		code('One Item a Workflow', [2, 0], lines('fanOutReceivers')),
		{
			name: 'Pass On',
			at: [3, 0],
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: '={{ $json.url }}',
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'huaweiPrivateNumberApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify($json.push) }}',
				options: {
					timeout: 20000,
					response: { response: { fullResponse: true, neverError: false, responseFormat: 'text' } },
				},
			},
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1000,
		},
		code('Not All Told', [4, 1], lines('fanOutRefused')),
		code('Told', [4, 0], lines('fanOutTold')),
	],
	links: ['Any Push > Settings > One Item a Workflow > Pass On > Told', 'Pass On:1 > Not All Told'],
	pins: {
		'Any Push': [
			{
				eventType: 'fee',
				feeLst: [
					{
						direction: 1,
						spId: 'sample',
						appKey: 'sample',
						icid: 'ba171f34e6953fcd751edc77127748f4.3694223571.338666679.7',
						bindNum: '+8617000000003',
						sessionId: '1200_1029_4294967295_20260101080000@callenabler246.huaweicaas.com',
						subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
						callerNum: '+8613800000001',
						calleeNum: '+8617000000003',
						fwdDisplayNum: '+8617000000003',
						fwdDstNum: '+8613900000002',
						callInTime: '2026-01-01 08:00:00',
						callEndTime: '2026-01-01 08:01:10',
						fwdAnswerTime: '2026-01-01 08:00:10',
						callOutUnaswRsn: 0,
						ulFailReason: 0,
						sipStatusCode: 0,
						recordFlag: 0,
						ttsPlayTimes: 0,
						ttsTransDuration: 0,
						mptyId: 'sample',
						serviceType: '004',
						hostName: 'callenabler246.huaweicaas.com',
					},
				],
			},
		],
	},
};
