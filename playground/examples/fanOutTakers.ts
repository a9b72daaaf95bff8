import type { WorkflowDocument } from '../n8n/types';
import { n8nNode } from '../n8n/nodeTypes';

/** A workflow that takes one kind of event from the example Fan-out. */
export interface Taker {
	id: string;
	/** The kind, and the node of Fan-out that starts the workflow. */
	kind: string;
	document: WorkflowDocument;
}

/** What its notes ask the user to make: a workflow for each kind of event. */
export const fanOutTakers: readonly Taker[] = [
	taker('Calls', '呼叫事件'),
	taker('Call Records', '话单'),
	taker('Texts', '短信通知'),
	taker('Number Status', 'X号码状态'),
];

/** Parameters with which a node of Fan-out starts a workflow. */
export function startOf({ id, document }: Taker): Record<string, unknown> {
	return { workflowId: { __rl: true, mode: 'list', value: id, cachedResultName: document.name } };
}

function taker(kind: string, chinese: string): Taker {
	const slug = kind.toLowerCase().replace(' ', '-');
	const node = (id: string, name: string, type: string, x: number, y: number) => ({
		id: `${slug}-${id}`,
		name,
		type: n8nNode(type),
		typeVersion: 1,
		position: [x, y] as [number, number],
		parameters: {},
	});
	const start = 'When Executed by Another Workflow';
	const rest = 'Your Nodes Here';
	const document: WorkflowDocument = {
		name: `${kind} from Fan-out`,
		nodes: [
			{
				...node('note', 'About', 'stickyNote', -40, -220),
				parameters: {
					content: `**${kind} (${chinese})**\nThe example *Fan-out* starts this workflow with its items: see *Executions*. Put your own nodes in the place of **${rest}**.\n\n由示例 *Fan-out* 启动，请把 **${rest}** 换成自己的节点。`,
					height: 180,
					width: 420,
					color: 7,
				},
			},
			{
				...node('start', start, 'executeWorkflowTrigger', 0, 0),
				typeVersion: 1.1,
				parameters: { inputSource: 'passthrough' },
			},
			node('rest', rest, 'noOp', 240, 0),
		],
		connections: { [start]: { main: [[{ node: rest, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
	return { id: `fan-out-${slug}`, kind, document };
}
