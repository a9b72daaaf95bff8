import { credentialStep } from '../parts/notes';
import { action, settings } from '../parts/steps';
import { bindings, makeTable, writeRows } from '../parts/tables';
import type { Example, ExampleNode } from '../workflow';

const page = (
	name: string,
	at: ExampleNode['at'],
	title: string,
	message: string,
): ExampleNode => ({
	name,
	at,
	type: 'n8n-nodes-base.form',
	typeVersion: 2.3,
	parameters: {
		operation: 'completion',
		respondWith: 'text',
		completionTitle: title,
		completionMessage: message,
		options: {},
	},
});

const dialled = "{{ $('Give Extension').first().json.privateNumber.replace('+86', '') }}";
const extension = "{{ $('Give Extension').first().json.extension }}";

/** A colleague takes an extension of a privacy number by a form. */
export const axeDesk: Example = {
	id: 'axe-extension-desk',
	name: 'AXE Extension Desk: one number, an extension for everybody 分机号登记台（AXE 模式）',
	about: {
		title: ['Form → extension of your privacy number', '表单 → 隐私号的分机号'],
		what: [
			'A colleague (or a form of yours) enters a phone number and gets an extension. Whoever calls the privacy number (X) and enters the extension (E) reaches that phone; the real number stays hidden. The ledger *Private Number Bindings* has a row for each.',
			'同事在表单中输入手机号，即得到隐私号（X）下的一个分机号（E）。客户拨打 X 再输入 E 即可接通，看不到真实号码。台账 *Private Number Bindings* 中每个分机号一行。',
		],
		steps: [
			credentialStep('Give Extension'),
			[
				'Write one of its privacy numbers into `privateNumber` in **Settings**.',
				'在 **Settings** 的 `privateNumber` 中填写该应用的一个隐私号。',
			],
			[
				'Set *Authentication* of **Who Needs an Extension** to Basic Auth before you go live, or anybody who knows the address can take extensions.',
				'上线前把 **Who Needs an Extension** 的 *Authentication* 设为 Basic Auth，否则知道地址的人都能领取分机号。',
			],
			[
				'Publish the workflow (Publish) and open the Production URL of **Who Needs an Extension** in a browser.',
				'发布（Publish）工作流，用浏览器打开 **Who Needs an Extension** 的 Production URL。',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample and binds nothing. With the simulator: open the form, then dial X and the extension.',
			'立即体验：点击 *Execute workflow*，用固定的样例运行，不会真的绑定。使用模拟器：打开表单领取分机号，再拨打 X 并输入分机号。',
		],
	},
	notes: [
		{
			name: 'About Extensions',
			at: [2, -1],
			width: 620,
			text: [
				'**The extension.** It ends after the chosen number of days, 30 at most. Whoever has one already gets the same again (*On Conflict: Use Existing Binding*). The name travels as *User Data* and comes back in every call record.',
				'**分机号。** 到所选天数后自动失效，最长 30 天。已有分机号的手机号再次领取，得到的是同一个（“已绑定时”为“沿用已有绑定”）。姓名作为“用户附属信息”随每条话单返回。',
			],
		},
	],
	nodes: [
		{
			name: 'Who Needs an Extension',
			at: [0, 0],
			hasWebhook: true,
			type: 'n8n-nodes-base.formTrigger',
			typeVersion: 2.2,
			parameters: {
				formTitle: 'Extension Desk 分机号登记台',
				formDescription: 'Get an extension of our privacy number. 领取隐私号的分机号。',
				formFields: {
					values: [
						{ fieldLabel: 'Name 姓名', placeholder: '王小明', requiredField: true },
						{ fieldLabel: 'Phone 手机号', placeholder: '138 0000 0001', requiredField: true },
						{
							fieldLabel: 'Days 有效天数',
							fieldType: 'dropdown',
							fieldOptions: { values: [{ option: '1' }, { option: '7' }, { option: '30' }] },
							requiredField: true,
						},
					],
				},
				options: { path: 'private-number-extension' },
			},
		},
		settings([1, 0], [['privateNumber', '']]),
		makeTable(bindings, 'Make Ledger', [2, -0.9]),
		action(
			'Axe',
			'Give Extension',
			[2, 0],
			{
				resource: 'binding',
				operation: 'create',
				bindNum: "={{ $json['Phone 手机号'] }}",
				chooseNumberBy: 'number',
				virtualNum: {
					__rl: true,
					mode: 'number',
					value: '={{ $json.settings.privateNumber }}',
				},
				extendNum: '',
				options: {
					timeUnit: '0',
					bindExpiredTime: "={{ Number($json['Days 有效天数']) * 24 }}",
					userData: "={{ { name: $json['Name 姓名'] } }}",
					onConflict: 'useExisting',
				},
				requestOptions: {},
			},
			{ onError: 'continueErrorOutput' },
		),
		writeRows('upsert', {
			table: bindings,
			name: 'Write into Ledger',
			at: [3, 0],
			where: [
				['privateNumber', 'eq', '={{ $json.privateNumber }}'],
				['extension', 'eq', '={{ $json.extension }}'],
				['mode', 'eq', 'AXE'],
			],
			set: {
				orderId: "={{ $('Settings').first().json['Name 姓名'] }}",
				mode: 'AXE',
				state: 'bound',
				privateNumber: '={{ $json.privateNumber }}',
				extension: '={{ $json.extension }}',
				numberA: '={{ $json.numberA }}',
				subscriptionId: '={{ $json.subscriptionId }}',
				boundAt: '={{ $now.toISO() }}',
				expiresAt: '={{ $json.expiresAt }}',
				sample: "={{ $('Settings').first().json.sample === true }}",
			},
			more: { onError: 'continueRegularOutput' },
		}),
		page(
			'Show Extension',
			[4, 0],
			`=${dialled}  #  ${extension}`,
			`=Call ${dialled} and enter extension ${extension}. 请拨打 ${dialled} 转 ${extension}。{{ $json.error ? ' (The ledger could not be written. 未能写入台账。)' : '' }}`,
		),
		page(
			'Show Why Not',
			[3, 1],
			'No extension 未能分配分机号',
			'={{ $json.error }} {{ $json.details?.remedy ?? $json.details?.expected }}',
		),
	],
	links: [
		'Who Needs an Extension > Settings > Make Ledger',
		'Settings > Give Extension > Write into Ledger > Show Extension',
		'Give Extension:1 > Show Why Not',
	],
	pins: {
		'Who Needs an Extension': [
			{
				'Name 姓名': '王小明',
				'Phone 手机号': '138 0000 0001',
				'Days 有效天数': '7',
				submittedAt: '2026-01-01T16:00:00.000+08:00',
				formMode: 'test',
				sample: true,
			},
		],
		'Give Extension': [
			{
				subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
				privateNumber: '+8617000000003',
				extension: '0012',
				numberA: '+8613800000001',
				expiresAt: '2026-01-08T16:00:00.000+08:00',
				alreadyBound: false,
			},
		],
		'Show Extension': [{ privateNumber: '+8617000000003', extension: '0012' }],
	},
};
