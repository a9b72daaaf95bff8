import { chain } from '../../playground/examples/chain';
import type { Link } from '../../playground/examples/chain';
import { n8nNode, packageNode } from '../../playground/n8n/nodeTypes';
import { createDataTable } from '../../playground/examples/dataTables';
import type { DataTable } from '../../playground/examples/dataTables';
import type { N8nApi } from '../../playground/n8n/api';
import type { Credential, WorkflowDocument } from '../../playground/n8n/types';

/**
 * How a workflow gets every event into its table once.
 *
 * - `upsert`: writes the row by its `eventId`; a second run writes the same row again.
 * - `removeDuplicates`: drops what was seen before, then inserts. n8n marks an event as seen before the
 *   row is written, and loses marks when executions overlap.
 */
export type Recipe = 'upsert' | 'removeDuplicates';

/** The tables that a delivery workflow writes. */
export interface DeliveryTables {
	/** A row for each time that an event started the workflow. */
	runs: DataTable;
	/** What the workflow is for: one row an event. */
	results: DataTable;
}

const columns = { eventId: 'string', eventType: 'string', sessionId: 'string' } as const;

/** Makes the two tables. */
export async function createDeliveryTables(api: N8nApi): Promise<DeliveryTables> {
	return {
		runs: await createDataTable(api, 'Runs', columns),
		results: await createDataTable(api, 'Results', columns),
	};
}

/** A workflow that tells the platform "received" only when its row is written. */
export function deliveryWorkflow(
	{ runs, results }: DeliveryTables,
	credential: Credential,
	recipe: Recipe,
): WorkflowDocument {
	const write = (name: string, table: DataTable, operation: object): Link => ({
		name,
		type: n8nNode('dataTable'),
		typeVersion: 1.1,
		parameters: {
			resource: 'row',
			...operation,
			dataTableId: { __rl: true, mode: 'id', value: table.id },
			columns: {
				mappingMode: 'defineBelow',
				value: Object.fromEntries(
					Object.keys(columns).map((column) => [column, `={{ $json.${column} }}`]),
				),
			},
		},
	});
	const trigger: Link = {
		name: 'Event',
		type: packageNode('privateNumberTrigger'),
		parameters: {
			events: ['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee'],
			respond: 'afterSuccess',
			options: { binaryData: true, ackDeadline: 20 },
		},
		credential,
	};
	const noteRun = write('Note Run', runs, { operation: 'insert' });
	const byEventId = {
		matchType: 'allConditions',
		filters: {
			conditions: [{ keyName: 'eventId', condition: 'eq', keyValue: '={{ $json.eventId }}' }],
		},
	};
	const keepOnce: Record<Recipe, Link[]> = {
		upsert: [write('Keep Once', results, { operation: 'upsert', ...byEventId })],
		removeDuplicates: [
			{
				name: 'Not Seen Before',
				type: n8nNode('removeDuplicates'),
				typeVersion: 2,
				parameters: {
					operation: 'removeItemsSeenInPreviousExecutions',
					dedupeValue: '={{ $json.eventId }}',
					options: { historySize: 100_000 },
				},
			},
			write('Keep', results, { operation: 'insert' }),
		],
	};
	return chain('Deliveries', [trigger, noteRun, ...keepOnce[recipe]]);
}
