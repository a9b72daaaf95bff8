import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { InterfaceName } from '../../platform/codes/interfaces';
import type { JsonObject } from '../../platform/wire/json';
import type { Platform } from '../../platform/client/run';
import type { Fields } from './fields';

/** What an operation has at hand for one item. */
export interface OperationInput {
	/** The application's interfaces during this run. */
	platform: Platform;
	/** Parameters of the item, read and narrowed. */
	fields: Fields;
	itemIndex: number;
	/** n8n's side: binary data, replies, hints. */
	execution: IExecuteFunctions;
}

/** An item that is more than JSON: with a file, or passed on as it came. */
export class OutputItem {
	constructor(
		readonly json: IDataObject,
		readonly binary?: IBinaryKeyData,
	) {}
}

/** The JSON of one item or of several, or a whole item. */
export type OperationOutput = JsonObject | JsonObject[] | OutputItem;

/** One operation: its fields for the editor beside the function that runs it. */
export interface Operation {
	name: string;
	value: string;
	/** Sentence in the node creator, e.g. "Create AXB binding". */
	action: string;
	description: string;
	/** What it asks of the platform; absent where it sends no request. Remedies depend on it. */
	asks?: InterfaceName;
	fields: INodeProperties[];
	/**
	 * Whether a finished item is remembered, so that Retry On Fail does not send it again. True for
	 * everything that changes the platform; reads and downloads are simply made again.
	 */
	remember: boolean;
	/** When the operation is offered; replies are hidden where nothing can wait for them. */
	displayOptions?: INodePropertyOptions['displayOptions'];
	run: (input: OperationInput) => Promise<OperationOutput>;
}

/** What operations are about: a binding, a call, a text, a recording. */
export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
}
