import { exampleName } from './examples/names';
import { phones } from './examples/phones';
import type { Language } from './machine/language';
import { playgroundOwner } from './playground';
import type { Playground } from './playground';

/** What a guide names. */
interface Places {
	editor: string;
	account: string;
	simulator: string;
	recordings: string;
	log: string;
	/** Name in n8n of the example to try first. */
	firstExample: string;
	/** Number that a phone dials. */
	called: string;
	/** Command that places a call. */
	callCommand: string;
	/** The example that takes orders, and the one that closes them, each with the command for it. */
	order?: { example: string; command: string };
	closing?: { example: string; command: string };
	count: number;
}

/** What `npm start` prints: where things are, and what to try first. */
export function guide(playground: Playground, logFile: string, language: Language = 'en'): string {
	const { n8n, simulator, webhooks, workflows } = playground;
	const { email, password } = playgroundOwner;
	const nameOf = (id: string): string =>
		exampleName(workflows.find((workflow) => workflow.id === id)?.name ?? id, language);
	const call = callOf(playground);
	const commandOf = (id: string, body: object) => {
		const [url] = webhooks[id] ?? [];
		return url === undefined ? undefined : { example: nameOf(id), command: post(url, body) };
	};
	return texts[language]({
		editor: n8n.main.url,
		account: `${email} / ${password}`,
		simulator: simulator.url,
		recordings: n8n.filesFolder,
		log: logFile,
		firstExample: nameOf('call-record-recording-to-file'),
		called: call.called,
		callCommand: post(`${simulator.url}/sim/calls`, call),
		order: commandOf('order-to-bind', order),
		closing: commandOf('order-closed-to-unbind', { orderId: order.orderId }),
		count: workflows.length,
	});
}

const texts: Readonly<Record<Language, (places: Places) => string>> = {
	en: ({ order, closing, ...places }) => `
n8n         ${places.editor}   (${places.account})
Simulator   ${places.simulator}   (two phones, bindings, push log)
Recordings  ${places.recordings}
Log         ${places.log}

Try "${places.firstExample}" first. Let a phone of the simulator dial ${places.called}, or place a call here;
ten seconds later its recording is in the folder and the execution in the editor:
  ${places.callCommand}
${
	order
		? `
Then "${order.example}". Send an order; the answer tells the privacy number of customer and driver, who are the
two phones: dial it with one of them:
  ${order.command}
`
		: ''
}${
		closing
			? `
"${closing.example}" ends it. Close the order, then dial the number once more:
  ${closing.command}
`
			: ''
	}
All ${places.count} examples are in n8n. Each runs for the application of its credential: dial a number of that.

Ctrl-C stops both.`,
	'zh-CN': ({ order, closing, ...places }) => `
n8n      ${places.editor}   （${places.account}）
模拟器   ${places.simulator}   （两部电话、绑定、推送记录）
录音     ${places.recordings}
日志     ${places.log}

请先试“${places.firstExample}”：用模拟器的一部电话拨打隐私号 ${places.called}，或在终端发起一次呼叫。
十秒后，触发器收到话单，录音保存在上面的文件夹，编辑器里可以看到这次执行：
  ${places.callCommand}
${
	order
		? `
再试“${order.example}”：发送一个订单，应答里就是顾客和司机绑定的隐私号。顾客和司机就是模拟器的两部电话，用其中一部拨打它：
  ${order.command}
`
		: ''
}${
		closing
			? `
然后用“${closing.example}”关闭订单，再拨一次这个号码：
  ${closing.command}
`
			: ''
	}
全部 ${places.count} 个示例都已在 n8n 中，各用一个应用的凭证：拨打该应用的号码即可启动。

按 Ctrl-C 停止 n8n 和模拟器。`,
};

/** Of the two phones, so that they can call each other over the number of the order. */
const order = {
	orderId: 'A-1001',
	customerPhone: phones[0],
	driverPhone: phones[1],
	areaCode: '0755',
};

/** A call between the phones, over the number that both are bound to. */
function callOf({ simulator }: Playground) {
	const binding = simulator.bindings().find(({ mode }) => mode === 'AXB');
	const called = binding?.x.replace('+86', '') ?? '';
	return { caller: phones[0], called, talkSeconds: 5 };
}

function post(url: string, body: object): string {
	return `curl -X POST ${url} -H 'Content-Type: application/json' \\\n    -d '${JSON.stringify(body)}'`;
}
