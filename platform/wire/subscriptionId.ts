import { refuse } from '../codes/errors';
import { isPhoneLike } from './phoneNumber';

/** The ID of a binding (绑定ID). */
export type SubscriptionId = string & { readonly __brand: 'SubscriptionId' };

/** Signs without blanks. Source: subscriptionId, String(1-64); the documents promise no other form. */
const FORM = /^[\x21-\x7e]{1,64}$/;
/** What stands between several numbers that are given in one field. */
const BETWEEN = /[,;/|]/;
/** What an expression gives that has found none, or has taken the wrong field. */
const NO_ID = /^(?:undefined|null|nan|true|false|0|-\d+|-?\d+\.\d+|-?\d(?:\.\d+)?e\+\d+)$/i;

/**
 * Reads the ID of a binding. A phone number is none, however it is written: the platform would find
 * nothing under it, and a delete would seem to have succeeded.
 *
 * @throws InputError naming field, value and expected form
 */
export function subscriptionIdOf(field: string, value: string): SubscriptionId {
	const text = value.trim();
	if (isSubscriptionId(text)) return text;
	throw refuse(field, value, 'bindingId');
}

/** Whether a text can be the ID of a binding. */
export function isSubscriptionId(text: string): text is SubscriptionId {
	return FORM.test(text) && !NO_ID.test(text) && !text.split(BETWEEN).some(isPhoneLike);
}
