import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { callResource } from '../shared/call';
import { testSignature } from '../shared/credential';
import { propertiesOf } from '../shared/properties';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { bindingResource } from './binding';

const resources = [bindingResource, callResource, recordingResource];

/** Huawei Private Number in AXE mode: everybody reaches A through X and an extension. */
export class PrivateNumberAxe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXE',
		name: 'privateNumberAxe',
		icon: { light: 'file:privateNumberAxe.svg', dark: 'file:privateNumberAxe.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
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

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
