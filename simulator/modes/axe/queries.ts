import type { Fields } from '../../wire/fields';
import { defined } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import type { AnswerFields, ApiRequest, Handler, ModeSetting } from '../shared/mode';
import { queryNumber } from '../shared/store';
import type { BindingStore } from '../shared/store';
import type { Binding } from './binding';

/** The read-only operations of AXE. */
export interface AxeQueries {
	/** The binding that a query string names. */
	named(request: ApiRequest): Binding;
	readonly handlers: Readonly<Record<string, Handler>>;
}

/** Rows of a page, and how many there are when the request does not say. */
const defaultLimit = 50;

function readLimit({ rawQuery }: ApiRequest): number {
	const limit = Number(rawQuery.limit ?? defaultLimit);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('limit');
	return limit;
}

function shown(binding: Binding): AnswerFields {
	const { timeUnit, bindExpiredTime } = binding.atBind;
	return defined({
		subscriptionId: binding.subscriptionId,
		virtualNum: binding.virtualNum,
		extendNum: binding.extendNum,
		bindNum: binding.bindNum,
		displayNumMode: binding.displayNumMode ?? '0',
		recordFlag: binding.recordFlag,
		recordHintTone: binding.recordHintTone,
		callbackTone: binding.callbackTone,
		callbackNum: binding.callbackNum,
		timeUnit,
		bindExpiredTime,
		callbackExpiredTime: binding.callbackExpiredTime,
		userData: binding.userData,
	});
}

/** The binding that id or X and E name; an id wins. */
export function findNamed(
	store: BindingStore<Binding>,
	fields: Fields,
	x: string | undefined,
	setting: ModeSetting,
): Binding {
	const id = fields.text('subscriptionId', { length: [1, 64] });
	const extension = fields.text('extendNum', { length: [1, 4] });
	if (id === undefined) {
		if (x === undefined || extension === undefined) {
			throw invalid('subscriptionId', 'or virtualNum and extendNum are required.');
		}
		if (!setting.numbers.get(x)) throw refuse('notApplied');
	}
	const binding =
		id === undefined
			? store.live().find((one) => one.virtualNum === x && one.extendNum === extension)
			: store.get(id);
	if (!binding) throw refuse('noBinding');
	return binding;
}

/** Opens the queries of one application. Containers and names of v2.0 lists are not published. */
export function openQueries(setting: ModeSetting, store: BindingStore<Binding>): AxeQueries {
	const { numbers, options } = setting;
	const { axeListName, axeCountListName, axeCursorName, axeLastCursor } = options.uncertain;

	const virtualNum = (request: ApiRequest): string | undefined =>
		queryNumber(request, 'virtualNum', 'x', 'notApplied');

	const named = (request: ApiRequest): Binding => {
		const { query } = request;
		const x = query.has('subscriptionId') ? undefined : virtualNum(request);
		return findNamed(store, query, x, setting);
	};

	/** The rows after a cursor, and the cursor of the next page. */
	const page = <T>(
		rows: readonly T[],
		limit: number,
		cursorOf: (row: T) => string,
		listName: string,
		show: (row: T) => AnswerFields,
	): AnswerFields => {
		const part = rows.slice(0, limit);
		const last = part.at(-1);
		const hasMore = rows.length > part.length;
		const cursor =
			last !== undefined && (hasMore || axeLastCursor === 'repeat') ? cursorOf(last) : undefined;
		return { [listName]: part.map(show), ...(cursor !== undefined && { [axeCursorName]: cursor }) };
	};

	const cursorOf = ({ createdAt, serial }: Binding): string => `${createdAt}_${serial}`;

	const queryV2 = (request: ApiRequest): AnswerFields => {
		const { query } = request;
		if (query.has('subscriptionId') || query.has('extendNum')) {
			return { [axeListName]: [shown(named(request))] };
		}
		const x = virtualNum(request);
		if (x === undefined) throw invalid('virtualNum', 'is required.');
		if (!numbers.get(x)) throw refuse('notApplied');
		const cursor = query.text('cursor', { length: [1, 64] }) ?? '0000000000000_0';
		if (!/^\d{13}_\d{1,20}$/.test(cursor)) throw invalid('cursor');
		const after = Number(cursor.split('_')[1]);
		const rows = store.live().filter((one) => one.virtualNum === x && one.serial > after);
		if (rows.length === 0 && after === 0) throw refuse('noBinding');
		return page(rows, readLimit(request), cursorOf, axeListName, shown);
	};

	const bindingCount = (request: ApiRequest): AnswerFields => {
		const x = queryNumber(request, 'number', 'x', 'notApplied');
		const rows = numbers.all.map(({ number }, index) => ({ number, index: index + 1 }));
		const show = ({ number }: { number: string }): AnswerFields => ({
			virtualNum: number,
			bindCount: store.live().filter((one) => one.virtualNum === number).length,
		});
		if (x !== undefined) {
			const row = rows.find(({ number }) => number === x);
			if (!row) throw refuse('notApplied');
			return { [axeCountListName]: [show(row)] };
		}
		const cursor = request.query.text('cursor', { length: [1, 20] }) ?? '0';
		if (!/^\d+$/.test(cursor)) throw invalid('cursor');
		const left = rows.filter(({ index }) => index > Number(cursor));
		return page(left, readLimit(request), ({ index }) => String(index), axeCountListName, show);
	};

	return {
		named,
		handlers: { query: (request) => shown(named(request)), queryV2, bindingCount },
	};
}
