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
import { inLanguage } from '../shared/translate';
import { bindingResource } from './binding';
import { chinese } from './PrivateNumberAxb.zh';

const resources = inLanguage([bindingResource, callResource, recordingResource], chinese);

/** Huawei Private Number in AXB mode: A and B reach each other through X. */
export class PrivateNumberAxb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXB',
		name: 'privateNumberAxb',
		icon: { light: 'file:privateNumberAxb.svg', dark: 'file:privateNumberAxb.dark.svg' },
		subtitle: subtitleOf(resources),
		description:
			'Let two people call and text each other through a privacy number (隐私保护通话 AXB模式)',
		defaults: { name: 'Huawei Private Number AXB' },
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
