import type { FastifyReply } from 'fastify';

import { faultAnswer } from '../faults/answers';
import { changedAnswer } from '../faults/changes';
import { firstPage } from '../faults/endlessList';
import type { Fault } from '../faults/faults';
import { stageOf } from '../faults/kinds';
import type { Answer } from '../http/answers';
import type { Clock } from '../wire/clock';
import type { Journal, RecordedRequest } from '../wire/journal';
import type { Random } from '../wire/random';
import { dropConnection, sendAnswer, sendDrip, sendPart } from '../http/sending';

/** What damages the API's answers. */
export interface Damage {
	/** Gives the answer that a fault leaves, lets the platform act before, later, or not at all. */
	answer(fault: Fault, reply: FastifyReply, record: RecordedRequest): Promise<void>;
	/** Forgets effects that are still to come. */
	clear: () => void;
}

/** What it is made of. */
export interface DamageParts {
	/** Acts on a request and tells the right answer. */
	answerTo: (record: RecordedRequest) => Answer;
	clock: Clock;
	random: Random;
	journal: Journal;
}

/** An answer in whose place nothing right was made. */
const success: Answer = { status: 200, body: { resultcode: '0', resultdesc: 'Success' } };

/** Opens the damage of one API. */
export function openDamage({ answerTo, clock, random, journal }: DamageParts): Damage {
	const toCome = new Set<() => void>();

	const actLater = (record: RecordedRequest, [least, most]: readonly [number, number]): void => {
		const cancel = clock.afterReal(random.between(least, most), () => {
			toCome.delete(cancel);
			const { status, body } = answerTo(record);
			record.lateEffect = { status, body };
			journal.tell('request', record);
		});
		toCome.add(cancel);
	};

	/** The right answer, when the platform acts before the answer; undefined: it does not. */
	const act = (fault: Fault, record: RecordedRequest): Answer | undefined => {
		const { kind, acts = false, actsAfterMs: later } = fault;
		if (stageOf(kind) === 'changed') {
			return answerTo(kind === 'endlessList' ? firstPage(record) : record);
		}
		if (later !== undefined) actLater(record, typeof later === 'number' ? [later, later] : later);
		else if (acts) return answerTo(record);
		return undefined;
	};

	const send = async (
		fault: Fault,
		reply: FastifyReply,
		record: RecordedRequest,
		right: Answer = success,
	): Promise<void> => {
		switch (fault.kind) {
			case 'hang':
				reply.hijack();
				return;
			case 'reset':
				dropConnection(reply);
				return;
			case 'resetAfterHeaders':
				sendPart(reply, right, 0);
				return;
			case 'cutAnswer':
				sendPart(reply, right, 0.5);
				return;
			case 'drip':
				sendDrip(reply, clock, { type: 'application/json', begin: '{' }, fault.delayMs);
				return;
			default:
				await sendAnswer(
					reply,
					record,
					faultAnswer(fault, record) ?? changedAnswer(right, record, fault),
				);
		}
	};

	return {
		async answer(fault, reply, record) {
			const right = act(fault, record);
			if (fault.kind !== 'drip') await clock.pause(fault.delayMs ?? 0);
			await send(fault, reply, record, right);
		},
		clear() {
			for (const cancel of toCome) cancel();
			toCome.clear();
		},
	};
}
