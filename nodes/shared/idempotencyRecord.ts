import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** What an earlier try of this execution knows of a request. */
export type Earlier =
	/** Nothing: it was not sent. */
	| { state: 'new' }
	/** It was carried out, and this is what it came to. */
	| { state: 'done'; output: IDataObject[] }
	/** It was sent, and its answer was lost. */
	| { state: 'lost' };

/** The requests of this run of the node, through all tries of the execution. */
export interface IdempotencyRecord {
	/** @param request everything that makes the request what it is, as a text */
	find(itemIndex: number, request: string): Earlier;
	done(itemIndex: number, request: string, output: IDataObject[]): void;
	lost(itemIndex: number, request: string): void;
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
 * next run of the node has a record of its own, and a changed request is not the recorded one. What
 * was lost is known to all runs: a tool of an AI agent gets another run for each try.
 */
export function openIdempotencyRecord(execution: IExecuteFunctions): IdempotencyRecord {
	const context = execution.getContext('node') as Context;
	const entries = (context[`run${Number(execution.getWorkflowDataProxy(0).$runIndex)}`] ??= {});
	const lost = (context.lost ??= {});
	return {
		find(itemIndex, request) {
			const digest = digestOf(request);
			const entry = entries[itemIndex];
			if (entry?.digest === digest) return { state: 'done', output: entry.output };
			return { state: lost[`${itemIndex} ${digest}`] ? 'lost' : 'new' };
		},
		done(itemIndex, request, output) {
			entries[itemIndex] = { digest: digestOf(request), output };
		},
		lost(itemIndex, request) {
			lost[`${itemIndex} ${digestOf(request)}`] = true;
		},
	};
}

function digestOf(request: string): string {
	return createHash('sha256').update(request).digest('base64url');
}
