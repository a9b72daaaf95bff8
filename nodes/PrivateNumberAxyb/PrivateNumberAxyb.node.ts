import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { callResource } from '../shared/call';
import { closedModeNotice } from '../shared/notices';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { bindingResource } from './binding';
import { peerResource } from './peer';

const resources = [bindingResource, peerResource, callResource, recordingResource];

/** Huawei Private Number in AXYB mode: A hides behind X, and B behind Y. */
export class PrivateNumberAxyb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXYB',
		name: 'privateNumberAxyb',
		icon: { light: 'file:privateNumberAxyb.svg', dark: 'file:privateNumberAxyb.dark.svg' },
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Give both people a privacy number of their own, so that each sees only that of the other (隐私保护通话 AXYB模式). Closed to new applications.',
		defaults: { name: 'Huawei Private Number AXYB' },
		usableAsTool: true,
		...actionNode(resources, [closedModeNotice('AXYB')]),
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
