import type { IExecuteResponsePromiseData, INodeType } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { runWorkflow, type RunResult } from './engine';
import type { Fixture } from './fixture';
import type { Parameters } from './operate';
import type { WebhookServer } from './webhookServer';

/** A reply node right behind the trigger. */
export interface Desk {
	Node: new () => INodeType;
	resource: string;
	operation: string;
	parameters?: Parameters;
}

/**
 * From now on, every waiting call and text runs through a workflow of trigger and reply node, whose
 * answer goes back over the wire.
 *
 * @returns what each of those executions came to
 */
export function answerWith(trigger: WebhookServer, platform: Fixture, desk: Desk): RunResult[] {
	const { Node, resource, operation, parameters } = desk;
	const results: RunResult[] = [];
	platform.simulator.setPushUrls({ all: trigger.url });
	trigger.onReply(async (event) => {
		let answer: unknown;
		const reply = {
			name: 'Reply',
			type: new Node(),
			parameters: { resource, operation, ...parameters } as never,
		};
		const result = await runWorkflow([reply], {
			credential: platform.credential,
			mode: 'webhook',
			startType: new PrivateNumberTrigger(),
			startItems: [{ json: event }],
			onResponse: (response: IExecuteResponsePromiseData) => {
				answer = JSON.parse((response as { body: Buffer }).body.toString());
			},
		});
		results.push(result);
		return answer;
	});
	return results;
}
