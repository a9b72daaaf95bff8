import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';

import { credentialType } from '../../playground/examples/credentials';
import { findDataTable } from '../../playground/examples/dataTables';
import type { N8nApi } from '../../playground/n8n/api';
import type { WorkflowDocument, WorkflowNode } from '../../playground/n8n/types';
import { isPackageNode } from '../../playground/n8n/nodeTypes';

/** What the editor would mark red in a workflow, and what would not run: a node and its lack a line. */
export async function redNodes(
	api: N8nApi,
	types: readonly INodeTypeDescription[],
	{ nodes }: WorkflowDocument,
): Promise<string[]> {
	const credentials = (await api.credentials(credentialType)).map(({ id }) => id);
	const lacks = nodes.map(async (node) => {
		const type = types.find(
			({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
		);
		if (!type) return [`${node.name}: no such type`];
		const chosen = node.credentials?.[credentialType]?.id ?? '';
		return [
			...parameterIssues(node, type),
			...(isPackageNode(node.type) && !credentials.includes(chosen) ? ['no credential'] : []),
			...(await missingTargets(api, node)),
		].map((lack) => `${node.name}: ${lack}`);
	});
	return (await Promise.all(lacks)).flat();
}

function parameterIssues(node: WorkflowNode, type: INodeTypeDescription): string[] {
	const given = node as INode;
	// The editor fills defaults in when it opens a workflow.
	const { properties } = type;
	const parameters =
		NodeHelpers.getNodeParameters(properties, given.parameters, true, false, given, type) ?? {};
	const issues = NodeHelpers.getNodeParametersIssues(properties, { ...given, parameters }, type);
	return Object.values(issues?.parameters ?? {}).flat();
}

/** Tables and workflows that a node names and that are not there. */
async function missingTargets(api: N8nApi, { parameters }: WorkflowNode): Promise<string[]> {
	const { dataTableId, workflowId } = parameters as Record<string, { value: string } | undefined>;
	const table = dataTableId && (await findDataTable(api, dataTableId.value));
	const workflow = workflowId && (await api.workflow(workflowId.value));
	return [
		...(dataTableId && !table ? [`no table ${dataTableId.value}`] : []),
		...(workflowId && !workflow?.active ? [`no workflow ${workflowId.value}`] : []),
	];
}
