import type { ResolvedOptions } from '../config/options';
import type { Fault, Faults } from '../faults/faults';
import type { PushAnswer } from '../http/answers';
import type { Clock } from '../wire/clock';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import { openDeliveries } from './deliveries';
import { addressOf } from './push';
import type { PushRecord, PushRequest } from './push';
import { pushHeaders } from './signing';

/** Sends pushes and remembers them. */
export interface Pushes {
	readonly records: readonly PushRecord[];
	/** Sends a Notify push; pushes of one session start in order. Undefined: no address is set. */
	notify(push: PushRequest): PushRecord | undefined;
	/** Sends a Block push once and waits for its answer; undefined when none comes in time. */
	ask(push: PushRequest): Promise<PushAnswer | undefined>;
	/** Pushes whose first try is not over, and of those that failed the ones that will be repeated. */
	open(): { first: number; repeats: number };
	clear(): void;
	close(): Promise<void>;
}

/** Opens the sender of pushes. */
export function openPushes(
	options: ResolvedOptions,
	clock: Clock,
	faults: Faults,
	journal: Journal,
): Pushes {
	let records: PushRecord[] = [];
	let serial = 0;
	let first = 0;
	let epoch = 0;
	const deliveries = openDeliveries(options, clock, journal, (record) =>
		records.some(
			({ id, sessionId, attempts }) =>
				id > record.id && sessionId === record.sessionId && attempts.length > 0,
		),
	);

	const create = (
		push: PushRequest,
		isBlock: boolean,
	): [PushRecord, Fault | undefined] | undefined => {
		const { application, kind, event, sessionId } = push;
		const url = addressOf(application.pushUrls, kind, event);
		if (!url || clock.closed) return undefined;
		const { appKey } = application;
		const fault = faults.meet({ target: 'push', operation: `${kind} ${event}`, appKey });
		const record: PushRecord = {
			id: ++serial,
			kind,
			event,
			appKey,
			mode: application.settings.mode,
			sessionId,
			url,
			headers: pushHeaders(application, url, clock.now(), fault),
			body: JSON.stringify(push.body),
			isBlock,
			attempts: [],
			state: 'pending',
		};
		remember(records, record);
		journal.tell('push', record);
		return [record, fault];
	};

	const send = async (record: PushRecord, push: PushRequest, fault?: Fault): Promise<void> => {
		const born = epoch;
		first += 1;
		await deliveries.send(record, push, fault);
		if (born === epoch) first -= 1;
	};

	return {
		get records() {
			return records;
		},
		notify(push) {
			const created = create(push, false);
			if (!created) return undefined;
			const [record, fault] = created;
			void send(record, push, fault);
			return record;
		},
		async ask(push) {
			const created = create(push, true);
			if (!created) return undefined;
			const [record, fault] = created;
			await send(record, push, fault);
			const answer = record.attempts.find(({ status }) => status !== undefined);
			return answer?.status === undefined
				? undefined
				: { status: answer.status, body: answer.answerBody ?? '' };
		},
		open: () => ({ first, repeats: deliveries.repeats() }),
		clear() {
			epoch += 1;
			records = [];
			first = 0;
			deliveries.clear();
		},
		async close() {
			epoch += 1;
			await deliveries.close();
		},
	};
}
