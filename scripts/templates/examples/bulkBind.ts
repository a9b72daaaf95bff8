import { lines } from '../parts/lines';
import { credentialStep } from '../parts/notes';
import { robot, robotStep } from '../parts/robot';
import { action, ask, code, robotSettings, settings, webhook } from '../parts/steps';
import { bindings, getRows, makeTable, stock, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([12, 1]);
const planned = [
	'orderId',
	'mode',
	'state',
	'privateNumber',
	'numberA',
	'numberB',
	'job',
	'note',
	'sample',
];

const rowOf = Object.fromEntries(planned.map((column) => [column, `={{ $json.${column} }}`]));

/** A spreadsheet of pairs is bound in batches that are written down, so that a crash loses nothing. */
export const bulkBind: Example = {
	id: 'bulk-bind',
	name: 'Spreadsheet → Bulk Bind: in batches that are written down 表格 → 批量绑定',
	about: {
		title: ['Spreadsheet → bulk bind', '表格 → 批量绑定'],
		what: [
			'Upload a spreadsheet of pairs. Every row is written into the ledger *Private Number Bindings* first, then bound in batches of 50; each batch is marked before it is sent and written down after it. When n8n is restarted or killed in the middle, it goes on by itself at the next start and binds no pair twice. Broken rows are named and left out.',
			'上传号码对表格。每一行先写入台账 *Private Number Bindings*，再按每批 50 行绑定；每批发送前先标记，完成后写回。n8n 中途重启或被强制结束，下次启动后自动继续，同一对号码不会绑定两次。有问题的行会列出原因并跳过。',
		],
		steps: [
			credentialStep('Bind'),
			robotStep,
			[
				'The spreadsheet (XLSX, or CSV in UTF-8) has a first line with names: `orderId`, `numberA`, `numberB`, and, if you wish, `privateNumber` and `areaCode`. The Chinese names 订单号, 号码A, 号码B, 隐私号, 区号 will do. Rows without `privateNumber` get one of *Private Number Stock*.',
				'表格（XLSX，或 UTF-8 编码的 CSV）首行为列名：`orderId`、`numberA`、`numberB`，可选 `privateNumber`、`areaCode`；也可用中文列名：`订单号`、`号码A`、`号码B`、`隐私号`、`区号`。没有填隐私号的行从 *Private Number Stock* 中选取。',
			],
			[
				'Set *Authentication* of **Upload Spreadsheet** and **Progress Page** to Basic Auth, publish the workflow (Publish), and open the Production URL of **Upload Spreadsheet** in a browser. The page of **Progress Page** shows how far it is.',
				'把 **Upload Spreadsheet** 和 **Progress Page** 的 *Authentication* 设为 Basic Auth，发布（Publish）工作流，用浏览器打开 **Upload Spreadsheet** 的 Production URL 上传。**Progress Page** 的网页显示进度。',
			],
		],
		more: [
			'To try it now: *Execute workflow* beside **Upload Spreadsheet** runs with the pinned sample and binds nothing. With the simulator: upload a sheet with its numbers.',
			'立即体验：点击 **Upload Spreadsheet** 旁的 *Execute workflow*，用固定的样例运行，不会真的绑定。使用模拟器：上传含模拟器号码的表格。',
		],
	},
	notes: [
		{
			name: 'About the Batches',
			at: [7, -1.2],
			width: 900,
			text: [
				'**States of a row.** `planned` → `binding` (on its way) → `bound`; `failed` with the reason; `doubt` when the answer was lost and no query could tell: look it up before you bind it again. Rows that were on their way when n8n was killed are sent again on the same privacy number: the platform refuses a second binding of the same pair there, and *On Conflict: Use Existing Binding* finds the first one. A wrong key or a locked address stops the job: its rows stay `planned`. Correct it, then run **Go On**.',
				'**行的状态。** `planned`（待绑定）→ `binding`（已发出）→ `bound`（已绑定）；`failed` 为失败及原因；`doubt` 为应答丢失且无法查明，请先核实再重新绑定。n8n 被强制结束时已发出的行，会在同一隐私号上重新发送：平台拒绝重复绑定，“已绑定时”设为“沿用已有绑定”，便取回已有的绑定。密钥错误、地址被锁时任务停止，剩余行保持 `planned`，改正后运行 **Go On** 即可继续。',
			],
		},
	],
	nodes: [
		{
			name: 'Upload Spreadsheet',
			at: [0, 0],
			hasWebhook: true,
			type: 'n8n-nodes-base.formTrigger',
			typeVersion: 2.2,
			parameters: {
				formTitle: 'Bulk Bind 批量绑定',
				formDescription:
					'Columns: orderId, numberA, numberB, privateNumber, areaCode. 列名：订单号、号码A、号码B、隐私号、区号（后两列可不填）。',
				formFields: {
					values: [
						{
							fieldLabel: 'Spreadsheet 表格',
							fieldType: 'file',
							multipleFiles: false,
							acceptFileTypes: '.xlsx, .xls, .csv',
							requiredField: true,
						},
					],
				},
				options: {
					path: 'private-number-bulk-bind',
					respondWithOptions: {
						values: {
							respondWith: 'text',
							formSubmittedText:
								'Taken. The progress page shows how far it is. 已接收，可在进度页查看进度。',
						},
					},
				},
			},
		},
		{
			name: 'n8n Has Started',
			at: [0, 1],
			type: 'n8n-nodes-base.n8nTrigger',
			typeVersion: 1,
			parameters: { events: ['init'] },
		},
		{
			name: 'Go On',
			at: [0, 2],
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			parameters: {},
		},
		settings([1, 0], [...robotSettings, ['hours', 24]]),
		makeTable(bindings, 'Make Ledger', [2, -1]),
		makeTable(stock, 'Make Stock', [3, -1]),
		ask(
			'if',
			'Has a Spreadsheet',
			[2, 0],
			[
				{
					left: "={{ $json['Spreadsheet 表格'] !== undefined }}",
					type: 'boolean',
					operation: 'true',
				},
			],
		),
		ask(
			'if',
			'Is CSV',
			[3, 0],
			[
				{
					left: "={{ [].concat($json['Spreadsheet 表格'])[0]?.filename?.toLowerCase().endsWith('.csv') === true }}",
					type: 'boolean',
					operation: 'true',
				},
			],
		),
		...(['csv', 'xlsx'] as const).map((operation, row) => ({
			name: operation === 'csv' ? 'Read CSV' : 'Read XLSX',
			at: [4, row - 0.4] as const,
			type: 'n8n-nodes-base.extractFromFile',
			typeVersion: 1,
			parameters: {
				operation,
				binaryPropertyName: '={{ Object.keys($binary)[0] }}',
				options: operation === 'csv' ? { encoding: 'utf8', enableBOM: true } : {},
			},
		})),
		getRows({
			table: bindings,
			name: 'Ledger',
			at: [5, 0],
			where: [['mode', 'eq', 'AXB']],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		getRows({
			table: stock,
			name: 'Numbers in Stock',
			at: [6, 0],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Plan', [7, 0], lines('bulkPlan')),
		ask('if', 'Is New', [8, 0], [{ left: '={{ $json.id }}', operation: 'empty' }]),
		writeRows('insert', {
			table: bindings,
			name: 'Write Down Plan',
			at: [9, -0.6],
			set: rowOf,
		}),
		writeRows('update', {
			table: bindings,
			name: 'Plan Again',
			at: [9, 0.2],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: rowOf,
		}),
		getRows({
			table: bindings,
			name: 'Next Batch',
			at: [6, 1],
			where: [
				['state', 'eq', 'planned'],
				['state', 'eq', 'binding'],
			],
			matchAny: true,
			limit: 50,
			orderBy: 'id',
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		ask(
			'if',
			'Has Rows',
			[7, 1],
			[
				{
					left: '={{ $json.orderId !== undefined && !($json.sample && $runIndex > 0) }}',
					type: 'boolean',
					operation: 'true',
				},
			],
		),
		writeRows('update', {
			table: bindings,
			name: 'Mark Batch',
			at: [8, 1],
			// The batch holds the rows with the lowest IDs: one change marks them all.
			where: [
				['id', 'lte', '={{ $input.last().json.id }}'],
				['state', 'eq', 'planned'],
			],
			set: { state: 'binding' },
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Batch', [9, 1], lines('bulkBatch')),
		action(
			'Axb',
			'Bind',
			[10, 1],
			{
				resource: 'binding',
				operation: 'create',
				callerNum: '={{ $json.numberA }}',
				calleeNum: '={{ $json.numberB }}',
				chooseNumberBy: 'number',
				relationNum: '={{ $json.privateNumber }}',
				options: {
					duration: "={{ $('Settings').first().json.settings.hours * 3600 }}",
					userData: '={{ { orderId: $json.orderId } }}',
					onConflict: 'useExisting',
				},
				requestOptions: { concurrency: 10 },
			},
			{ onError: 'continueRegularOutput' },
		),
		code('Results', [11, 1], lines('bulkResults')),
		writeRows('update', {
			table: bindings,
			name: 'Write Down Results',
			at: [11, 2],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: {
				state: '={{ $json.state }}',
				subscriptionId: '={{ $json.subscriptionId }}',
				boundAt: '={{ $json.boundAt }}',
				expiresAt: '={{ $json.expiresAt }}',
				note: '={{ $json.note }}',
			},
			more: { alwaysOutputData: true },
		}),
		ask(
			'if',
			'Is Stopped',
			[10, 2],
			[{ left: "={{ $('Results').first().json.stop }}", type: 'boolean', operation: 'true' }],
		),
		getRows({
			table: bindings,
			name: 'Rows of Jobs',
			at: [8, 3],
			where: [['job', 'isNotEmpty']],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Write Message', [9, 3], lines('bulkMessage')),
		...tell.nodes.map((node, index) => ({ ...node, at: [10 + index, 3] as const })),
		code('All Bound', [10, 4], lines('bulkAllBound')),
		webhook('Progress Page', [0, 4], 'private-number-bulk-progress', 'GET'),
		makeTable(bindings, 'Make Ledger First', [1, 4]),
		getRows({
			table: bindings,
			name: 'All Jobs',
			at: [2, 4],
			where: [['job', 'isNotEmpty']],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Draw Page', [3, 4], lines('bulkPage')),
		{
			name: 'Show Page',
			at: [4, 4],
			type: 'n8n-nodes-base.respondToWebhook',
			typeVersion: 1.1,
			parameters: {
				respondWith: 'text',
				responseBody: '={{ $json.html }}',
				options: {
					responseHeaders: {
						entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
					},
				},
			},
		},
	],
	links: [
		'Upload Spreadsheet > Settings > Make Ledger > Make Stock',
		'n8n Has Started > Settings',
		'Go On > Settings',
		'Settings > Has a Spreadsheet > Is CSV > Read CSV > Ledger > Numbers in Stock > Plan > Is New > Write Down Plan',
		'Is New:1 > Plan Again',
		'Numbers in Stock > Next Batch',
		'Is CSV:1 > Read XLSX > Ledger',
		'Has a Spreadsheet:1 > Next Batch > Has Rows > Mark Batch > Batch > Bind > Results > Write Down Results > Is Stopped:1 > Next Batch',
		'Is Stopped > Rows of Jobs',
		'Has Rows:1 > Rows of Jobs > Write Message > Message for Robot',
		'Rows of Jobs > All Bound',
		'Progress Page > Make Ledger First > All Jobs > Draw Page > Show Page',
		...tell.links,
	],
	pins: {
		'Upload Spreadsheet': [
			{
				'Spreadsheet 表格': [
					{
						filename: 'pairs.xlsx',
						mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
					},
				],
				submittedAt: '2026-01-01T16:00:00.000+08:00',
				formMode: 'test',
				sample: true,
			},
		],
		'Read XLSX': [
			{
				orderId: 'SAMPLE-3',
				numberA: '138 0000 0001',
				numberB: '139 0000 0002',
				privateNumber: '17000000003',
			},
			{
				orderId: 'SAMPLE-4',
				numberA: '138 0000 0002',
				numberB: '139 0000 0003',
				privateNumber: '17000000003',
			},
			{
				orderId: 'SAMPLE-5',
				numberA: '12',
				numberB: '139 0000 0004',
				privateNumber: '17000000003',
			},
		],
		'Next Batch': ['SAMPLE-3', 'SAMPLE-4'].map((orderId, index) => ({
			id: -1 - index,
			orderId,
			mode: 'AXB',
			state: 'planned',
			privateNumber: '+8617000000003',
			numberA: `+861380000000${index + 1}`,
			numberB: `+861390000000${index + 2}`,
			job: 'sample',
			sample: true,
		})),
		Bind: ['SAMPLE-3', 'SAMPLE-4'].map((orderId, index) => ({
			subscriptionId: `0167ecc9-bfb6-4eec-b671-a7dab2ba78c${index}`,
			privateNumber: '+8617000000003',
			numberA: `+861380000000${index + 1}`,
			numberB: `+861390000000${index + 2}`,
			userData: { orderId },
			expiresAt: '2026-01-02T16:00:00.000+08:00',
			alreadyBound: false,
		})),
	},
};
