import { Agent } from 'undici';

import type { ResolvedOptions } from '../config/options';
import type { Fault } from '../faults/faults';
import type { Clock } from '../wire/clock';
import type { Journal } from '../wire/journal';
import { post } from './post';
import type { PushAttempt, PushRecord, PushRequest } from './push';
import { openSessionOrder, orderPatienceMs } from './sessionOrder';
import { pushHeaders } from './signing';

/** Carries pushes to the customer, and repeats those that were not taken. */
export interface Deliveries {
	/** Waits for its turn in the session, makes the first try, and plans the repeats. */
	send(record: PushRecord, push: PushRequest, fault?: Fault): Promise<void>;
	/** Pushes that wait for a repeat. */
	repeats(): number;
	/** Forgets repeats that are still to come. */
	clear(): void;
	close(): Promise<void>;
}

/** Opens deliveries; `isOvertaken` tells whether a later push of the same call was tried. */
export function openDeliveries(
	options: ResolvedOptions,
	clock: Clock,
	journal: Journal,
	isOvertaken: (record: PushRecord) => boolean,
): Deliveries {
	// A laptop's n8n has a certificate of its own making, if any.
	const agent = new Agent({ connections: 64, connect: { rejectUnauthorized: false } });
	const order = openSessionOrder(clock);
	let waiting = 0;
	/** Counts resets: what was planned before is not sent any more. */
	let epoch = 0;

	const attempt = async (record: PushRecord): Promise<PushAttempt> => {
		const { answerTimeoutMs, blockTimeoutMs } = options.timings;
		const timeoutMs = record.isBlock ? blockTimeoutMs : answerTimeoutMs;
		const done = await post(agent, record.url, record.headers, record.body, timeoutMs);
		record.attempts.push(done);
		if (done.status === 200) record.state = 'delivered';
		journal.tell('push', record);
		return done;
	};

	const repeat = (record: PushRecord, push: PushRequest, begin: number, index = 0): void => {
		const minutes = push.retries?.[index];
		if (minutes === undefined) {
			record.state = 'failed';
			journal.tell('push', record);
			return;
		}
		waiting += 1;
		const born = epoch;
		const due = begin + (minutes * 60_000) / clock.speed;
		clock.afterReal(due - clock.now(), () => {
			if (born !== epoch) return;
			if (options.uncertain.signRetriesAnew) {
				record.headers = pushHeaders(push.application, record.url, clock.now());
			}
			void attempt(record).then(() => {
				if (born !== epoch) return;
				waiting -= 1;
				if (record.state !== 'delivered') repeat(record, push, begin, index + 1);
			});
		});
	};

	/** Until a later push of the same call is under way, at most two seconds. */
	const heldBack = async (record: PushRecord): Promise<void> => {
		for (let waited = 0; waited < orderPatienceMs && !isOvertaken(record); waited += 20)
			await clock.pause(20);
	};

	return {
		async send(record, push, fault) {
			const isHeldBack = fault?.kind === 'pushOutOfOrder';
			const finish = await order.turn(push.sessionId, !isHeldBack);
			if (isHeldBack) await heldBack(record);
			if (fault?.kind === 'pushLate') await clock.pause(fault.delayMs ?? 1_000);
			const begin = clock.now();
			const tries = [attempt(record)];
			if (fault?.kind === 'pushTwice') tries.push(attempt(record));
			await Promise.all(tries);
			finish();
			if (record.state !== 'delivered') repeat(record, push, begin);
		},
		repeats: () => waiting,
		clear() {
			epoch += 1;
			waiting = 0;
			order.clear();
		},
		async close() {
			epoch += 1;
			await agent.destroy();
		},
	};
}
