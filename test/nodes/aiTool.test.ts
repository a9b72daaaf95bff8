import { additionalDataOf, buildWorkflow } from './engine';
import { ExecuteContext } from 'n8n-core';
import { createRunExecutionData, type IExecuteData, type ITaskDataConnections } from 'n8n-workflow';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { sharedPlatform, startPlatform } from './fixture';

const platform = sharedPlatform(() => startPlatform('AXB'));
const parameters = {
	resource: 'binding',
	operation: 'create',
	callerNum: '13800000001',
	calleeNum: '13900000002',
	chooseNumberBy: 'auto',
};

test('a tool of an AI agent, which gets another run for each try, does not bind twice', async () => {
	platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', times: 1 });
	const type = new PrivateNumberAxb();
	const workflow = buildWorkflow([{ name: 'Tool', type, parameters }]);
	const node = workflow.getNode('Tool');
	if (!node) throw new Error('The workflow lacks its node.');
	const additionalData = additionalDataOf({ credential: platform.credential, mode: 'webhook' });
	const execution = createRunExecutionData({});
	const data: ITaskDataConnections = { main: [[{ json: {} }]] };
	const start: IExecuteData = { node, data, source: null };
	const attempt = async (runIndex: number): Promise<unknown> => {
		const items = [{ json: {} }];
		const context = new ExecuteContext(
			workflow,
			node,
			additionalData,
			'webhook',
			execution,
			runIndex,
			items,
			data,
			start,
			[],
		);
		return await type.execute.call(context);
	};
	await expect(attempt(0)).rejects.toThrow(/not known whether/);
	await expect(attempt(1)).rejects.toThrow(/not known whether/);
	expect(platform.simulator.bindings()).toHaveLength(1);
});
