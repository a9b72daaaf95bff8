import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeProperties,
	type JsonObject,
} from 'n8n-workflow';

import { DETAILS } from '../../platform/codes/details';
import { HIDDEN, InputError, PlatformError } from '../../platform/codes/errors';
import { EXPECTATIONS } from '../../platform/codes/expectations';
import type { InterfaceName } from '../../platform/codes/interfaces';
import { explain } from '../../platform/codes/refusals';
import { inWords, say, sentences } from './messages';

/** An operation makes no sense at this place of the workflow. Its texts are for people. */
export class FlowRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
		/** How to build the workflow instead. */
		readonly remedy: string,
	) {
		super(message);
	}
}

/** A refusal in the parts that n8n shows and that workflows can branch on. */
export interface Legible {
	/** What happened, with the platform's code and own words. */
	message: string;
	/** How to go on. */
	description: string;
	/** The same for programs: code, httpStatus and remedy, or field, value and expected. */
	details: IDataObject;
}

/** What was tried when something went wrong. */
export interface Tried {
	/** Fields of the editor, whose labels people know. */
	shown?: readonly INodeProperties[];
	/** What was asked of the platform: remedies depend on it. */
	asks?: InterfaceName;
}

/** Says in plain words of this n8n's language what went wrong. Holds no secret and no header. */
export function legible(error: unknown, { shown = [], asks }: Tried = {}): Legible {
	if (error instanceof InputError) return legibleInput(error, shown);
	if (error instanceof PlatformError) return legibleRefusal(error, asks);
	if (error instanceof FlowRefusal) {
		const { code, message, remedy } = error;
		return { message, description: remedy, details: { code, remedy } };
	}
	const { message = String(error) } = (error ?? {}) as Partial<Error>;
	return { message, description: '', details: { code: 'unexpected', remedy: '' } };
}

function legibleInput(error: InputError, shown: readonly INodeProperties[]): Legible {
	const { field } = error;
	const label = labelOf(field, shown) ?? credentialLabel(field);
	const expected = expectedOf(error, (other) => labelOf(other, shown));
	const details = { field, value: error.value, expected };
	const value = error.value === HIDDEN ? say('hidden') : error.value;
	if (label === undefined) {
		return {
			message:
				value === ''
					? say('refusedEmptyUnlabelled', { field, expected })
					: say('refusedValueUnlabelled', { field, value, expected }),
			description: say('correctUnlabelled', { field }),
			details,
		};
	}
	return {
		message:
			value === ''
				? say('refusedEmpty', { label, field, expected })
				: say('refusedValue', { label, field, value, expected }),
		description: say('correct', { label }),
		details,
	};
}

/** What would have been accepted, in the language of this n8n. */
export function expectedOf(
	{ expectation: { key, values } }: InputError,
	labelOf: (field: string) => string | undefined,
): string {
	return inWords(EXPECTATIONS[key], values, (field) =>
		say('otherLabel', { field, label: labelOf(field) ?? field }),
	);
}

function legibleRefusal(error: PlatformError, asks?: InterfaceName): Legible {
	const { code, httpStatus, detail } = error;
	const explanation = explain(error, asks);
	const message = inWords(explanation.message);
	const remedy = inWords(explanation.remedy);
	const text = detail ? inWords(DETAILS[detail.key], detail.values) : error.text;
	const details = { code, ...(httpStatus !== undefined && { httpStatus }), remedy };
	if (/^\d+$/.test(code)) {
		const said = text === '' ? code : say('withCode', { code, text });
		const description = held(error, remedy);
		return { message: say('withPlatformText', { message, said }), description, details };
	}
	const description = text === '' ? remedy : say('withDetail', { remedy, detail: text });
	return { message, description: held(error, description), details };
}

/** Says that nothing was sent, where the same keys were refused a moment ago. */
function held({ heldForMs }: PlatformError, remedy: string): string {
	if (heldForMs === undefined) return remedy;
	return say('keysHeld', { remedy, seconds: Math.max(1, Math.ceil(heldForMs / 1000)) });
}

/** What the form of the credential calls its fields. */
export function credentialLabel(field: string): string | undefined {
	return field === 'appKey' || field === 'appSecret' || field === 'baseUrl'
		? say(field)
		: undefined;
}

/** What the editor calls a parameter. */
function labelOf(field: string, shown: readonly INodeProperties[]): string | undefined {
	for (const { name, displayName, type, options = [] } of shown) {
		if (name === field) return displayName;
		const inside = type === 'collection' ? labelOf(field, options as INodeProperties[]) : undefined;
		if (inside !== undefined) return inside;
	}
	return undefined;
}

/** What `toNodeError` knows beside the error. */
interface Surroundings extends Tried {
	/** Sentences that name what became of other items, so that nobody does them twice. */
	others?: string;
	/** Whether an AI agent runs the node: it gets nothing but the message. */
	isTool?: boolean;
}

/** What happened and how to go on in one text, for those who see nothing else. */
export function withRemedy(message: string, remedy: string): string {
	return remedy === '' ? message : say('messageWithRemedy', { message, remedy });
}

/** The error that ends a run, for n8n to show. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
	{ others = '', isTool = false, ...tried }: Surroundings = {},
): NodeApiError | NodeOperationError {
	// n8n's own say best what they are about, such as a missing credential.
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	const { message: what, description: how } = legible(error, tried);
	const description = sentences(how, others);
	const message = isTool ? withRemedy(what, description) : what;
	const options = { message, description, itemIndex };
	if (error instanceof PlatformError) {
		const response: JsonObject = { code: error.code, text: error.text };
		const httpCode = error.httpStatus?.toString() ?? error.code;
		return new NodeApiError(node, response, { ...options, httpCode });
	}
	return new NodeOperationError(node, message, options);
}
