import { eventFields } from '../shared/checks';
import type {
	Leg,
	ModeDefinition,
	ModeInstance,
	ModeSetting,
	Recognised,
	Route,
} from '../shared/mode';
import { openBindings } from './bindings';
import type { Binding } from './binding';

const path = '/rest/omp/xyrelationnumber/v1.0';

function open(setting: ModeSetting): ModeInstance {
	const bindings = openBindings(setting);

	/** The AX binding that a call belongs to, through its X or through a Y of this A (or B). */
	const find = ({ from, x }: Leg): Binding | undefined =>
		bindings.live().find(({ numX }) => numX === x) ??
		bindings
			.live()
			.find((binding) =>
				bindings
					.relations(binding)
					.some(({ numY, numB }) => numY === x && (binding.numA === from || numB === from)),
			);

	const recognise = (leg: Leg): Recognised => {
		const binding = find(leg);
		if (!binding) return {};
		const { subscriptionId, userData } = binding;
		const own = bindings
			.relations(binding)
			.find(({ numB, numY }) => numB === leg.from || numY === leg.x);
		return { subscriptionId, userData: own?.userData ?? userData };
	};

	const route = (leg: Leg): Route => {
		const binding = find(leg);
		if (!binding) return { kind: 'refuse', cause: 'axybNotBound', direction: 2 };
		const known = recognise(leg);
		const isToX = binding.numX === leg.x;
		const isOwn = isToX ? leg.from === binding.numA : leg.from !== binding.numA;
		if (isOwn) return { kind: 'refuse', cause: 'calledOwnNumber', direction: 2, ...known };
		const direction = isToX ? 0 : 1;
		const allowed = binding.callDirection ?? 0;
		if ((allowed === 1 && isToX) || (allowed === 2 && !isToX)) {
			return { kind: 'refuse', cause: 'forbiddenDirection', direction, ...known };
		}
		const all = bindings.relations(binding);
		// A B that dials X for the first time gets a Y from the platform.
		const relation = isToX
			? (all.find(({ numB }) => numB === leg.from) ?? bindings.addRelation(binding, leg.from))
			: all.find(({ numY }) => numY === leg.x);
		if (!relation) return { kind: 'refuse', cause: 'noYNumber', direction, ...known };
		return {
			kind: 'connect',
			...known,
			to: isToX ? binding.numA : relation.numB,
			// A shows as X to B, B shows as Y to A.
			shown: isToX ? relation.numY : binding.numX,
			direction,
			maxDuration: 0,
			record: binding.recordFlag === 'true',
			recordHintTone: binding.recordHintTone,
		};
	};

	return {
		handlers: bindings.handlers,
		bindings: bindings.views,
		release: bindings.remove,
		recognise,
		route,
	};
}

const leg = eventFields(['caller', 'called'], ['subscriptionId']);

/** AXYB: A hides behind X, B behind Y. Source: axyb.json. */
export const axyb: ModeDefinition = {
	operations: [
		{ id: 'bind', method: 'POST', path },
		{ id: 'unbind', method: 'DELETE', path },
		{ id: 'query', method: 'GET', path },
	],
	serviceType: '007',
	sessionPrefix: '1200',
	asksOnCallin: false,
	eventFields: {
		callin: eventFields(['caller', 'called'], ['subscriptionId', 'userData']),
		callout: leg,
		alerting: leg,
		answer: leg,
		disconnect: eventFields(['caller', 'called'], ['subscriptionId', 'callRelDirection'], true),
	},
	recordExtras: [],
	emptyTimes: false,
	smsEventName: '',
	open,
};
