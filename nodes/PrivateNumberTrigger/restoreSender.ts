import { isObject, objects } from '../../platform/read';
import type { Push } from '../../platform/notifications';

/**
 * The platform wants the sender of a text back as it told it. Where the output is masked, the
 * workflow knows only the masked form: the real one is put in here, on the answer's way out.
 */
export function restoreSender({ events: [event] }: Push): ((reply: string) => string) | undefined {
	const sender = event?.eventType === 'sms' ? event.from : undefined;
	if (sender === undefined) return undefined;
	return (reply) => {
		const body = parsed(reply);
		if (!isObject(body)) return reply;
		for (const { message } of objects(body, 'actions')) {
			if (isObject(message)) message.calling = sender;
		}
		return JSON.stringify(body);
	};
}

/** The answer as JSON; what is none goes out as it is. */
function parsed(reply: string): unknown {
	try {
		return JSON.parse(reply);
	} catch {
		return undefined;
	}
}
