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
import { numberResource, searchNumbers } from './number';
import { chinese } from './PrivateNumberAxe.zh';

const resources = inLanguage(
	[bindingResource, numberResource, callResource, recordingResource],
	chinese,
);

/** Huawei Private Number in AXE mode: everybody reaches A through X and an extension. */
export class PrivateNumberAxe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number AXE',
		name: 'privateNumberAxe',
		icon: { light: 'file:privateNumberAxe.svg', dark: 'file:privateNumberAxe.dark.svg' },
		subtitle: subtitleOf(resources),
		description:
			'Give many people one privacy number, each with an extension of their own (隐私保护通话 AXE模式)',
		defaults: { name: 'Huawei Private Number AXE' },
		usableAsTool: true,
		...actionNode(resources),
	};

	methods = { ...methods, listSearch: { searchNumbers } };

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, resources);
	}
}
