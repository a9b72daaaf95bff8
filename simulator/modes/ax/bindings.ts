import { between } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { newSubscriptionId } from '../../wire/ids';
import { defined, omit } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import type { RefusalName } from '../../wire/refusals';
import { requireNormal, requireReal, requireRecording } from '../shared/checks';
import type { AnswerFields, ApiRequest, BindingView, Handler, ModeSetting } from '../shared/mode';
import { endOfLife, openStore, queryNumber } from '../shared/store';
import { readSettings } from './binding';
import type { Binding, Settings } from './binding';

/** The bindings of an AX application and the operations on them. */
export interface AxBindings {
	readonly handlers: Readonly<Record<string, Handler>>;
	onX(x: string): Binding | undefined;
	views: () => BindingView[];
	remove: (subscriptionId: string) => boolean;
}

/** Default life of a temporary callee in seconds. */
const temporarySeconds = 60;

/** Opens the bindings of one application. Source: ax.json, operations. */
export function openBindings(setting: ModeSetting): AxBindings {
	const { application, numbers, options } = setting;
	const store = openStore<Binding>(setting.now);

	const onX = (x: string): Binding | undefined =>
		store.live().find(({ privateNum }) => privateNum === x);
	const ofA = (a: string): Binding[] => store.live().filter(({ origNum }) => origNum === a);

	const checkSettings = (settings: Settings): Settings => {
		requireRecording(application, settings.recordFlag);
		if (settings.calleeNumDisplay === '1' && application.transparent !== true) {
			throw refuse('transparentForbidden');
		}
		// An application without SMS must not send it; the code for that was not found.
		if (settings.privateSms !== undefined && application.sms === false) throw invalid('privateSms');
		return settings;
	};

	const takeGivenX = (x: string, a: string): string => {
		const number = numbers.get(x);
		if (!number) throw refuse('axNotOwned');
		requireNormal(number);
		const bound = onX(x);
		if (bound) throw refuse(bound.origNum === a ? 'axAlreadyBound' : 'axTaken');
		return x;
	};

	const chooseX = (body: Fields): string => {
		const area = body.areaCode('areaCode');
		const loose = body.oneOf('areaMatchMode', ['0', '1']) === '1';
		if (area === undefined) throw invalid('privateNum', 'or areaCode is required.');
		if (body.oneOf('privateNumType', ['mobile-virtual']) === undefined) {
			throw invalid('privateNumType', 'is required.');
		}
		const free = numbers.inArea(area, loose).find(({ number }) => !onX(number));
		if (!free) throw refuse('axNoNumber');
		return free.number;
	};

	const requireRoom = (a: string): void => {
		if (ofA(a).length >= options.limits.numbersPerA) throw refuse('axTooManyNumbers');
	};

	const bind = ({ body }: ApiRequest): AnswerFields => {
		const origNum = body.needNumber('origNum', 'user');
		requireReal(setting, { origNum });
		const settings = checkSettings(readSettings(body));
		const given = body.text('privateNum', { length: [1, 32] });
		const privateNum = given === undefined ? chooseX(body) : takeGivenX(given, origNum);
		requireRoom(origNum);
		setting.countBind(origNum);
		const { subscriptionId } = store.add({
			subscriptionId: newSubscriptionId(),
			origNum,
			privateNum,
			privateNumType: body.oneOf('privateNumType', ['mobile-virtual']),
			...settings,
			// AX bindings have no lifetime.
			expiresAt: Infinity,
		});
		return { origNum, privateNum, subscriptionId };
	};

	/** The binding that a body or query names; an id wins over X. */
	const named = (id: string | undefined, x: string | undefined, none: RefusalName): Binding => {
		const binding = id === undefined ? x && onX(x) : store.get(id);
		if (!binding) throw refuse(id === undefined ? 'axNotBound' : none);
		return binding;
	};
	const namedInBody = (body: Fields, none: RefusalName): Binding =>
		named(body.text('subscriptionId', { length: [1, 64] }), body.number('privateNum', 'x'), none);

	const unbind = (request: ApiRequest): AnswerFields => {
		const id = request.query.text('subscriptionId', { length: [1, 64] });
		const x = id === undefined ? queryNumber(request, 'privateNum', 'x', 'axNotBound') : undefined;
		store.remove(named(id, x, 'noBinding').subscriptionId);
		return {};
	};

	const modify = ({ body }: ApiRequest): AnswerFields => {
		const origNum = body.number('origNum', 'user');
		requireReal(setting, { origNum });
		const settings = checkSettings(readSettings(body));
		const binding = namedInBody(body, 'noBinding');
		requireNormal(numbers.get(binding.privateNum));
		if (origNum !== undefined && origNum !== binding.origNum) {
			requireRoom(origNum);
			binding.origNum = origNum;
		}
		Object.assign(binding, settings);
		return {};
	};

	const setTemporaryCallee = ({ body }: ApiRequest): AnswerFields => {
		const calleeNum = body.needNumber('calleeNum', 'callee');
		requireReal(setting, { calleeNum });
		const seconds = body.integer('duration', between(1, Number.MAX_SAFE_INTEGER));
		const userData = body.userData();
		const binding = namedInBody(body, 'axNotBound');
		const expiresAt = endOfLife(setting, seconds ?? temporarySeconds);
		binding.temporaryCallee = { calleeNum, userData, expiresAt };
		return {};
	};

	const shown = (binding: Binding): AnswerFields => {
		const { recordHintTone } = binding;
		return defined({
			...omit(binding, 'temporaryCallee', 'expiresAt'),
			recordFlag: binding.recordFlag ?? 'false',
			// Only present when calls are recorded.
			recordHintTone: binding.recordFlag === 'true' ? recordHintTone : undefined,
			maxDuration: binding.maxDuration ?? 0,
			turnFlag: binding.turnFlag ?? 'on',
		});
	};

	const find = (request: ApiRequest): Binding[] => {
		const id = request.query.text('subscriptionId', { length: [1, 64] });
		if (id !== undefined) return store.live().filter((binding) => binding.subscriptionId === id);
		const a = queryNumber(request, 'origNum', 'user', 'noBinding');
		if (a !== undefined) return ofA(a);
		const x = queryNumber(request, 'privateNum', 'x', 'noBinding');
		if (x === undefined) throw invalid('subscriptionId', 'is required.');
		return store.live().filter(({ privateNum }) => privateNum === x);
	};

	const query = (request: ApiRequest): AnswerFields => {
		const found = find(request);
		if (found.length === 0) throw refuse('noBinding');
		return { privateNumList: found.map(shown) };
	};

	const view = (binding: Binding): BindingView => {
		const { subscriptionId, origNum, privateNum, ...settings } = omit(binding, 'expiresAt');
		const { appKey } = application;
		return {
			appKey,
			mode: 'AX',
			subscriptionId,
			a: origNum,
			x: privateNum,
			settings: { ...settings },
		};
	};

	return {
		handlers: { bind, unbind, modify, query, setTemporaryCallee },
		onX,
		views: () => store.live().map(view),
		remove: store.remove,
	};
}
