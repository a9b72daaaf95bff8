import { lines } from '../parts/lines';
import { credentialStep, tryIt } from '../parts/notes';
import { robot, robotStep } from '../parts/robot';
import { action, ask, code, robotSettings, settings } from '../parts/steps';
import { bindings, getRows, makeTable, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([6, 2]);
const is = (what: string) => [
	{ left: '={{ $json.todo }}', operation: 'equals' as const, right: what },
];

/** Every night the ledger is put in order, and what ends soon is told. */
export const nightlyCleanUp: Example = {
	id: 'nightly-clean-up',
	name: 'Nightly Clean-Up and Reminder: end what is left over, tell what ends soon 夜间清理与到期提醒',
	about: {
		title: ['Nightly clean-up and reminder', '夜间清理与到期提醒'],
		what: [
			'Every night the ledger *Private Number Bindings* is looked through: bindings that have ended are marked, those without an end that are older than `keepDays` are removed (unbound), and those that end within `remindHours` are told to your group, once each.',
			'每天夜间检查台账 *Private Number Bindings*：已到期的绑定改为已到期；没有到期时间且早于 `keepDays` 天的绑定解绑；`remindHours` 小时内到期的绑定在群里提醒，每个只提醒一次。',
		],
		steps: [
			credentialStep('Unbind'),
			robotStep,
			[
				'In **Settings**, set `keepDays` (days that a binding without an end may live) and `remindHours`. Calls to a removed binding do not go through: begin with a high figure.',
				'在 **Settings** 中设置 `keepDays`（没有到期时间的绑定最多保留几天）和 `remindHours`。解绑后电话不再接通，请先设大一些。',
			],
			[
				'Publish the workflow (Publish). It runs at 3:00, Beijing time.',
				'发布（Publish）工作流。每天北京时间 3:00 运行。',
			],
		],
		more: tryIt(
			['three bindings, one of each kind; nothing is unbound', '三个绑定，各属一类；不会真的解绑'],
			[
				'send an order, then click *Execute workflow* after unpinning **Ledger**',
				'发送订单，取消 **Ledger** 的固定数据后点击 *Execute workflow*',
			],
		),
	},
	notes: [
		{
			name: 'About the Three Kinds',
			at: [4, -1],
			width: 660,
			text: [
				'**What happens to a row.** `expired`: the platform has removed it by itself. `unbound`: removed here. What could not be removed is named by **All Done**, which ends the run as failed; the rest is done. Rows of samples are left alone.',
				'**台账状态。** `expired`：平台已自动解绑；`unbound`：由本工作流解绑。未能解绑的由 **All Done** 列出并把本次运行标为失败，其余照常处理。样例行不处理。',
			],
		},
	],
	nodes: [
		{
			name: 'Every Night',
			at: [0, 0],
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{ triggerAtHour: 3 }] } },
		},
		settings([1, 0], [...robotSettings, ['keepDays', 30], ['remindHours', 24]]),
		makeTable(bindings, 'Make Ledger', [2, -0.9]),
		getRows({
			table: bindings,
			name: 'Ledger',
			at: [2, 0],
			where: [
				['mode', 'eq', 'AXB'],
				['state', 'eq', 'bound'],
			],
		}),
		code('Plan', [3, 0], lines('nightlyPlan')),
		ask('filter', 'Has Ended', [4, 0], is('ended')),
		writeRows('update', {
			table: bindings,
			name: 'Mark Ended',
			at: [5, 0],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: { state: 'expired' },
		}),
		ask('filter', 'Is Left Over', [4, 1], is('remove')),
		action(
			'Axb',
			'Unbind',
			[5, 1],
			{
				resource: 'binding',
				operation: 'delete',
				identifyBy: 'subscriptionId',
				subscriptionId: '={{ $json.subscriptionId }}',
				options: { ignoreNotFound: true },
				requestOptions: {},
			},
			{ onError: 'continueRegularOutput' },
		),
		code('Was Unbound', [6, 1], lines('nightlyUnbound')),
		writeRows('update', {
			table: bindings,
			name: 'Mark Unbound',
			at: [7, 1],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: { state: 'unbound', note: 'nightly' },
		}),
		code('Write Message', [5, 2], lines('nightlyMessage')),
		...tell.nodes,
		code('Was Reminded', [10, 2], lines('nightlyReminded')),
		writeRows('update', {
			table: bindings,
			name: 'Mark Reminded',
			at: [11, 2],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: { remindedAt: '={{ $now.toISO() }}' },
		}),
		code('All Done', [5, 3], lines('nightlyAllDone')),
	],
	links: [
		'Every Night > Settings > Make Ledger',
		'Settings > Ledger > Plan > Has Ended > Mark Ended',
		'Plan > Is Left Over > Unbind > Was Unbound > Mark Unbound',
		'Plan > Write Message > Message for Robot',
		'Robot Took It > Was Reminded > Mark Reminded',
		'Plan > All Done',
		...tell.links,
	],
	pins: {
		Ledger: ['2026-01-02T02:00:00.000+08:00', undefined, '2026-01-02T12:00:00.000+08:00'].map(
			(expiresAt, index) => ({
				id: -1 - index,
				orderId: `A-100${index + 1}`,
				mode: 'AXB',
				state: 'bound',
				privateNumber: '+8617000000003',
				numberA: `+861380000000${index + 1}`,
				numberB: `+861390000000${index + 1}`,
				subscriptionId: `0167ecc9-bfb6-4eec-b671-a7dab2ba78c${index + 1}`,
				boundAt: '2025-11-01T16:00:00.000+08:00',
				expiresAt,
				now: '2026-01-02T03:00:00.000+08:00',
			}),
		),
		Unbind: [{ deleted: true, subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78c2' }],
	},
};
