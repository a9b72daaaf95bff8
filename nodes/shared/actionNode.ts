import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

import { CREDENTIAL, testSignature } from './credential';
import type { Resource } from './operation';
import { propertiesOf } from './properties';

/** What the five action nodes have in common. */
type Common = Pick<
	INodeTypeDescription,
	'credentials' | 'group' | 'inputs' | 'outputs' | 'properties' | 'version'
>;

/**
 * The part of a description that all action nodes share; what is particular to one stands in its file,
 * where n8n's lint rules read it.
 *
 * @param notices what stands above the fields
 */
export function actionNode(
	resources: readonly Resource[],
	notices: readonly INodeProperties[] = [],
): Common {
	return {
		group: ['output'],
		version: 1,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true, testedBy: 'testSignature' }],
		properties: propertiesOf(resources, notices),
	};
}

/** What the editor may call on every action node. */
export const methods = { credentialTest: { testSignature } };
