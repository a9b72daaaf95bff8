import type { INodeProperties } from 'n8n-workflow';

import * as call from '../../platform/modes/call';
import type { Operation, Resource } from './operation';

const sessionId: INodeProperties = {
	displayName: 'Session ID',
	name: 'sessionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.sessionId }}',
	description: 'ID of the call (呼叫会话ID), as every event of the call carries it',
};

/** Ends a call that is going on (终止呼叫接口). Source: TerminateCall. */
export const end: Operation = {
	name: 'End',
	value: 'end',
	action: 'End call',
	asks: 'stopCall',
	description: 'End a call that is going on (终止呼叫)',
	fields: [sessionId],
	remember: true,
	run: async ({ platform, fields }) => {
		const { alreadyEnded } = await call.end(platform, fields.requiredText('sessionId'));
		return { ended: true, ...(alreadyEnded && { alreadyEnded }) };
	},
};

/** Calls, as far as every mode can act on them. */
export const callResource: Resource = { name: 'Call', value: 'call', operations: [end] };
