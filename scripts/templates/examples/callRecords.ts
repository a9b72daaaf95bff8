import { lines } from '../parts/lines';
import { consoleStep, credentialStep, tryIt } from '../parts/notes';
import { callRecord } from '../parts/samples';
import { allWritten, code, trigger } from '../parts/steps';
import { calls, makeTable, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const columns = Object.keys(calls.columns);

/** Every call becomes a row of a table. */
export const callRecords: Example = {
	id: 'call-records-to-table',
	name: 'Call Records → Table: one row a call 话单 → 数据表',
	about: {
		title: ['Call records → table', '话单 → 数据表'],
		what: [
			'Every call that is over, answered or not, becomes one row of the data table *Private Number Calls*. *Call Report* and *AI Assistant* read it.',
			'每通电话（无论是否接通）在数据表 *Private Number Calls* 中保存一行，供“通话报表”和“智能助手”使用。',
		],
		steps: [credentialStep('Call Is Over'), consoleStep('Call Is Over', '呼叫话单接收地址')],
		more: tryIt(
			[
				'a call of order A-1001; its row has `sample` on and counts nowhere',
				'订单 A-1001 的一次通话；该行 `sample` 为真，不计入报表',
			],
			['dial, talk, hang up', '拨号、通话、挂机'],
		),
	},
	notes: [
		{
			name: 'About Losing Nothing',
			at: [1, -1],
			width: 540,
			text: [
				'**Nothing is lost, nothing comes twice.** *Respond: After Success* tells the platform "received" only when the rows are in the table; otherwise it sends the records again, for 5 hours. A record that comes again has the same `eventId` and finds its row.',
				'**不丢话单，也不重复。** *Respond: After Success* 表示写入成功后才应答平台，否则平台会在 5 小时内重发。重发的话单 `eventId` 相同，写回原来的那一行。',
			],
		},
		{
			name: 'About Space',
			at: [4, -1],
			width: 500,
			text: [
				'**Space and privacy.** All data tables of an n8n together hold 200 MB (older versions 50 MB); when they are full, **All Written** names what was not saved. Delete old rows in time. To keep numbers half hidden, switch on *Mask Numbers* in **Call Is Over**.',
				'**容量与隐私。** n8n 的所有数据表合计最多 200 MB（旧版本 50 MB），写满后 **All Written** 会列出未保存的话单，请及时删除旧行。如需隐藏号码中间几位，请在 **Call Is Over** 中打开 *Mask Numbers*。',
			],
		},
	],
	nodes: [
		trigger('Call Is Over', [0, 0], ['fee'], { respond: 'afterSuccess' }),
		makeTable(calls, 'Make Table', [1, -0.9]),
		code('Rows', [1, 0], lines('callRecordRows')),
		writeRows('upsert', {
			table: calls,
			name: 'Save Row',
			at: [2, 0],
			where: [['eventId', 'eq', '={{ $json.eventId }}']],
			set: Object.fromEntries(columns.map((column) => [column, `={{ $json.${column} }}`])),
			more: { onError: 'continueRegularOutput' },
		}),
		allWritten('All Written', [3, 0], 'Rows', 'eventId'),
	],
	links: ['Call Is Over > Make Table', 'Call Is Over > Rows > Save Row > All Written'],
	pins: { 'Call Is Over': [callRecord({})] },
};
