import { refuse } from '../../wire/refusals';
import type { RefusalName } from '../../wire/refusals';
import type { NumberKind } from '../../wire/fields';
import type { ApiRequest, ModeSetting } from './mode';

/** What every stored binding has. */
export interface Stored {
	readonly subscriptionId: string;
	/** Real milliseconds since 1970; Infinity: never. */
	expiresAt: number;
}

/** The bindings of one application; expired ones are gone. */
export interface BindingStore<B extends Stored> {
	live: () => B[];
	get(subscriptionId: string): B | undefined;
	add(binding: B): B;
	remove: (subscriptionId: string) => boolean;
}

/** Opens an empty store. */
export function openStore<B extends Stored>(now: () => number): BindingStore<B> {
	const bindings = new Map<string, B>();
	const live = (): B[] => {
		const time = now();
		for (const [id, binding] of bindings) if (binding.expiresAt <= time) bindings.delete(id);
		return [...bindings.values()];
	};
	return {
		live,
		get(id) {
			const binding = bindings.get(id);
			return binding && binding.expiresAt > now() ? binding : undefined;
		},
		add(binding) {
			bindings.set(binding.subscriptionId, binding);
			return binding;
		},
		remove: (id) => bindings.delete(id),
	};
}

/** When a life of so many seconds that begins now ends; 0 seconds: never. */
export function endOfLife(setting: ModeSetting, seconds: number): number {
	return seconds === 0 ? Infinity : setting.now() + (seconds * 1000) / setting.options.expirySpeed;
}

/** ISO time of an end of life for the control API. */
export const shownExpiry = (expiresAt: number): string | undefined =>
	Number.isFinite(expiresAt) ? new Date(expiresAt).toISOString() : undefined;

/**
 * A number of the query string. A + that was not sent as %2B arrives as a blank: the documented cause
 * of 1011004 and 1012001.
 */
export function queryNumber(
	{ query, rawQuery }: ApiRequest,
	name: string,
	kind: NumberKind,
	damaged: RefusalName,
): string | undefined {
	const raw = rawQuery[name];
	if (typeof raw === 'string' && raw.startsWith(' ')) throw refuse(damaged);
	return query.number(name, kind);
}
