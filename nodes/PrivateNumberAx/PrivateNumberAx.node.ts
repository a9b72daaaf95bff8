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
import { smsResource } from '../shared/sms';
import { bindingResource } from './binding';

const resources = [bindingResource, smsResource, callResource, recordingResource];

/** Huawei Private Number in AX mode: everybody reaches A through X. */
export class PrivateNumberAx implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AX',
		name: 'privateNumberAx',
		icon: { light: 'file:privateNumberAx.svg', dark: 'file:privateNumberAx.dark.svg' },
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Give a person a privacy number on which everybody can call and text (隐私保护通话 AX模式)',
		defaults: { name: 'Huawei Private Number AX' },
		usableAsTool: true,
		...actionNode(resources),
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
