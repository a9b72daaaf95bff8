import type { INode, INodeType } from 'n8n-workflow';

import { runNode, type RunOptions, type RunResult } from './engine';
import type { Fixture } from './fixture';

export type Parameters = Record<string, unknown>;
export type OperateOptions = RunOptions & { settings?: Partial<INode> };

/** Runs one operation of a node in the real engine. */
export type Operate = (
	resource: string,
	operation: string,
	parameters?: Parameters,
	run?: OperateOptions,
) => Promise<RunResult>;

/** Operations of a node against a platform, which may start later. */
export function operationsOf(Node: new () => INodeType, platform: () => Fixture): Operate {
	return async (resource, operation, parameters = {}, run = {}) =>
		await runNode(new Node(), { resource, operation, ...parameters } as never, {
			credential: platform().credential,
			...run,
		});
}

/** Node settings with which an item that is refused becomes an item of its own. */
export const GO_ON = { settings: { onError: 'continueRegularOutput' as const } };
