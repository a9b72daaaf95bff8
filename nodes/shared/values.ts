import type { Area } from '../../platform/modes/areas';
import type { CallDirection } from '../../platform/modes/callSettings';
import type { Fields } from './fields';

/** The area in which the platform shall pick a number. */
export function areaOf(fields: Fields): Area {
	return {
		areaCode: fields.requiredText('areaCode'),
		areaMatchMode: fields.choice('areaMatchMode', ['0', '1']),
	};
}

/** Which side may call, where it was chosen. */
export function directionOf(fields: Fields): CallDirection | undefined {
	const value = fields.choice('callDirection', ['0', '1', '2']);
	return value === undefined ? undefined : (Number(value) as CallDirection);
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
export function limitOf(fields: Fields): number | undefined {
	return fields.flag('returnAll') === true ? undefined : (fields.integer('limit') ?? 50);
}

/** The output of a delete. */
export function deleted({ alreadyDeleted }: { alreadyDeleted: boolean }) {
	return { deleted: true, ...(alreadyDeleted && { alreadyDeleted }) };
}
