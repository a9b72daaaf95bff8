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
	output: IDataObject[];
}

/** What the node's context holds. */
interface Context {
	/** Requests of all runs whose answer was lost, by item and digest. */
	lost?: Record<string, true>;
	/** Finished items of a run, by their index. */
	[run: `run${number}`]: Record<string, Entry | undefined> | undefined;
}

/**
 * n8n's Retry On Fail repeats the whole node with all its items. What an earlier try has finished is
 * kept in the node's context, which lives as long as the execution and is stored with it. A loop's
 * next run of the node has a memory of its own, and a changed request is not the remembered one. What
 * was lost is known to all runs: a tool of an AI agent gets another run for each try.
 */
export function openMemo(execution: IExecuteFunctions): Memo {
	const context = execution.getContext('node') as Context;
	const entries = (context[`run${Number(execution.getWorkflowDataProxy(0).$runIndex)}`] ??= {});
	const lost = (context.lost ??= {});
	return {
		recall(itemIndex, request) {
			const digest = digestOf(request);
			const entry = entries[itemIndex];
			if (entry?.digest === digest) return { output: entry.output };
			return lost[`${itemIndex} ${digest}`] && {};
		},
		remember(itemIndex, request, output) {
			const digest = digestOf(request);
			if (output) entries[itemIndex] = { digest, output };
			else lost[`${itemIndex} ${digest}`] = true;
		},
	};
}

function digestOf(request: string): string {
	return createHash('sha256').update(request).digest('base64url');
}
