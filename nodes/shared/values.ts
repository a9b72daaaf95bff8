import { refuse } from '../../platform/codes/errors';
import { areaCodeOf, type Area } from '../../platform/modes/areas';
import { wordOf, type FieldKind, type Setting } from '../../platform/modes/settings/kinds';
import { SETTINGS, type SettingName, type SettingsOf } from '../../platform/modes/settings/table';
import type { JsonObject } from '../../platform/wire/json';
import type { SubscriptionId } from '../../platform/wire/subscriptionId';
import type { Fields } from './fields';

/** How a setting is read from its field, by the kind of the field. */
const READ = {
	text: (fields, name) => fields.text(name),
	flag: (fields, name) => fields.flag(name),
	whole: (fields, name) => fields.integer(name),
	phone: (fields, name) => fields.phone(name),
	any: (fields, name) => fields.any(name),
	word(fields, name, codes) {
		const value = fields.text(name);
		return value === undefined ? undefined : wordOf(name, value, codes);
	},
} satisfies Record<
	FieldKind,
	(fields: Fields, name: string, codes: NonNullable<Setting<string>['codes']>) => unknown
>;

/** The settings that were given, of those that a mode has. */
export function settingsIn<Name extends SettingName>(
	fields: Fields,
	names: readonly Name[],
): SettingsOf<Name> {
	const given = names.map((name): [Name, unknown] => {
		const { field, codes = {} } = SETTINGS[name] as Pick<Setting<unknown>, 'field' | 'codes'>;
		return [name, READ[field](fields, name, codes)];
	});
	return Object.fromEntries(given) as SettingsOf<Name>;
}

/** The area in which the platform shall pick a number. */
export function areaIn(fields: Fields): Area {
	return {
		areaCode: areaCodeOf(fields.requiredText('areaCode')),
		areaMatchMode: fields.choice('areaMatchMode', ['0', '1']),
	};
}

/** One binding by its ID, or what else identifies it. */
export function keyIn<Other>(
	fields: Fields,
	otherName: 'privateNumber' | 'extension',
	other: () => Other,
): { subscriptionId: SubscriptionId } | Other {
	const by = fields.choice('identifyBy', ['subscriptionId', otherName]);
	return by === otherName ? other() : { subscriptionId: fields.requiredId('subscriptionId') };
}

/** Whether a binding that exists already is what the user wants. */
export function usesExisting(options: Fields): boolean {
	return options.choice('onConflict', ['error', 'useExisting']) === 'useExisting';
}

/** Whether what is gone already counts as deleted; it does unless told otherwise. */
export function ignoresNotFound(fields: Fields): boolean {
	return fields.collection('options').flag('ignoreNotFound') ?? true;
}

/** Most results that a list shall give; `undefined` for all. */
export function limitIn(fields: Fields): number | undefined {
	if (fields.flag('returnAll') === true) return undefined;
	const limit = fields.integer('limit') ?? 50;
	if (limit < 1) throw refuse('limit', limit, 'numberFrom', { lowest: 1 });
	return limit;
}

/** The output of a delete. */
export function deleted({ alreadyDeleted }: { alreadyDeleted: boolean }): JsonObject {
	return { deleted: true, ...(alreadyDeleted && { alreadyDeleted }) };
}
