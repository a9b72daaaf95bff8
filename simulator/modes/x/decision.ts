import type { PushAnswer } from '../../http/answers';
import type { EndCauseName } from '../../wire/endCauses';
import { between, readFields } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { isObject, parseObject } from '../../wire/json';
import type { JsonObject } from '../../wire/json';
import { Refusal } from '../../wire/refusals';

/** What the customer's server wants with a waiting call. */
export type CallDecision =
	| {
			kind: 'connect';
			calleeNum: string;
			displayCalleeNum?: string;
			maxDuration: number;
			record: boolean;
			recordHintTone?: string;
			userData?: string;
	  }
	| { kind: 'close'; userData?: string }
	/** The answer cannot be obeyed; the call ends. */
	| { kind: 'fail'; cause: EndCauseName };

const fail = (cause: EndCauseName): CallDecision => ({ kind: 'fail', cause });

/** connectInfo and closeInfo are objects in the table, arrays of one object in the official demo. */
function infoOf(value: unknown): JsonObject | undefined {
	const info: unknown = Array.isArray(value) ? value[0] : value;
	return isObject(info) ? info : undefined;
}

function readConnect(fields: Fields): CallDecision {
	fields.voice('waitVoice');
	fields.voice('lastMinVoice');
	fields.voice('calleeHintVoice');
	return {
		kind: 'connect',
		calleeNum: fields.needNumber('calleeNum', 'user'),
		displayCalleeNum: fields.number('displayCalleeNum', 'user'),
		maxDuration: fields.integer('maxDuration', between(0, 1440)) ?? 0,
		record: fields.flag('recordFlag') === 'true',
		recordHintTone: fields.voice('recordHintTone'),
		// Chinese characters in userData make the platform end the call.
		userData: fields.userData(),
	};
}

/**
 * Reads the answer to a Block callin. No answer, or none with an operation: the platform has no
 * instruction (our choice: 8020). A wrong value: 8014. An unknown tone: 8006. Source: x.json,
 * blockResponse of the call event.
 */
export function readCallDecision(
	answer: PushAnswer | undefined,
	voiceFiles: readonly string[] | undefined,
): CallDecision {
	const json = answer?.status === 200 ? parseObject(answer.body) : undefined;
	if (!json) return fail('noDecision');
	try {
		if (json.operation === 'connect') {
			const info = infoOf(json.connectInfo);
			if (!info) return fail('notBound');
			return readConnect(readFields(info, voiceFiles));
		}
		if (json.operation === 'close') {
			const info = infoOf(json.closeInfo) ?? {};
			const fields = readFields(info, voiceFiles);
			fields.voice('closeHintTone');
			return { kind: 'close', userData: fields.userData() };
		}
		return fail('noDecision');
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return fail(error.text.endsWith('does not exist.') ? 'toneMissing' : 'notBound');
	}
}
