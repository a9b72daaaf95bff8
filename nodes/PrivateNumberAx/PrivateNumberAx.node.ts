import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { callResource } from '../shared/call';
import { subtitleOf } from '../shared/properties';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { smsResource } from '../shared/sms';
import { inLanguage } from '../shared/translate';
import { bindingResource } from './binding';
import { chinese } from './PrivateNumberAx.zh';

const resources = inLanguage(
	[bindingResource, smsResource, callResource, recordingResource],
	chinese,
);

/** Huawei Private Number in AX mode: everybody reaches A through X. */
export class PrivateNumberAx implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AX',
		name: 'privateNumberAx',
		icon: { light: 'file:privateNumberAx.svg', dark: 'file:privateNumberAx.dark.svg' },
		subtitle: subtitleOf(resources),
		description:
			'Give a person a privacy number on which everybody can call and text (隐私保护通话 AX模式)',
		defaults: { name: 'Huawei Private Number AX' },
		usableAsTool: true,
		...actionNode(resources),
	};

	methods = methods;

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
