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
import { chinese } from './PrivateNumberAxe.zh';

const resources = inLanguage([bindingResource, callResource, recordingResource], chinese);

/** Huawei Private Number in AXE mode: everybody reaches A through X and an extension. */
export class PrivateNumberAxe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXE',
		name: 'privateNumberAxe',
		icon: { light: 'file:privateNumberAxe.svg', dark: 'file:privateNumberAxe.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Give many people one privacy number, each with an extension of their own (隐私保护通话 AXE模式)',
		defaults: { name: 'Huawei Private Number AXE' },
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
