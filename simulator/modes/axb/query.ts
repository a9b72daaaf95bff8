import { between } from '../../wire/fields';
import { defined } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import { subscribeTime } from '../../wire/times';
import type { AnswerFields, ApiRequest, Handler, ModeSetting } from '../shared/mode';
import { queryNumber } from '../shared/store';
import type { Binding } from './binding';
import type { BindingStore } from '../shared/store';

/** A binding as a query shows it. */
const shown = (binding: Binding): AnswerFields =>
	defined({
		subscriptionId: binding.subscriptionId,
		callerNum: binding.callerNum,
		relationNum: binding.relationNum,
		calleeNum: binding.calleeNum,
		subscribeTime: subscribeTime(binding.changedAt),
		callDirection: binding.callDirection ?? 0,
		duration: binding.duration ?? 0,
		maxDuration: binding.maxDuration ?? 0,
		recordFlag: binding.recordFlag ?? 'false',
		recordHintTone: binding.recordHintTone,
		preVoice: binding.preVoice,
		userData: binding.userData,
	});

/** Opens the query of one application. Source: axb.json, query. */
export function openQuery(
	setting: ModeSetting,
	store: BindingStore<Binding>,
	/** Throws a refusal for an X that the application does not own. */
	refuseForeign: (x: string) => unknown,
): Handler {
	const { application } = setting;

	const find = (request: ApiRequest): Binding[] => {
		const id = request.query.text('subscriptionId', { length: [1, 64] });
		if (id !== undefined) {
			const binding = store.get(id);
			return binding ? [binding] : [];
		}
		const x = queryNumber(request, 'relationNum', 'x', 'notApplied');
		if (x === undefined) throw invalid('subscriptionId', 'or relationNum is required.');
		const a = queryNumber(request, 'callerNum', 'user', 'notApplied');
		const b = queryNumber(request, 'calleeNum', 'user', 'notApplied');
		refuseForeign(x);
		return store
			.live()
			.filter(
				({ relationNum, callerNum, calleeNum }) =>
					relationNum === x &&
					(a === undefined || callerNum === a) &&
					(b === undefined || calleeNum === b),
			);
	};

	return (request) => {
		const found = find(request);
		if (found.length === 0) throw refuse('noRecord');
		// A size outside 10-100 is silently taken as 50.
		const wanted = Number(request.rawQuery.pageSize ?? 50);
		const pageSize = Number.isInteger(wanted) && between(10, 100)(wanted) ? wanted : 50;
		const pageIndex = Number(request.rawQuery.pageIndex ?? 1);
		if (!Number.isInteger(pageIndex) || pageIndex < 1) throw invalid('pageIndex');
		return {
			totalCount: found.length,
			pageIndex: String(pageIndex),
			pageSize: String(pageSize),
			app_key: application.appKey,
			relationNumList: found.slice((pageIndex - 1) * pageSize, pageIndex * pageSize).map(shown),
		};
	};
}
