import { senderOf, type Push } from '../../platform/pushes/notifications';
import { withSender } from '../../platform/pushes/replies';

/**
 * The platform wants the sender of a text back as it told it. Where the output is masked, the
 * workflow knows only the masked form: the real one is put in here, on the answer's way out.
 */
export function restoreSender(push: Push): ((reply: string) => string) | undefined {
	const sender = senderOf(push);
	return sender === undefined ? undefined : (reply) => withSender(reply, sender);
}
