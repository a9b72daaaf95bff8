import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeProperties,
	type JsonObject,
} from 'n8n-workflow';

import { InputError, PlatformError } from '../../platform/codes/errors';
import { explain } from '../../platform/codes/refusals';

/** An operation makes no sense at this place of the workflow. */
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

/**
 * Says in plain English what went wrong. Holds no secret and no header.
 *
 * @param shown fields of the editor, whose labels people know
 */
export function legible(error: unknown, shown: readonly INodeProperties[] = []): Legible {
	if (error instanceof InputError) {
		const { field, value, expected } = error;
		const label = labelOf(field, shown);
		return {
			message: label === undefined ? error.message : `${label}: ${error.message}`,
			description: `Correct ${label ?? `'${field}'`}. Nothing was sent for this item.`,
			details: { field, value, expected },
		};
	}
	if (error instanceof PlatformError) {
		const { code, httpStatus, text } = error;
		const { message, remedy } = explain(error);
		const isPlatformCode = /^\d+$/.test(code);
		const said = [isPlatformCode ? code : '', text].filter((part) => part !== '').join(': ');
		return {
			message: isPlatformCode && said !== '' ? `${message} (${said})` : message,
			description: !isPlatformCode && text !== '' ? `${remedy} (${text})` : remedy,
			details: { code, ...(httpStatus !== undefined && { httpStatus }), remedy },
		};
	}
	if (error instanceof FlowRefusal) {
		const { code, message, remedy } = error;
		return { message, description: remedy, details: { code, remedy } };
	}
	const { message = String(error) } = (error ?? {}) as Partial<Error>;
	return { message, description: '', details: { code: 'unexpected', remedy: '' } };
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
interface Surroundings {
	/** Fields of the editor, whose labels people know. */
	shown?: readonly INodeProperties[];
	/** Sentences that name what became of other items, so that nobody does them twice. */
	others?: string;
}

/** The error that ends a run, for n8n to show. */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
	{ shown, others = '' }: Surroundings = {},
): NodeApiError | NodeOperationError {
	// n8n's own say best what they are about, such as a missing credential.
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	const { message, description } = legible(error, shown);
	const options = { message, description: [description, others].join(' ').trim(), itemIndex };
	if (error instanceof PlatformError) {
		const response: JsonObject = { code: error.code, text: error.text };
		const httpCode = error.httpStatus?.toString() ?? error.code;
		return new NodeApiError(node, response, { ...options, httpCode });
	}
	return new NodeOperationError(node, message, options);
}
