import { action, answer, ask, code, robotSettings, settings, webhook } from '../parts/steps';
import { robot, robotStep } from '../parts/robot';
import { lines } from '../parts/lines';
import { bindings, deleteRows, getRows, makeTable, stock, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([15, 0]);

/** An order binds customer and driver, once, however often and however fast it comes. */
export const orderToBind: Example = {
	id: 'order-to-bind',
	name: 'Order → Bind: customer and driver call each other without seeing numbers 订单 → 绑定',
	about: {
		title: ['Order → bind → tell both sides', '订单 → 绑定 → 通知双方'],
		what: [
			'A new order binds the customer (A) and the driver (B) to one privacy number (X). Both call and text X; neither sees the number of the other. An order that comes again, even twice at once, gets the same binding. The answer holds a message for each side, the robot of your group is told, and the ledger *Private Number Bindings* has one row an order.',
			'新订单把乘客（A）和司机（B）绑定到同一个隐私号（X），双方只看到 X。同一订单重复推送，哪怕两次同时到达，得到的也是同一个绑定。应答中带有发给双方的短信文案，群机器人同时通知；台账 *Private Number Bindings* 中每个订单一行。',
		],
		steps: [
			[
				'Choose your *Huawei Private Number API* credential in **Bind Customer and Driver**.',
				'在 **Bind Customer and Driver** 中选择您的“华为隐私号 API”（Huawei Private Number API）凭证。',
			],
			[
				'Run the workflow once with its sample: it makes the data tables. Then write your privacy numbers into *Private Number Stock* (*Overview → Data tables*), one a row: `privateNumber` and, if you wish, `areaCode` such as `0755`.',
				'用样例运行一次，数据表会自动建好。然后在 *Overview → Data tables* 的 *Private Number Stock* 中登记您的隐私号，每行一个：`privateNumber` 必填，`areaCode`（如 `0755`）可不填。',
			],
			robotStep,
			[
				'In **Settings**, `hours` is the life of a binding. Write the name of your approved notice into `recordHintTone` to have calls recorded; while it is empty they are not.',
				'**Settings** 中的 `hours` 为绑定的有效小时数；在 `recordHintTone` 中填写已审核的录音提示音的文件名即开启录音，为空则不录音。',
			],
			[
				'Give **New Order** an authentication (Header Auth), publish the workflow (Publish), copy the Production URL of **New Order** and let your order system `POST` to it: `{ "orderId": "A-1001", "customerPhone": "138 0000 0001", "driverPhone": "139 0000 0002", "areaCode": "0755" }`',
				'为 **New Order** 设置鉴权（Header Auth），发布（Publish）工作流，复制 **New Order** 的 Production URL，让订单系统向它 `POST`：`{ "orderId": "A-1001", "customerPhone": "138 0000 0001", "driverPhone": "139 0000 0002", "areaCode": "0755" }`',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample and binds nothing. With the simulator: press *Send the order*.',
			'立即体验：点击 *Execute workflow*，用固定的样例运行，不会真的绑定。使用模拟器：在“发送订单”中点击“发送”。',
		],
	},
	notes: [
		{
			name: 'About Once',
			at: [4, -1],
			width: 860,
			text: [
				'**Once, even twice at once.** Every run writes a claim into the ledger; the oldest row of an order stays, the others go. All runs of an order try the same privacy numbers in the same order, and the platform refuses a second binding of the same pair on the same number: *On Conflict: Use Existing Binding* then finds the first one. `userData` tells whose it is.',
				'**同时来两次也只绑一次。** 每次运行先在台账中占一行，同一订单只留最早的一行。同一订单总是按同样的顺序尝试隐私号，平台不允许同一对号码在同一个 X 上重复绑定，“已绑定时”设为“沿用已有绑定”，便取回已有的绑定；`userData` 说明它属于哪个订单。',
			],
		},
		{
			name: 'About the Number',
			at: [8, -1],
			width: 620,
			text: [
				'**Which number.** A number of the city is tried first. When A or B is bound to it with somebody else (1012010), or it is full or out of use, **Try Another Number** takes the next one.',
				'**选号。** 优先使用订单所在城市的号码。A 或 B 已在该号码上与他人绑定 (1012010)，或号码已满、不可用时，**Try Another Number** 换下一个。',
			],
		},
		{
			name: 'About the Messages',
			at: [13, -1],
			width: 620,
			text: [
				'**The messages.** The platform sends no SMS of yours: send `messages` of the answer with your own SMS or app push. The robot gets the order with masked numbers.',
				'**通知文案。** 平台不代发短信：请用您自己的短信或 App 推送发送应答中的 `messages`。群机器人收到的是打码后的订单信息。',
			],
		},
	],
	nodes: [
		webhook('New Order', [0, 0], 'private-number-order'),
		settings([1, 0], [...robotSettings, ['hours', 24], ['recordHintTone', '']]),
		makeTable(bindings, 'Make Ledger', [2, -2]),
		makeTable(stock, 'Make Stock', [3, -2]),
		code('Read Order', [2, 0], lines('orderRead')),
		ask('if', 'Is Complete', [3, 0], [{ left: '={{ $json.problem }}', operation: 'empty' }]),
		writeRows('insert', {
			table: bindings,
			name: 'Claim Order',
			at: [4, 0],
			set: {
				orderId: '={{ $json.orderId }}',
				mode: 'AXB',
				state: 'claimed',
				numberA: '={{ $json.numberA }}',
				numberB: '={{ $json.numberB }}',
				sample: '={{ $json.sample }}',
			},
		}),
		getRows({
			table: bindings,
			name: 'Rows of Order',
			at: [5, 0],
			where: [['orderId', 'eq', "={{ $('Read Order').first().json.orderId }}"]],
		}),
		code('Oldest Row', [6, 0], lines('orderOldestRow')),
		deleteRows({
			table: bindings,
			name: 'Drop Second Claim',
			at: [7, -1],
			where: [['id', 'eq', '={{ $json.drop }}']],
		}),
		ask(
			'if',
			'Is Bound',
			[7, 0],
			[{ left: '={{ $json.isBound }}', type: 'boolean', operation: 'true' }],
		),
		getRows({
			table: stock,
			name: 'Numbers in Stock',
			at: [8, 0],
			more: { alwaysOutputData: true },
		}),
		code('Choose Numbers', [9, 0], lines('orderNumbers')),
		action(
			'Axb',
			'Bind Customer and Driver',
			[10, 0],
			{
				resource: 'binding',
				operation: 'create',
				callerNum: "={{ $('Choose Numbers').first().json.numberA }}",
				calleeNum: "={{ $('Choose Numbers').first().json.numberB }}",
				chooseNumberBy: 'number',
				relationNum: "={{ $('Choose Numbers').first().json.candidates[$runIndex] }}",
				options: {
					duration: "={{ $('Settings').first().json.settings.hours * 3600 }}",
					recordFlag: "={{ $('Settings').first().json.settings.recordHintTone !== '' }}",
					recordHintTone: "={{ $('Settings').first().json.settings.recordHintTone }}",
					userData: "={{ { orderId: $('Choose Numbers').first().json.orderId } }}",
					onConflict: 'useExisting',
				},
				requestOptions: {},
			},
			{ onError: 'continueErrorOutput' },
		),
		ask(
			'if',
			"Is This Order's",
			[11, 0],
			[
				{
					left: "={{ !$json.alreadyBound || String($json.userData?.orderId) === $('Choose Numbers').first().json.orderId }}",
					type: 'boolean',
					operation: 'true',
				},
			],
		),
		ask(
			'if',
			'Try Another Number',
			[11, 1],
			[
				{
					left: "={{ (!$json.error || ['1012010', '1012009', '1012001', '1012102'].includes($json.details?.code)) && $runIndex + 1 < $('Choose Numbers').first().json.candidates.length }}",
					type: 'boolean',
					operation: 'true',
				},
			],
		),
		writeRows('update', {
			table: bindings,
			name: 'Write into Ledger',
			at: [12, 0],
			where: [['orderId', 'eq', "={{ $('Choose Numbers').first().json.orderId }}"]],
			set: {
				state: 'bound',
				privateNumber: '={{ $json.privateNumber }}',
				numberA: '={{ $json.numberA }}',
				numberB: '={{ $json.numberB }}',
				subscriptionId: '={{ $json.subscriptionId }}',
				boundAt: '={{ $now.toISO() }}',
				expiresAt: '={{ $json.expiresAt }}',
				note: '',
			},
			more: { onError: 'continueRegularOutput' },
		}),
		code('Write Messages', [13, 0], lines('orderMessages')),
		answer('Answer Order System', [14, 0], '={{ $json.answer }}', '={{ $json.status }}'),
		...tell.nodes,
		answer(
			'Tell Order System Why Not',
			[12, 1],
			`={{ {
  orderId: $('Choose Numbers').first().json.orderId,
  error: $json.error ?? 'Every privacy number in stock is taken for these two. 库存中的隐私号对这两个号码均已占用。',
  details: $json.details
} }}`,
			"={{ $json.details?.field ? 422 : !$json.error || $json.details?.code === '1012010' ? 409 : 502 }}",
		),
		writeRows('update', {
			table: bindings,
			name: 'Note Why Not',
			at: [12, 2],
			where: [
				['orderId', 'eq', "={{ $('Choose Numbers').first().json.orderId }}"],
				['state', 'neq', 'bound'],
			],
			set: { state: 'failed', note: '={{ $json.error ?? "No free privacy number" }}' },
		}),
		answer(
			'Tell What Is Missing',
			[4, 1],
			"={{ { orderId: $('Read Order').first().json.orderId, error: $json.problem } }}",
			'422',
		),
	],
	links: [
		'New Order > Settings > Make Ledger > Make Stock',
		'Settings > Read Order > Is Complete > Claim Order > Rows of Order > Oldest Row > Drop Second Claim',
		'Oldest Row > Is Bound:1 > Numbers in Stock > Choose Numbers > Bind Customer and Driver',
		'Is Bound > Write Messages',
		"Bind Customer and Driver > Is This Order's > Write into Ledger > Write Messages > Answer Order System > Message for Robot",
		'Bind Customer and Driver:1 > Try Another Number',
		"Is This Order's:1 > Try Another Number > Bind Customer and Driver",
		'Try Another Number:1 > Tell Order System Why Not',
		'Try Another Number:1 > Note Why Not',
		'Is Complete:1 > Tell What Is Missing',
		...tell.links,
	],
	pins: {
		'New Order': [
			{
				headers: {},
				params: {},
				query: {},
				body: {
					orderId: 'SAMPLE-1',
					customerPhone: '138 0000 0001',
					driverPhone: '139 0000 0002',
					areaCode: '0755',
				},
				sample: true,
			},
		],
		'Numbers in Stock': [{ privateNumber: '+8617000000003', areaCode: '0755', usable: true }],
		'Bind Customer and Driver': [
			{
				subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
				privateNumber: '+8617000000003',
				numberA: '+8613800000001',
				numberB: '+8613900000002',
				callDirection: 'both',
				expiresAt: '2026-01-02T16:00:00.000+08:00',
				alreadyBound: false,
			},
		],
	},
};
