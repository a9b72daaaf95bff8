import { lines } from '../parts/lines';
import { consoleStep, credentialStep, tryIt } from '../parts/notes';
import { action, ask, code, settings, trigger } from '../parts/steps';
import { blacklist, getRows, makeTable, routes } from '../parts/tables';
import type { Example } from '../workflow';

/** A call to a number of the X mode goes where a table says, unless its caller is on the blacklist. */
export const xRouting: Example = {
	id: 'x-call-routing',
	name: 'X Call Routing with a Blacklist: connect or reject by a table 来电路由与黑名单（X 模式）',
	about: {
		title: ['X-mode call → blacklist → connect or reject', 'X 模式来电 → 黑名单 → 接续或拒接'],
		what: [
			'In X mode every call to a privacy number asks: what now? A caller in the data table *X Blacklist* is rejected. Else the call goes to the `destination` of its number in *X Call Routes*, in the hours of that row. A number without a row is rejected.',
			'X 模式下，每个打给隐私号的来电都会询问如何处理。在数据表 *X Blacklist* 中的主叫被拒接；其余按 *X Call Routes* 中该号码的 `destination` 在其时段内接续；表中没有的号码拒接。',
		],
		steps: [
			credentialStep('Somebody Calls', 'Connect', 'Reject'),
			[
				'Run the workflow once with its sample: it makes both tables. Fill them under *Overview → Data tables*: *X Call Routes* with `privateNumber`, `destination` and, if you wish, `fromHour` and `toHour` (`9`, `21`); *X Blacklist* with `callerNumber`.',
				'用样例运行一次，两张表会自动建好。在 *Overview → Data tables* 中填写：*X Call Routes* 填 `privateNumber`、`destination`，需要时填 `fromHour`、`toHour`（如 `9`、`21`）；*X Blacklist* 填 `callerNumber`。',
			],
			[
				'`closingTone` in **Settings** is the name of an approved tone that a rejected caller hears; empty for none.',
				'**Settings** 中的 `closingTone` 为拒接时播放的、已审核的放音文件名，可为空。',
			],
			consoleStep('Somebody Calls', '呼叫状态接收地址'),
		],
		more: tryIt(
			['a call to a number without a route: it is rejected', '拨打没有路由的号码：拒接'],
			['dial the number of the X application', '拨打 X 模式应用的号码'],
		),
	},
	notes: [
		{
			name: 'About the Deadline',
			at: [2, -1.4],
			width: 460,
			text: [
				'**In time.** The caller waits. If the workflow is late or fails, the trigger answers after *Reply Deadline* (4 seconds): it connects to *Default Destination*, or rejects when that is empty.',
				'**限时应答。** 主叫在等待。工作流超时或失败时，触发器在 *Reply Deadline*（4 秒）后接续到 *Default Destination*，未填写则拒接。',
			],
		},
		{
			name: 'About the Tables',
			at: [4.4, -1.4],
			width: 460,
			text: [
				'**The tables.** Change a row, and the next call takes the new way: nothing is to be published again. Numbers may have +86 or not, and blanks.',
				'**数据表。** 修改后下一个来电立即生效，无需重新发布。号码可带或不带 +86，可有空格。',
			],
		},
	],
	nodes: [
		trigger('Somebody Calls', [0, 0], ['callin'], {
			respond: 'workflow',
			options: { replyDeadline: 4 },
		}),
		settings([1, 0], [['closingTone', '']]),
		makeTable(routes, 'Make Routes', [2, -1]),
		makeTable(blacklist, 'Make Blacklist', [3, -1]),
		getRows({
			table: blacklist,
			name: 'Blacklist',
			at: [2, 0],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		getRows({
			table: routes,
			name: 'Routes',
			at: [3, 0],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Decide', [4, 0], lines('xDecide')),
		ask(
			'if',
			'Has Destination',
			[5, 0],
			[{ left: '={{ $json.destination }}', operation: 'notEmpty' }],
		),
		action('X', 'Connect', [6, 0], {
			resource: 'call',
			operation: 'connect',
			calleeNum: '={{ $json.destination }}',
			options: {},
		}),
		action('X', 'Reject', [6, 1], {
			resource: 'call',
			operation: 'reject',
			options: { closeHintTone: "={{ $('Settings').first().json.settings.closingTone }}" },
		}),
	],
	links: [
		'Somebody Calls > Settings > Make Routes > Make Blacklist',
		'Settings > Blacklist > Routes > Decide > Has Destination > Connect',
		'Has Destination:1 > Reject',
	],
	pins: {
		'Somebody Calls': [
			{
				eventType: 'callin',
				eventId: 'call:1201_1029_4294967295_20260101080000@callenabler246.huaweicaas.com:callin',
				time: '2026-01-01T16:00:00.000+08:00',
				sessionId: '1201_1029_4294967295_20260101080000@callenabler246.huaweicaas.com',
				mode: 'X',
				callerNumber: '+8613800000001',
				calledNumber: '+8617000000003',
				privateNumber: '+8617000000003',
				needsReply: true,
				sample: true,
			},
		],
		Reject: [{ isBlocked: false }],
	},
};
