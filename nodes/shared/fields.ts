import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { InputError, refuse } from '../../platform/codes/errors';
import { expectation, type Expectation } from '../../platform/codes/expectations';
import { calleeNumber, phoneNumber, type E164 } from '../../platform/wire/phoneNumber';
import { isBlank, isGiven } from '../../platform/wire/rules';
import { subscriptionIdOf, type SubscriptionId } from '../../platform/wire/subscriptionId';

/**
 * Typed access to parameters. A field that is not shown, not added or left empty is absent.
 * All methods throw InputError, naming the field.
 */
export interface Fields {
	/** Everything as n8n resolved it, for a digest. */
	readonly values: Readonly<Record<string, unknown>>;
	/** A collection such as `options`. */
	collection(name: string): Fields;
	/**
	 * A collection such as `updateFields`, in which each field that was added must have a value: with
	 * an expression that yields nothing, less would be changed, or more be found, than was meant.
	 */
	filledCollection(name: string): Fields;
	/** What an update changes: at least one thing, or it would seem to have changed something. */
	changes(): Fields;
	/** The value of a field that takes anything. */
	any(name: string): unknown;
	text(name: string): string | undefined;
	requiredText(name: string): string;
	/** The ID of a binding; a phone number is none. */
	requiredId(name: string): SubscriptionId;
	phone(name: string): E164 | undefined;
	requiredPhone(name: string): E164;
	/** A number that may also be a 400 or 95 service. */
	requiredCallee(name: string): E164;
	/** @param expected what the error says when it is no number */
	number(name: string, expected?: Expectation): number | undefined;
	integer(name: string): number | undefined;
	flag(name: string): boolean | undefined;
	/** The parts of a text, separated by commas or line breaks, Chinese ones too. */
	list(name: string): string[];
	/** One of the values of a drop-down; expressions may give others, which are refused. */
	choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined;
}

/** Reads every parameter that the operation shows for an item, once. */
export function readFields(
	execution: IExecuteFunctions,
	itemIndex: number,
	properties: readonly INodeProperties[],
): Fields {
	const values: Record<string, unknown> = {};
	for (const { name, type } of properties) {
		if (type === 'notice') continue;
		const value = execution.getNodeParameter(name, itemIndex, '');
		values[name] = type === 'resourceLocator' ? locatedIn(value) : value;
	}
	return fieldsOf(values);
}

/** What a resource locator names, whether it was chosen from its list, typed, or set as a plain text. */
function locatedIn(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

/** Wraps values that are resolved already. */
export function fieldsOf(values: Readonly<Record<string, unknown>>): Fields {
	const inner = (name: string): Record<string, unknown> => {
		const value = values[name];
		return typeof value === 'object' && value !== null ? { ...value } : {};
	};
	const text = (name: string): string | undefined => {
		const value = values[name];
		if (!isGiven(value)) return undefined;
		if (typeof value === 'object') throw refuse(name, value, 'text');
		const trimmed = String(value as string).trim();
		return trimmed === '' ? undefined : trimmed;
	};
	const number = (name: string, expected = expectation('number')): number | undefined => {
		const value = text(name);
		if (value === undefined) return undefined;
		if (!Number.isFinite(Number(value))) throw new InputError(name, value, expected);
		return Number(value);
	};
	const required = <Value>(name: string, read: (name: string) => Value | undefined): Value => {
		const value = read(name);
		if (value === undefined) throw refuse(name, '', 'value');
		return value;
	};
	const phone = (name: string): E164 | undefined =>
		isGiven(values[name]) ? phoneNumber(name, values[name]) : undefined;

	const filledCollection = (name: string): Fields => {
		const added = inner(name);
		for (const [field, value] of Object.entries(added)) {
			if (isBlank(value)) throw refuse(field, value, 'valueOrNoField');
		}
		return fieldsOf(added);
	};

	return {
		values,
		collection: (name) => fieldsOf(inner(name)),
		filledCollection,
		changes() {
			const name = 'updateFields';
			if (Object.keys(inner(name)).length === 0) throw refuse(name, '', 'someChange');
			return filledCollection(name);
		},
		any: (name) => (isGiven(values[name]) ? values[name] : undefined),
		text,
		requiredText: (name) => required(name, text),
		requiredId: (name) => subscriptionIdOf(name, required(name, text)),
		phone,
		requiredPhone: (name) => phoneNumber(name, values[name]),
		requiredCallee: (name) => calleeNumber(name, values[name]),
		number,
		integer(name) {
			const expected = expectation('wholeNumber');
			const value = number(name, expected);
			if (value === undefined || Number.isSafeInteger(value)) return value;
			throw new InputError(name, value, expected);
		},
		flag(name) {
			const value = text(name)?.toLowerCase();
			if (value === undefined) return undefined;
			if (value === 'true' || value === 'false') return value === 'true';
			throw refuse(name, value, 'trueOrFalse');
		},
		list: (name) =>
			(text(name) ?? '')
				.split(/[,;\uff0c\uff1b\u3001\n]+/)
				.map((part) => part.trim())
				.filter((part) => part !== ''),
		choice(name, allowed) {
			const value = text(name);
			if (value === undefined) return undefined;
			const found = allowed.find((candidate) => candidate === value);
			if (found === undefined) throw refuse(name, value, 'oneOf', { choices: allowed });
			return found;
		},
	};
}
