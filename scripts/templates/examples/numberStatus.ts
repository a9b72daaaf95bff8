import { lines } from '../parts/lines';
import { consoleStep, credentialStep, tryIt } from '../parts/notes';
import { robot, robotStep } from '../parts/robot';
import { allWritten, code, robotSettings, settings, trigger } from '../parts/steps';
import { getRows, makeTable, stock, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([6, 0]);
const told = ['privateNumber', 'usable', 'status', 'cause', 'changedAt', 'sample'];

/** What the platform says of the privacy numbers is kept in their stock. */
export const numberStatus: Example = {
	id: 'number-status-to-stock',
	name: 'Number Status → Stock: know which privacy numbers work 号码状态 → 库存与告警',
	about: {
		title: ['Number status → stock table and alarm', '号码状态 → 号码库存与告警'],
		what: [
			'When a privacy number becomes unusable (arrears, suspended, restricted by the carrier …) or usable again, its row in *Private Number Stock* changes and the robot of your group is told. *Order → Bind* gives out only numbers whose `usable` is on.',
			'隐私号不可用（欠费、停机、被运营商限呼等）或恢复时，更新 *Private Number Stock* 中的对应行，并由群机器人告警。“订单 → 绑定”只使用 `usable` 为真的号码。',
		],
		steps: [
			credentialStep('Number Changed'),
			robotStep,
			consoleStep('Number Changed', 'X号码状态接收地址'),
		],
		more: tryIt(
			['a number in arrears; its row has `sample` on', '一个欠费号码；该行 `sample` 为真'],
			['change the status of a number', '修改一个号码的状态'],
		),
	},
	notes: [
		{
			name: 'About the Status',
			at: [2, -1],
			width: 620,
			text: [
				'**Status.** 5 normal: `usable` on. 9 paused, 10 unavailable: nothing works. 11 binding frozen: calls go on, no new binding. Up to 100 numbers come in one push; each has its own line.',
				'**状态。** 5 正常：`usable` 为真；9 暂停、10 不可用：绑定、通话、短信均不可用；11 冻结绑定：已有绑定可用，不能新增。一次推送最多 100 个号码，逐个列出。',
			],
		},
	],
	nodes: [
		trigger('Number Changed', [0, 0], ['numStatus'], { respond: 'afterSuccess' }),
		settings([1, 0], robotSettings),
		makeTable(stock, 'Make Stock', [2, -0.9]),
		getRows({
			table: stock,
			name: 'Stock',
			at: [2, 0],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Rows', [3, 0], lines('numberStatusRows')),
		writeRows('upsert', {
			table: stock,
			name: 'Save Status',
			at: [4, 0],
			where: [['privateNumber', 'eq', '={{ $json.row }}']],
			set: Object.fromEntries(told.map((column) => [column, `={{ $json.${column} }}`])),
			more: { onError: 'continueRegularOutput' },
		}),
		code('Write Message', [5, 0], lines('numberStatusMessage')),
		...tell.nodes,
		allWritten('All Written', [5, 1], 'Rows', 'privateNumber'),
	],
	links: [
		'Number Changed > Settings > Make Stock',
		'Settings > Stock > Rows > Save Status > Write Message > Message for Robot',
		'Save Status > All Written',
		...tell.links,
	],
	pins: {
		'Number Changed': [
			{
				eventType: 'numStatus',
				eventId: 'numStatus:5b1e7a3c9d20',
				time: '2026-01-01T16:00:00.000+08:00',
				privateNumber: '+8617000000003',
				needsReply: false,
				status: { code: 10, en: 'Unavailable', zh: '不可用' },
				cause: { code: 2, en: 'Arrears', zh: '欠费' },
				sample: true,
			},
		],
	},
};
