import type { Answer } from '../http/answers';
import { isObject } from '../wire/json';
import type { RecordedRequest } from '../wire/journal';
import type { Fault } from './faults';

/** Rows of a page when the request does not say. */
const defaultRows = 50;

const queryOf = ({ rawUrl }: RecordedRequest): URLSearchParams =>
	new URL(rawUrl, 'http://platform').searchParams;

/** The same query for its first page, so that there is something to repeat. */
export function firstPage(record: RecordedRequest): RecordedRequest {
	const url = new URL(record.rawUrl, 'http://platform');
	for (const name of ['cursor', 'pageIndex']) url.searchParams.delete(name);
	return { ...record, rawUrl: url.pathname + url.search };
}

/**
 * A full page of a list that never ends: the rows of the first page over and over with new ids, a
 * cursor that nobody has seen, or a total that no page number reaches. Other answers stay as they are.
 */
export function endlessPage(answer: Answer, record: RecordedRequest, { met }: Fault): Answer {
	const { body } = answer;
	const [name, list] = Object.entries(body ?? {}).find(([, value]) => Array.isArray(value)) ?? [];
	if (!body || name === undefined || !Array.isArray(list) || list.length === 0) return answer;
	const query = queryOf(record);
	const wanted = Number(query.get('pageSize') ?? query.get('limit') ?? defaultRows);
	const count = wanted >= 1 && wanted <= 100 ? wanted : defaultRows;
	const rows = Array.from({ length: count }, (_, index) => {
		const row: unknown = list[index % list.length];
		if (!isObject(row) || typeof row.subscriptionId !== 'string') return row;
		const id = `${row.subscriptionId.slice(0, 36)}-${met}-${index}`;
		return { ...row, subscriptionId: id };
	});
	if ('totalCount' in body) {
		const pageIndex = query.get('pageIndex') ?? '1';
		return { ...answer, body: { ...body, totalCount: 1_000_000_000, pageIndex, [name]: rows } };
	}
	const cursor =
		record.operation === 'AXE bindingCount' ? String(met) : `${Date.now()}_${met * count}`;
	const cursorName = 'nextCusor' in body ? 'nextCusor' : 'nextCursor';
	return { ...answer, body: { ...body, [name]: rows, [cursorName]: cursor } };
}
