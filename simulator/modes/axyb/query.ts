import type { Fields } from '../../wire/fields';
import { defined } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import { platformTime } from '../../wire/times';
import type { AnswerFields, Handler } from '../shared/mode';
import { queryNumber } from '../shared/store';
import type { Binding, Relation } from './binding';
import type { BindingStore } from '../shared/store';

/** Most relations in the answer to a query. */
const mostRelations = 5;

/** A relation, or a binding without one, as a query shows it. */
const shown = (binding: Binding, relation?: Relation): AnswerFields =>
	defined({
		bindId: binding.subscriptionId,
		numA: binding.numA,
		numX: binding.numX,
		numY: relation?.numY,
		numB: relation?.numB,
		recordFlag: binding.recordFlag ?? 'false',
		recordHintTone: binding.recordHintTone,
		subscribeTime: platformTime(binding.createdAt),
		callDirection: binding.callDirection ?? 0,
		// Texts here, integers in the bind.
		duration: String(binding.duration),
		ybDuration: String(relation?.ybDuration ?? binding.ybDuration),
		preVoiceX: binding.preVoiceX,
		preVoiceY: relation?.preVoiceY,
		userData: relation?.userData ?? binding.userData,
	});

/** Opens the query of one application. Source: axyb.json, query. */
export function openQuery(
	store: BindingStore<Binding>,
	relations: (binding: Binding) => Relation[],
	checkAppKey: (query: Fields) => void,
): Handler {
	return (request) => {
		checkAppKey(request.query);
		const id = request.query.text('subscriptionId', { length: [1, 64] });
		const x = id === undefined ? queryNumber(request, 'relationNum', 'x', 'noBinding') : undefined;
		if (id === undefined && x === undefined) {
			throw invalid('relationNum', 'or subscriptionId is required.');
		}
		const binding = store
			.live()
			.find(({ subscriptionId, numX }) => (id === undefined ? numX === x : subscriptionId === id));
		if (!binding) throw refuse('noBinding');
		const rows = relations(binding).map((relation) => shown(binding, relation));
		return {
			xyRelationNumList: (rows.length > 0 ? rows : [shown(binding)]).slice(0, mostRelations),
		};
	};
}
