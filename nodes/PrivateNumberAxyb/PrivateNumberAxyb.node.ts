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
import { peerResource } from './peer';

const resources = [bindingResource, peerResource, callResource, recordingResource];

/** Huawei Private Number in AXYB mode: A hides behind X, and B behind Y. */
export class PrivateNumberAxyb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXYB',
		name: 'privateNumberAxyb',
		icon: { light: 'file:privateNumberAxyb.svg', dark: 'file:privateNumberAxyb.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Give both people a privacy number of their own, so that each sees only that of the other (隐私保护通话 AXYB模式). Closed to new applications.',
		defaults: { name: 'Huawei Private Number AXYB' },
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
