import type { INodeProperties } from 'n8n-workflow';

import { refuse } from '../../platform/codes/errors';
import { isMobile } from '../../platform/wire/phoneNumber';
import { checkDistinct } from '../../platform/modes/binding';
import { discardReply, forwardReply } from '../../platform/pushes/replies';
import { phoneField } from './bindingFields';
import type { Resource } from './operation';
import { replyOperation } from './reply';

const called: INodeProperties = {
	...phoneField({
		displayName: 'Send To',
		placeholder: 'e.g. 139 0000 0002',
		description:
			'Mobile number that gets the text (短信接收方); its sender is the one of the waiting text',
	}),
	name: 'called',
	required: true,
};

/** Sends a waiting text on (转发短信). Source: 短信通知接口 Block模式. */
const forward = replyOperation({
	name: 'Forward',
	value: 'forward',
	answers: 'sms',
	action: 'Forward waiting SMS',
	description: 'Send the text that waits on to a number (转发短信)',
	fields: [called],
	build: ({ fields }, { from, privateNumber }) => {
		if (from === undefined) throw refuse('from', '', 'waitingText');
		const receiver = fields.requiredPhone('called');
		if (!isMobile(receiver)) {
			throw refuse('called', receiver, 'mobile');
		}
		checkDistinct({ from, called: receiver });
		checkDistinct({ privateNumber, called: receiver });
		return forwardReply(from, receiver);
	},
});

/** Drops a waiting text (丢弃短信). Source: 短信通知接口 Block模式. */
const discard = replyOperation({
	name: 'Discard',
	value: 'discard',
	answers: 'sms',
	action: 'Discard waiting SMS',
	description: 'Drop the text that waits (丢弃短信)',
	fields: [],
	build: () => discardReply(),
});

/** Texts that wait for a decision, in the AX and X modes. */
export const smsResource: Resource = {
	name: 'SMS',
	value: 'sms',
	operations: [forward, discard],
};
