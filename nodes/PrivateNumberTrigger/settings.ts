import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InputError } from '../../platform/codes/errors';
import { expectation } from '../../platform/codes/expectations';
import { parsePhoneNumber, phoneNumber, type E164 } from '../../platform/wire/phoneNumber';
import { fieldsOf, type Fields } from '../shared/fields';
import { CHOSEN_EVENTS, type ChosenEvent } from './texts';

/** When the platform gets its answer. */
export type Respond = 'immediately' | 'afterSuccess' | 'workflow';

/** The trigger's parameters, read and narrowed. */
export interface TriggerSettings {
	events: ReadonlySet<ChosenEvent>;
	respond: Respond;
	simplify: boolean;
	signatureCheck: 'required' | 'whenPresent' | 'off';
	/** Oldest signature accepted, in minutes; 0 accepts any. */
	maxSignatureAge: number;
	/** Whether a signature may come again with another body. */
	allowReusedSignatures: boolean;
	/** Only events of these X; empty takes all. */
	privateNumbers: ReadonlySet<string>;
	separateOutputs: boolean;
	/** Where waiting calls and texts go when no workflow answers; absent: rejected, discarded. */
	defaultDestination?: E164;
	/** When a waiting caller gets an answer at the latest, in milliseconds. */
	replyDeadlineMs: number;
	/** Age above which a waiting call is never connected, in milliseconds. */
	maxBlockAgeMs: number;
	/** When `afterSuccess` gives up waiting for the workflow, in milliseconds. */
	ackDeadlineMs: number;
	maskNumbers: boolean;
}

/**
 * Reads the parameters.
 *
 * @throws InputError naming the parameter
 */
export function readSettings(webhook: IWebhookFunctions | IHookFunctions): TriggerSettings {
	const events = webhook.getNodeParameter('events', []) as string[];
	const options = fieldsOf(webhook.getNodeParameter('options', {}) as IDataObject);
	const destination = options.any('defaultDestination');
	return {
		events: new Set(CHOSEN_EVENTS.filter((type) => events.includes(type))),
		respond: webhook.getNodeParameter('respond', 'immediately') as Respond,
		simplify: webhook.getNodeParameter('simplify', true) as boolean,
		signatureCheck:
			options.choice('signatureCheck', ['required', 'whenPresent', 'off']) ?? 'required',
		maxSignatureAge: atLeast(0, options, 'maxSignatureAge') ?? 1440,
		allowReusedSignatures: options.flag('allowReusedSignatures') ?? false,
		privateNumbers: new Set(
			options.list('privateNumbers').map((part) => phoneNumber('privateNumbers', part)),
		),
		separateOutputs: options.flag('separateOutputs') ?? false,
		defaultDestination:
			destination === undefined ? undefined : phoneNumber('defaultDestination', destination),
		replyDeadlineMs: (atLeast(1, options, 'replyDeadline') ?? 4) * 1000,
		maxBlockAgeMs: (atLeast(1, options, 'maxBlockAge') ?? 30) * 1000,
		ackDeadlineMs: (atLeast(1, options, 'ackDeadline') ?? 30) * 1000,
		maskNumbers: options.flag('maskNumbers') ?? false,
	};
}

/** An expression may give what the editor would not take. */
function atLeast(lowest: number, options: Fields, name: string): number | undefined {
	const expected = expectation('numberFrom', { lowest });
	const value = options.number(name, expected);
	if (value === undefined || value >= lowest) return value;
	throw new InputError(name, value, expected);
}

/** The form in which numbers are compared, whatever the platform writes. */
export function comparable(number: string): string {
	return parsePhoneNumber(number) ?? number;
}
