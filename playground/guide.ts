import { phones } from './examples/phones';
import { playgroundOwner } from './playground';
import type { Playground } from './playground';

/** What `npm start` prints: where things are, and what to try first. */
export function guide(playground: Playground, logFile: string): string {
	const { n8n, simulator, webhooks, workflows } = playground;
	const { email, password } = playgroundOwner;
	const call = callOf(playground);
	const [orders] = webhooks['order-to-bind'] ?? [];
	const second =
		orders &&
		`
Then "Order → Bind". Send an order; the answer tells the privacy number of customer and driver:
  ${post(orders, order)}
`;
	return `
n8n         ${n8n.main.url}   (${email} / ${password})
Simulator   ${simulator.url}   (two phones, bindings, push log)
Recordings  ${n8n.filesFolder}
Log         ${logFile}

Try "Call Record → File" first. Let a phone of the simulator dial ${call.called}, or place a call here;
ten seconds later its recording is in the folder and the execution in the editor:
  ${post(`${simulator.url}/sim/calls`, call)}
${second ?? ''}
All ${workflows.length} examples are in n8n. Each runs for the application of its credential: dial a number of that.

Ctrl-C stops both.`;
}

const order = {
	orderId: 'A-1001',
	customerPhone: '139 0000 0001',
	driverPhone: '139 0000 0002',
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
