import { between, isDuration } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { newSubscriptionId } from '../../wire/ids';
import { defined, omit } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import { requireReal, requireRecording } from '../shared/checks';
import type { AnswerFields, ApiRequest, BindingView, Handler, ModeSetting } from '../shared/mode';
import { endOfLife, openStore, queryNumber, shownExpiry } from '../shared/store';
import type { Binding, Relation } from './binding';
import { openQuery } from './query';

/** The bindings of an AXYB application and the operations on them. */
export interface AxybBindings {
	readonly handlers: Readonly<Record<string, Handler>>;
	live: () => Binding[];
	/** Relations of a binding that have not ended. */
	relations(binding: Binding): Relation[];
	/** Binds a B to a Y that the platform picks; undefined when there is none. */
	addRelation(
		binding: Binding,
		numB: string,
		areaCode?: string,
		loose?: boolean,
		more?: Partial<Relation>,
	): Relation | undefined;
	views: () => BindingView[];
	remove: (subscriptionId: string) => boolean;
}

/** Opens the bindings of one application. Source: axyb.json, operations. */
export function openBindings(setting: ModeSetting): AxybBindings {
	const { application, numbers, options } = setting;
	const store = openStore<Binding>(setting.now);

	const relations = (binding: Binding): Relation[] => {
		binding.relations = binding.relations.filter(({ expiresAt }) => expiresAt > setting.now());
		return binding.relations;
	};
	const isX = (number: string): boolean => store.live().some(({ numX }) => numX === number);
	const usesOfY = (number: string): number =>
		store
			.live()
			.flatMap(relations)
			.filter(({ numY }) => numY === number).length;
	/** A Y serves many, but not two Bs of the same A. */
	const usesY = (binding: Binding, number: string): boolean =>
		store
			.live()
			.filter(({ numA }) => numA === binding.numA)
			.flatMap(relations)
			.some(({ numY }) => numY === number);

	const checkAppKey = (query: Fields): void => {
		if (query.needText('app_key', [1, 128]) !== application.appKey) throw refuse('invalidAppKey');
	};

	const bindAx = (body: Fields, numA: string): AnswerFields => {
		const areaCode = body.areaCode('areaCode');
		if (areaCode === undefined) throw invalid('areaCode', 'is required.');
		const loose = body.oneOf('areaMatchMode', ['0', '1']) === '1';
		const settings = {
			callDirection: body.integer('callDirection', between(0, 2)),
			duration: body.integer('duration', isDuration) ?? 0,
			ybDuration: body.integer('ybDuration', isDuration) ?? 0,
			recordFlag: body.flag('recordFlag'),
			recordHintTone: body.voice('recordHintTone'),
			preVoiceX: body.voice('preVoiceX'),
			userData: body.userData(),
		};
		requireRecording(application, settings.recordFlag);
		const own = store.live().filter((binding) => binding.numA === numA);
		if (own.length >= options.limits.numbersPerA) throw refuse('noNumber');
		const free = numbers
			.inArea(areaCode, loose)
			.find(({ number }) => !isX(number) && usesOfY(number) === 0);
		if (!free) throw refuse('noNumber');
		setting.countBind(numA);
		const { subscriptionId } = store.add({
			subscriptionId: newSubscriptionId(),
			numA,
			numX: free.number,
			areaCode,
			...settings,
			createdAt: setting.now(),
			expiresAt: endOfLife(setting, settings.duration),
			relations: [],
		});
		return { subscriptionId, relationNumber: free.number };
	};

	const addRelation: AxybBindings['addRelation'] = (binding, numB, areaCode, loose, more) => {
		const free = numbers
			.inArea(areaCode ?? binding.areaCode, loose ?? areaCode === undefined)
			.find(
				({ number }) =>
					!isX(number) && !usesY(binding, number) && usesOfY(number) < options.limits.relationsPerY,
			);
		if (!free) return undefined;
		const ybDuration = more?.ybDuration ?? binding.ybDuration;
		const expiresAt = endOfLife(setting, ybDuration);
		const relation: Relation = { ...more, numB, numY: free.number, ybDuration, expiresAt };
		relations(binding).push(relation);
		return relation;
	};

	const bindYb = (body: Fields, numB: string, id: string): AnswerFields => {
		const areaCode = body.areaCode('areaCode');
		const matchMode = body.oneOf('areaMatchMode', ['0', '1']);
		const more = defined({
			ybDuration: body.integer('ybDuration', isDuration) ?? 0,
			preVoiceY: body.voice('preVoiceY'),
			userData: body.userData(),
		});
		const binding = store.get(id);
		if (!binding) throw refuse('noBinding');
		if (numB === binding.numA) throw invalid('origNum');
		// The same bind sent repeatedly is among the documented causes of 1012008.
		if (relations(binding).some((relation) => relation.numB === numB)) throw refuse('noNumber');
		const loose = matchMode === undefined ? undefined : matchMode === '1';
		const relation = addRelation(binding, numB, areaCode, loose, more);
		if (!relation) throw refuse('noNumber');
		setting.countBind(numB);
		return { subscriptionId: id, relationNumber: relation.numY };
	};

	const bind = ({ query, body }: ApiRequest): AnswerFields => {
		checkAppKey(query);
		const origNum = body.needNumber('origNum', 'user');
		requireReal(setting, { origNum });
		const id = body.text('subscriptionId', { length: [1, 64] });
		return id === undefined ? bindAx(body, origNum) : bindYb(body, origNum, id);
	};

	const unbind = (request: ApiRequest): AnswerFields => {
		checkAppKey(request.query);
		const binding = store.get(request.query.needText('subscriptionId', [1, 64]));
		const y = queryNumber(request, 'yNum', 'x', 'notApplied');
		const b = queryNumber(request, 'bNum', 'user', 'notApplied');
		if (!binding) throw refuse('noBinding');
		if (y === undefined && b === undefined) {
			store.remove(binding.subscriptionId);
			return {};
		}
		// With both, yNum counts.
		const gone = relations(binding).find(({ numY, numB }) =>
			y === undefined ? numB === b : numY === y,
		);
		if (!gone) throw refuse('noBinding');
		binding.relations = binding.relations.filter((relation) => relation !== gone);
		return {};
	};

	const view = (binding: Binding): BindingView[] => {
		const { subscriptionId, numA, numX, expiresAt, ...settings } = omit(binding, 'relations');
		const base: BindingView = {
			appKey: application.appKey,
			mode: 'AXYB',
			subscriptionId,
			a: numA,
			x: numX,
			expiresAt: shownExpiry(expiresAt),
			settings: { ...settings },
		};
		const rows = relations(binding).map(({ numB, numY }) => ({ ...base, b: numB, y: numY }));
		return rows.length > 0 ? rows : [base];
	};

	return {
		handlers: { bind, unbind, query: openQuery(store, relations, checkAppKey) },
		live: store.live,
		relations,
		addRelation,
		views: () => store.live().flatMap(view),
		remove: store.remove,
	};
}
