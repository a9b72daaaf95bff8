import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Finished items of this run of the node, through all tries of the execution. */
export interface Memo {
	recall(itemIndex: number, request: string): IDataObject[] | undefined;
	remember(itemIndex: number, request: string, output: IDataObject[]): void;
}

interface Entry extends IDataObject {
	digest: string;
	output: IDataObject[];
}

/**
 * n8n's Retry On Fail repeats the whole node with all its items. What an earlier try has finished is
 * kept in the node's context, which lives as long as the execution and is stored with it. A loop's
 * next run of the node has a memory of its own, and a changed request is not the remembered one.
 */
export function openMemo(execution: IExecuteFunctions): Memo {
	const context = execution.getContext('node');
	const key = `run${Number(execution.getWorkflowDataProxy(0).$runIndex)}`;
	const entries = (context[key] ?? {}) as Record<string, Entry | undefined>;
	context[key] = entries as IDataObject;
	return {
		recall(itemIndex, request) {
			const entry = entries[itemIndex];
			return entry?.digest === digestOf(request) ? entry.output : undefined;
		},
		remember(itemIndex, request, output) {
			entries[itemIndex] = { digest: digestOf(request), output };
		},
	};
}

function digestOf(request: string): string {
	return createHash('sha256').update(request).digest('base64url');
}
