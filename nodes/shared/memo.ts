import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** What an earlier try of this execution has made of an item. */
export interface Memory {
	/** What the item came to; absent where the answer of the platform was lost. */
	output?: IDataObject[];
}

/** Items of this run of the node, through all tries of the execution. */
export interface Memo {
	recall(itemIndex: number, request: string): Memory | undefined;
	/** Keeps what a finished item came to; without output, that nobody knows what it came to. */
	remember(itemIndex: number, request: string, output?: IDataObject[]): void;
}

interface Entry extends IDataObject {
	digest: string;
	output?: IDataObject[];
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
			if (entry?.digest !== digestOf(request)) return undefined;
			return { output: entry.output };
		},
		remember(itemIndex, request, output) {
			entries[itemIndex] = { digest: digestOf(request), ...(output && { output }) };
		},
	};
}

function digestOf(request: string): string {
	return createHash('sha256').update(request).digest('base64url');
}
