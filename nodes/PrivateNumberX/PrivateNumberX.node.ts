import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { closedModeNotice } from '../shared/notices';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { smsResource } from '../shared/sms';
import { callResource } from './call';

const resources = [callResource, smsResource, recordingResource];

/** Huawei Private Number in X mode: every call and text to X asks the workflow what to do. */
export class PrivateNumberX implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number X',
		name: 'privateNumberX',
		icon: { light: 'file:privateNumberX.svg', dark: 'file:privateNumberX.dark.svg' },
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Decide where each call and text to a privacy number goes (隐私保护通话 X模式). Only for applications that have this mode: it is closed to new ones.',
		defaults: { name: 'Huawei Private Number X' },
		usableAsTool: true,
		...actionNode(resources, [closedModeNotice('X')]),
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
