import { credentialOf, credentialType } from '../../playground/examples/credentials';
import { endAll } from '../../playground/machine/endAll';
import { webhookUrls } from '../../playground/examples/templates';
import { signIn } from '../../playground/n8n/api';
import type { N8nInstall } from '../../playground/n8n/install/n8n';
import { startSingle } from '../../playground/n8n/set';
import { itemsOf } from '../../playground/n8n/types';
import type {
	Credential,
	ExecutionItem,
	WorkflowDocument,
	WorkflowNode,
} from '../../playground/n8n/types';
import { isPackageNode, packageNode } from '../../playground/n8n/nodeTypes';
import { playgroundOwner } from '../../playground/playground';
import { inTemporaryFolder } from '../../playground/temporary';
import { startSimulator } from '../../simulator';
import { waitFor } from '../e2e/waiting';

/** What a user of an n8n sees of the package. */
export interface FirstCall {
	/** Type names of the package's nodes that the editor offers. */
	nodes: string[];
	/** What the test button of the credential says. */
	credentialTest: string;
	/** Lines of n8n's log that name the package or one of its nodes as a problem. */
	complaints: string[];
	/** What the AXB node has read after the call record came, by a real execution. */
	items: ExecutionItem[];
}

const application = {
	appKey: 'compatKey',
	appSecret: 'compatSecret',
	mode: 'AXB' as const,
	numbers: [{ number: '+8613800006666', areaCode: '0755' }],
};

/** A workflow that reads the binding of every call record. */
function workflowOf({ id, name }: Credential): WorkflowDocument {
	const credentials = { [credentialType]: { id, name } };
	const node = (
		label: string,
		type: string,
		position: [number, number],
		parameters: WorkflowNode['parameters'],
	): WorkflowNode => ({
		...{ id: label, name: label, type: packageNode(type), typeVersion: 1, position },
		...{ parameters, credentials, webhookId: '00000000-0000-4000-8000-000000000001' },
	});
	return {
		name: 'First call',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Trigger', 'privateNumberTrigger', [0, 0], { events: ['fee'] }),
			node('Read Binding', 'privateNumberAxb', [220, 0], {
				resource: 'binding',
				operation: 'get',
				subscriptionId: '={{ $json.subscriptionId }}',
			}),
		],
		connections: { Trigger: { main: [[{ node: 'Read Binding', type: 'main', index: 0 }]] } },
	};
}

/** Starts an n8n with the built package, binds two phones, and lets one call the other. */
export async function firstCall(install: N8nInstall): Promise<FirstCall> {
	const n8n = await inTemporaryFolder((userFolder) => startSingle({ install, userFolder }));
	const stops = [n8n.stop];
	try {
		const simulator = await startSimulator({ applications: [application], speed: 50 });
		stops.push(() => simulator.close());
		const api = await signIn(n8n.main.url, playgroundOwner);
		const types = (await (await api.file('/types/nodes.json')).json()) as { name: string }[];
		const typed = credentialOf(application, simulator.url);
		const credential = await api.createCredential(typed);
		const { status, message } = await api.testCredential({ ...typed, id: credential.id });
		const workflow = await api.createWorkflow(workflowOf(credential));
		await api.activate(workflow.id, workflow.versionId);

		const [url = ''] = webhookUrls(n8n.webhookBase, workflow);
		simulator.setPushUrls({ all: url });
		simulator.bind(application.appKey, {
			callerNum: '+8613900000001',
			calleeNum: '+8613900000002',
			relationNum: application.numbers[0]?.number,
		});
		simulator.startCall({ caller: '13900000001', called: '13800006666' });
		const over = await waitFor('the execution of a call record', async () => {
			const [newest] = await api.executions(workflow.id);
			return newest && !['new', 'running'].includes(newest.status) ? newest : undefined;
		});
		const lines = n8n.main.log().split('\n');
		return {
			nodes: types.map(({ name }) => name).filter(isPackageNode),
			credentialTest: `${status}: ${message}`,
			complaints: lines.filter(
				(line) => /private-?number/i.test(line) && /error|warn|fail/i.test(line),
			),
			items: itemsOf(await api.execution(over.id), 'Read Binding'),
		};
	} finally {
		await endAll(stops);
	}
}
