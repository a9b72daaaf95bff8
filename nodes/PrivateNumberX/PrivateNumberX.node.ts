import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { closedModeNotice } from '../shared/notices';
import { subtitleOf } from '../shared/properties';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { smsResource } from '../shared/sms';
import { inLanguage } from '../shared/translate';
import { callResource } from './call';
import { chinese } from './PrivateNumberX.zh';

const resources = inLanguage([callResource, smsResource, recordingResource], chinese);

/** Huawei Private Number in X mode: every call and text to X asks the workflow what to do. */
export class PrivateNumberX implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number X',
		name: 'privateNumberX',
		icon: { light: 'file:privateNumberX.svg', dark: 'file:privateNumberX.dark.svg' },
		subtitle: subtitleOf(resources),
		description:
			'Decide where each call and text to a privacy number goes (隐私保护通话 X模式). Only for applications that have this mode: it is closed to new ones.',
		defaults: { name: 'Huawei Private Number X' },
		usableAsTool: true,
		...actionNode(resources, [closedModeNotice('X')]),
	};

	methods = methods;

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
