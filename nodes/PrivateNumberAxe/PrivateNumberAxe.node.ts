import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { callResource } from '../shared/call';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { bindingResource } from './binding';
import { numberResource, searchNumbers } from './number';

const resources = [bindingResource, numberResource, callResource, recordingResource];

/** Huawei Private Number in AXE mode: everybody reaches A through X and an extension. */
export class PrivateNumberAxe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXE',
		name: 'privateNumberAxe',
		icon: { light: 'file:privateNumberAxe.svg', dark: 'file:privateNumberAxe.dark.svg' },
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Give many people one privacy number, each with an extension of their own (隐私保护通话 AXE模式)',
		defaults: { name: 'Huawei Private Number AXE' },
		usableAsTool: true,
		...actionNode(resources),
	};

	methods = { ...methods, listSearch: { searchNumbers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
