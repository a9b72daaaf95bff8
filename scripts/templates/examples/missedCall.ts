import { allWritten, ask, code, robotSettings, settings, trigger } from '../parts/steps';
import { robot, robotStep } from '../parts/robot';
import { callRecord, missed } from '../parts/samples';
import { lines } from '../parts/lines';
import { callbacks, getRows, makeTable, rowNotExists, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([8, 0]);

/** A call that nobody took becomes a task, and a robot tells the group. */
export const missedCall: Example = {
	id: 'missed-call-to-robot',
	name: 'Missed Call → Robot: nobody who called is forgotten 未接来电 → 群机器人',
	about: {
		title: ['Missed call → robot, masked', '未接来电 → 群机器人（号码打码）'],
		what: [
			'When nobody took a call, a task "call back" is written into the data table *Private Number Callbacks*, and the robot of your group tells who called, whom, and for which order. Numbers are masked: `138****0001`.',
			'有人来电而无人接听时，在数据表 *Private Number Callbacks* 中登记一条回电任务，并由群机器人告知谁打给谁、哪个订单。号码中间四位隐藏：`138****0001`。',
		],
		steps: [
			[
				'Choose your *Huawei Private Number API* credential in **Call Is Over**.',
				'在 **Call Is Over** 中选择您的“华为隐私号 API”（Huawei Private Number API）凭证。',
			],
			robotStep,
			[
				'Publish the workflow (Publish), copy the Production URL of **Call Is Over** and paste it into 呼叫话单接收地址 in the console of Huawei Cloud. Changes take 10–15 minutes there.',
				'发布（Publish）工作流，复制 **Call Is Over** 的 Production URL，填入华为云控制台的“呼叫话单接收地址”。修改后 10 到 15 分钟生效。',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample, a missed call of order A-1001. With the simulator: dial and let it ring.',
			'立即体验：点击 *Execute workflow*，用固定的样例（订单 A-1001 的一次未接来电）运行。使用模拟器：拨号后不接听。',
		],
	},
	notes: [
		{
			name: 'About the Task',
			at: [3, 0],
			width: 620,
			text: [
				'**One open task a person.** `callBack` dials `over`, the privacy number, and reaches `who`. Whoever tries three times has one task with the latest time and `times` = 3. Set `status` to `done` when it is settled; the next missed call opens a new one. A record that the platform sends twice is told once.',
				'**每人一条待办。** 用 `who` 的手机拨打隐私号 `over` 即可回电给 `callBack`。同一人多次来电只有一条任务，`times` 为次数。处理完把 `status` 改为 `done`，再有未接来电会新开一条。平台重复推送的话单只提醒一次。',
			],
		},
		{
			name: 'About the Robot',
			at: [8, 0],
			width: 620,
			text: [
				'**The robot.** All items become one message. What the robot refuses (its answer then has a code other than 0) makes **Robot Took It** red and says why; the task is in the table all the same.',
				'**群机器人。** 一次运行只发一条消息。机器人拒收（返回码不为 0）时 **Robot Took It** 变红并说明原因；任务已写入数据表，不受影响。',
			],
		},
	],
	nodes: [
		trigger('Call Is Over', [0, 0], ['fee']),
		settings([1, 0], robotSettings),
		makeTable(callbacks, 'Make Table', [2, -1]),
		ask(
			'filter',
			'Was Missed',
			[2, 0],
			[{ left: '={{ $json.outcome }}', operation: 'equals', right: 'missed' }],
		),
		rowNotExists({
			table: callbacks,
			name: 'Not Yet a Task',
			at: [3, 0],
			where: [['eventId', 'eq', '={{ $json.eventId }}']],
		}),
		getRows({
			table: callbacks,
			name: 'Open Tasks',
			at: [4, 0],
			where: [['status', 'eq', 'open']],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Tasks', [5, 0], lines('missedCallTasks')),
		writeRows('upsert', {
			table: callbacks,
			name: 'Open Task',
			at: [6, 0],
			where: [
				['callBack', 'eq', '={{ $json.callBack }}'],
				['over', 'eq', '={{ $json.over }}'],
				['status', 'eq', 'open'],
			],
			set: {
				eventId: '={{ $json.eventId }}',
				status: 'open',
				callBack: '={{ $json.callBack }}',
				over: '={{ $json.over }}',
				who: '={{ $json.who }}',
				missedAt: '={{ $json.missedAt }}',
				times: '={{ $json.times }}',
				reason: '={{ $json.reason }}',
				orderId: '={{ $json.orderId }}',
				sample: '={{ $json.sample }}',
			},
			more: { onError: 'continueRegularOutput' },
		}),
		code('Write Message', [7, 0], lines('missedCallMessage')),
		...tell.nodes,
		allWritten('All Written', [7, 1], 'Tasks', 'eventId'),
	],
	links: [
		'Call Is Over > Settings > Make Table',
		'Settings > Was Missed > Not Yet a Task > Open Tasks > Tasks > Open Task > Write Message > Message for Robot',
		'Open Task > All Written',
		...tell.links,
	],
	pins: { 'Call Is Over': [callRecord(missed)] },
};
