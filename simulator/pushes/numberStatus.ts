import type { Application, Applications } from '../applications/application';
import { orderedNumber, OrderError } from '../applications/orders';
import type { NumberStatus } from '../modes/shared/numberPool';
import type { Journal } from '../wire/journal';
import { defined } from '../wire/json';
import type { Pushes } from './pushes';

/** Most numbers in one push (number-status.json). */
const mostNumbersInPush = 100;

/** A number that changes its status; may be written loosely. */
export interface NumberStatusChange {
	number: string;
	/** 5 normal, 9 paused, 10 unusable, 11 no new bindings. */
	status: NumberStatus;
	/** Why: 1 deleted, 2 arrears, 3 suspended, 5-9 restrictions and forwarding. */
	cause?: string;
}

/** The body of the push: `{ eventType, numInfo }`. */
export const numberStatusBody = (changes: readonly NumberStatusChange[]): object => ({
	eventType: 'numStatus',
	numInfo: changes.map(({ number, status, cause }) => defined({ number, status, cause })),
});

/** Sets states of X numbers and pushes them, application by application. The page says nothing on retries: none. */
export function changeNumberStatus(
	changes: readonly NumberStatusChange[],
	applications: Applications,
	pushes: Pushes,
	journal: Journal,
): void {
	const byApplication = new Map<Application, NumberStatusChange[]>();
	for (const change of changes) {
		const number = orderedNumber(change.number, 'number');
		const application = applications.owning(number);
		const found = application?.numbers.get(number);
		if (!application || !found) throw new OrderError(`${number} is no number of any application.`);
		found.status = change.status;
		found.cause = change.cause;
		const list = byApplication.get(application) ?? [];
		list.push({ ...change, number });
		byApplication.set(application, list);
	}
	for (const [application, list] of byApplication) {
		for (let index = 0; index < list.length; index += mostNumbersInPush) {
			const part = list.slice(index, index + mostNumbersInPush);
			const body = numberStatusBody(part);
			pushes.notify({ application, kind: 'numberStatus', event: 'numStatus', body });
		}
	}
	journal.tell('state', {});
}
