import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, methods } from '../shared/actionNode';
import { callResource } from '../shared/call';
import { closedModeNotice } from '../shared/notices';
import { subtitleOf } from '../shared/properties';
import { recordingResource } from '../shared/recording';
import { runItems } from '../shared/runItems';
import { inLanguage } from '../shared/translate';
import { bindingResource } from './binding';
import { peerResource } from './peer';
import { chinese } from './PrivateNumberAxyb.zh';

const resources = inLanguage(
	[bindingResource, peerResource, callResource, recordingResource],
	chinese,
);

/** Huawei Private Number in AXYB mode: A hides behind X, and B behind Y. */
export class PrivateNumberAxyb implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXYB',
		name: 'privateNumberAxyb',
		icon: { light: 'file:privateNumberAxyb.svg', dark: 'file:privateNumberAxyb.dark.svg' },
		subtitle: subtitleOf(resources),
		description:
			'Give both people a privacy number of their own, so that each sees only that of the other (隐私保护通话 AXYB模式). Closed to new applications.',
		defaults: { name: 'Huawei Private Number AXYB' },
		usableAsTool: true,
		...actionNode(resources, [closedModeNotice('AXYB')]),
	};

	methods = methods;

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
