import { X1 } from '../fixture';
import { callExamples, type Examples } from './example';
import { callReply, textReply } from './waiting';

const A = '+8613800000021';

export const examples: Examples = {
	...callExamples,
	'call/connect': callReply('connect', A, X1),
	'call/reject': callReply('reject', A, X1),
	'sms/forward': textReply('forward', A, X1),
	'sms/discard': textReply('discard', A, X1),
};
