import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { callResource } from '../shared/call';
import { testSignature } from '../shared/credential';
import { propertiesOf, subtitleOf } from '../shared/properties';
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
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Let two people call and text each other through a privacy number (隐私保护通话 AXB模式)',
		defaults: { name: 'Huawei Private Number AXB' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'huaweiPrivateNumberApi', required: true, testedBy: 'testSignature' }],
		properties: propertiesOf(resources),
	};

	methods = { credentialTest: { testSignature } };

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
