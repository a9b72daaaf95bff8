import { lines } from '../parts/lines';
import { robot, robotStep } from '../parts/robot';
import { action, answer, ask, code, robotSettings, settings, webhook } from '../parts/steps';
import { bindings, getRows, makeTable, writeRows } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([9, 0]);

/** A closed order loses its binding, by its order number. */
export const orderClosed: Example = {
	id: 'order-closed-to-unbind',
	name: 'Order Closed → Unbind: the privacy number ends with the order 订单关闭 → 解绑',
	about: {
		title: ['Order closed → unbind', '订单关闭 → 解绑'],
		what: [
			'The order system says that an order is closed; the ledger *Private Number Bindings* tells its bindings, and they are removed. Told twice, it answers the same again. It belongs to *Order → Bind*, which writes the ledger.',
			'订单系统通知订单已关闭，工作流从台账 *Private Number Bindings* 中按订单号找到绑定并解绑。重复通知时应答相同。台账由“订单 → 绑定”写入。',
		],
		steps: [
			[
				'Choose your *Huawei Private Number API* credential in **Unbind**: that of *Order → Bind*.',
				'在 **Unbind** 中选择您的“华为隐私号 API”（Huawei Private Number API）凭证，与“订单 → 绑定”的相同。',
			],
			robotStep,
			[
				'Give **Order Closed** an authentication (Header Auth), publish the workflow (Publish), copy the Production URL of **Order Closed** and let your order system `POST` to it: `{ "orderId": "A-1001" }`',
				'为 **Order Closed** 设置鉴权（Header Auth），发布（Publish）工作流，复制 **Order Closed** 的 Production URL，让订单系统向它 `POST`：`{ "orderId": "A-1001" }`',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample and unbinds nothing. With the simulator: send an order first, then close it.',
			'立即体验：点击 *Execute workflow*，用固定的样例运行，不会真的解绑。使用模拟器：先发送订单，再关闭它。',
		],
	},
	notes: [
		{
			name: 'About the Answer',
			at: [6, -0.9],
			width: 720,
			text: [
				'**The answer.** 200 `unbound: true` when the binding is gone, `alreadyUnbound: true` when it was gone before (unbound, expired); 404 when the ledger has no such order; 502 with the reason when the platform did not unbind: send it again.',
				'**应答。** 已解绑为 200 `unbound: true`，此前已解绑或已到期时 `alreadyUnbound: true`；台账中没有该订单为 404；平台未能解绑为 502 并说明原因，请稍后重新通知。',
			],
		},
	],
	nodes: [
		webhook('Order Closed', [0, 0], 'private-number-order-closed'),
		settings([1, 0], robotSettings),
		makeTable(bindings, 'Make Ledger', [2, -1]),
		code('Read Order', [2, 0], lines('orderClosedRead')),
		ask('if', 'Is Complete', [3, 0], [{ left: '={{ $json.orderId }}', operation: 'notEmpty' }]),
		getRows({
			table: bindings,
			name: 'Rows of Order',
			at: [4, 0],
			where: [
				['orderId', 'eq', '={{ $json.orderId }}'],
				['mode', 'eq', 'AXB'],
			],
			more: { alwaysOutputData: true },
		}),
		code('What to Unbind', [5, 0], lines('orderClosedRows')),
		ask(
			'if',
			'Has Binding',
			[6, 0],
			[{ left: '={{ $json.subscriptionId }}', operation: 'notEmpty' }],
		),
		action(
			'Axb',
			'Unbind',
			[7, 0],
			{
				resource: 'binding',
				operation: 'delete',
				identifyBy: 'subscriptionId',
				subscriptionId: '={{ $json.subscriptionId }}',
				options: { ignoreNotFound: true },
				requestOptions: {},
			},
			{ onError: 'continueErrorOutput' },
		),
		writeRows('update', {
			table: bindings,
			name: 'Mark Unbound',
			at: [8, -1],
			where: [['orderId', 'eq', "={{ $('Read Order').first().json.orderId }}"]],
			set: { state: 'unbound', note: '={{ $now.toISO() }}' },
			more: { executeOnce: true, onError: 'continueRegularOutput' },
		}),
		code('Write Answer', [8, 0], lines('orderClosedAnswer')),
		answer('Answer Order System', [9, -1], '={{ $json.answer }}', '={{ $json.status }}'),
		...tell.nodes,
		answer(
			'Tell Order System Why Not',
			[8, 1],
			"={{ { orderId: $('Read Order').first().json.orderId, error: $json.error, details: $json.details } }}",
			'502',
		),
		answer(
			'Nothing to Unbind',
			[7, 2],
			`={{ $json.isKnown
  ? { orderId: $json.orderId, unbound: true, alreadyUnbound: true }
  : { orderId: $json.orderId, error: 'The ledger has no such order. 台账中没有该订单。' } }}`,
			'={{ $json.isKnown ? 200 : 404 }}',
		),
		answer(
			'Tell What Is Missing',
			[4, 1],
			"={{ { error: 'orderId is missing. 缺少 orderId。' } }}",
			'422',
		),
	],
	links: [
		'Order Closed > Settings > Make Ledger',
		'Settings > Read Order > Is Complete > Rows of Order > What to Unbind > Has Binding > Unbind > Mark Unbound',
		'Unbind > Write Answer > Answer Order System',
		'Write Answer > Message for Robot',
		'Unbind:1 > Tell Order System Why Not',
		'Has Binding:1 > Nothing to Unbind',
		'Is Complete:1 > Tell What Is Missing',
		...tell.links,
	],
	pins: {
		'Order Closed': [
			{ headers: {}, params: {}, query: {}, body: { orderId: 'SAMPLE-2' }, sample: true },
		],
		'Rows of Order': [
			{
				orderId: 'SAMPLE-2',
				mode: 'AXB',
				state: 'bound',
				privateNumber: '+8617000000003',
				numberA: '+8613800000001',
				numberB: '+8613900000002',
				subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
			},
		],
		Unbind: [{ deleted: true, subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf' }],
	},
};
