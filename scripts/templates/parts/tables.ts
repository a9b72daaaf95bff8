import type { ExampleNode } from '../workflow';

type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** A data table that the examples make by themselves. */
export interface Table {
	name: string;
	columns: Record<string, ColumnType>;
}

/** The ledger: one row a binding, in all modes; it says by order what is bound, and until when. */
export const bindings: Table = {
	name: 'Private Number Bindings',
	columns: {
		orderId: 'string',
		mode: 'string',
		state: 'string',
		privateNumber: 'string',
		extension: 'string',
		numberA: 'string',
		numberB: 'string',
		subscriptionId: 'string',
		boundAt: 'date',
		expiresAt: 'date',
		remindedAt: 'date',
		job: 'string',
		note: 'string',
		sample: 'boolean',
	},
};

/** Call records, one row a call. */
export const calls: Table = {
	name: 'Private Number Calls',
	columns: {
		eventId: 'string',
		orderId: 'string',
		mode: 'string',
		outcome: 'string',
		callTime: 'date',
		callerNumber: 'string',
		calledNumber: 'string',
		privateNumber: 'string',
		extension: 'string',
		ringSeconds: 'number',
		talkSeconds: 'number',
		billedMinutes: 'number',
		endReason: 'string',
		recording: 'string',
		subscriptionId: 'string',
		note: 'string',
		sample: 'boolean',
	},
};

/** Missed calls that somebody has to return. */
export const callbacks: Table = {
	name: 'Private Number Callbacks',
	columns: {
		eventId: 'string',
		status: 'string',
		callBack: 'string',
		over: 'string',
		who: 'string',
		missedAt: 'date',
		times: 'number',
		reason: 'string',
		orderId: 'string',
		sample: 'boolean',
	},
};

/** The privacy numbers (X) of the company and what the platform says of them. */
export const stock: Table = {
	name: 'Private Number Stock',
	columns: {
		privateNumber: 'string',
		areaCode: 'string',
		usable: 'boolean',
		status: 'string',
		cause: 'string',
		changedAt: 'date',
		note: 'string',
		sample: 'boolean',
	},
};

/** What was said in recorded calls. */
export const transcripts: Table = {
	name: 'Private Number Transcripts',
	columns: {
		eventId: 'string',
		orderId: 'string',
		callTime: 'date',
		recording: 'string',
		summary: 'string',
		text: 'string',
		sample: 'boolean',
	},
};

/** Which customer texted a privacy number last. */
export const conversations: Table = {
	name: 'AX Conversations',
	columns: { privateNumber: 'string', customer: 'string' },
};

/** Where calls to a privacy number of the X mode go; hours of the day, both empty for always. */
export const routes: Table = {
	name: 'X Call Routes',
	columns: {
		privateNumber: 'string',
		destination: 'string',
		fromHour: 'number',
		toHour: 'number',
		note: 'string',
	},
};

/** Who is never connected. */
export const blacklist: Table = {
	name: 'X Blacklist',
	columns: { callerNumber: 'string', note: 'string' },
};

const DATA_TABLE = { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 } as const;

/** Makes a table when there is none; the rows of a table that is there stay. */
export function makeTable(
	{ name, columns }: Table,
	title: string,
	at: ExampleNode['at'],
): ExampleNode {
	return {
		...DATA_TABLE,
		name: title,
		at,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: name,
			columns: {
				column: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
			},
			options: { createIfNotExists: true },
		},
		executeOnce: true,
		// Two first events at once both find no table; the second look finds that of the other.
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 300,
	};
}

/** One condition on a column; without a value for conditions that need none. */
export type Condition = readonly [column: string, condition: string, value?: string];

/** What is done with the rows of a table. */
export interface RowStep {
	table: Table;
	name: string;
	at: ExampleNode['at'];
	where?: readonly Condition[];
	/** Whether one of the conditions is enough; default: all must hold. */
	matchAny?: boolean;
	set?: Record<string, string | boolean | number>;
	/** Most rows to read; default: all. */
	limit?: number;
	/** Column by which the rows are read, lowest first. */
	orderBy?: string;
	more?: Partial<ExampleNode>;
}

function rowParameters({ table, where = [], matchAny = false }: RowStep): Record<string, unknown> {
	return {
		dataTableId: { __rl: true, mode: 'name', value: table.name },
		...(where.length > 0 && {
			matchType: matchAny ? 'anyCondition' : 'allConditions',
			filters: {
				conditions: where.map(([keyName, condition, keyValue]) => ({
					keyName,
					condition,
					...(keyValue !== undefined && { keyValue }),
				})),
			},
		}),
	};
}

function mapping({ table, set = {} }: RowStep): Record<string, unknown> {
	const editorType = (type: ColumnType | undefined): string =>
		type === 'date' ? 'dateTime' : (type ?? 'string');
	return {
		mappingMode: 'defineBelow',
		value: set,
		matchingColumns: [],
		schema: Object.keys(set).map((column) => ({
			id: column,
			displayName: column,
			required: false,
			defaultMatch: false,
			display: true,
			type: editorType(table.columns[column]),
			readOnly: false,
			removed: false,
		})),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}

/** Reads all rows that fit, one item a row; goes on with an empty item when there is none. */
export function getRows(step: RowStep): ExampleNode {
	const { name, at, more, limit, orderBy } = step;
	const parameters = {
		resource: 'row',
		operation: 'get',
		...rowParameters(step),
		...(limit === undefined ? { returnAll: true } : { limit }),
		...(orderBy !== undefined && {
			orderBy: true,
			orderByColumn: orderBy,
			orderByDirection: 'ASC',
		}),
	};
	// n8n reads in pages and gives up when rows come in between; then it reads again.
	const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 300 };
	return { ...DATA_TABLE, name, at, parameters, ...again, ...more };
}

/** Lets an item pass for which no row fits. */
export function rowNotExists(step: RowStep): ExampleNode {
	const { name, at, more } = step;
	const { filters, ...rest } = rowParameters(step) as {
		filters: { conditions: { condition?: string }[] };
	};
	// This step knows equality alone.
	const conditions = filters.conditions.map(({ condition: _, ...each }) => each);
	const parameters = {
		resource: 'row',
		operation: 'rowNotExists',
		...rest,
		filters: { conditions },
	};
	return { ...DATA_TABLE, name, at, parameters, ...more };
}

/** Adds rows, or changes those that fit. */
export function writeRows(operation: 'insert' | 'update' | 'upsert', step: RowStep): ExampleNode {
	const { name, at, more } = step;
	return {
		...DATA_TABLE,
		name,
		at,
		parameters: {
			resource: 'row',
			operation,
			...rowParameters(step),
			columns: mapping(step),
			options: {},
		},
		...more,
	};
}

/** Removes the rows that fit. */
export function deleteRows(step: RowStep): ExampleNode {
	const { name, at, more } = step;
	const parameters = {
		resource: 'row',
		operation: 'deleteRows',
		...rowParameters(step),
		options: {},
	};
	return { ...DATA_TABLE, name, at, parameters, ...more };
}
