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

/** What became of the items of one run of the node, by their index. */
type Entries = Record<string, Entry | undefined>;

/**
 * n8n's Retry On Fail repeats the whole node with all its items. What an earlier try has finished is
 * kept in the node's context, which lives as long as the execution and is stored with it. A loop's
 * next run of the node has a memory of its own, and a changed request is not the remembered one.
 */
export function openMemo(execution: IExecuteFunctions): Memo {
	const context = execution.getContext('node') as Record<string, Entries | undefined>;
	const key = `run${Number(execution.getWorkflowDataProxy(0).$runIndex)}`;
	const entries = (context[key] ??= {});
	return {
		recall(itemIndex, request) {
			const digest = digestOf(request);
			const entry = entries[itemIndex];
			if (entry?.digest === digest) return { output: entry.output };
			// A tool of an AI agent gets another run for each try.
			const runs = Object.entries(context).filter(([name]) => name.startsWith('run'));
			const earlier = runs.map(([, run]) => run?.[itemIndex]);
			const wasLost = earlier.some((known) => known?.digest === digest && !known.output);
			return wasLost ? {} : undefined;
		},
		remember(itemIndex, request, output) {
			entries[itemIndex] = { digest: digestOf(request), ...(output && { output }) };
		},
	};
}

function digestOf(request: string): string {
	return createHash('sha256').update(request).digest('base64url');
}
