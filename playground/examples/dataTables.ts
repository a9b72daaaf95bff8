import type { N8nApi } from '../n8n/api';

/** A cell of a data table. */
export type Cell = string | number | boolean | null;

/** What the cells of a column hold. */
export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** A data table of n8n, in the owner's personal project. */
export interface DataTable {
	readonly id: string;
	readonly name: string;
	insert(rows: Record<string, Cell>[]): Promise<void>;
	/** All rows, in the order in which they were written. */
	rows(): Promise<Record<string, Cell>[]>;
	/** Removes all rows. */
	clear(): Promise<void>;
}

/** Most rows that n8n gives out at once. */
const pageSize = 250;

/** Makes a data table with columns of the given types. */
export async function createDataTable(
	api: N8nApi,
	name: string,
	columns: Record<string, ColumnType>,
): Promise<DataTable> {
	const tables = await tablesPath(api);
	const { id } = await api.request<{ id: string }>('POST', tables, {
		name,
		columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
	});
	return access(api, tables, { id, name });
}

/**
 * Opens a data table that somebody has made.
 * @throws Error when there is none of this name.
 */
export async function openDataTable(api: N8nApi, name: string): Promise<DataTable> {
	const found = await findDataTable(api, name);
	if (!found) throw new Error(`There is no data table ${name}.`);
	return found;
}

/** Opens a data table; undefined when there is none of this name. */
export async function findDataTable(api: N8nApi, name: string): Promise<DataTable | undefined> {
	const tables = await tablesPath(api);
	// n8n finds every name that contains the wanted one.
	const filter = encodeURIComponent(JSON.stringify({ name }));
	const { data } = await api.request<{ data: { id: string; name: string }[] }>(
		'GET',
		`${tables}?filter=${filter}&take=${pageSize}`,
	);
	const found = data.find((table) => table.name === name);
	return found && access(api, tables, found);
}

async function tablesPath(api: N8nApi): Promise<string> {
	const project = await api.request<{ id: string }>('GET', '/rest/projects/personal');
	return `/rest/projects/${project.id}/data-tables`;
}

function access(
	api: N8nApi,
	tables: string,
	{ id, name }: Pick<DataTable, 'id' | 'name'>,
): DataTable {
	return {
		id,
		name,
		async insert(data) {
			await api.request('POST', `${tables}/${id}/insert`, { data });
		},
		async clear() {
			const all = { type: 'and', filters: [{ columnName: 'id', condition: 'gt', value: 0 }] };
			const filter = encodeURIComponent(JSON.stringify(all));
			await api.request('DELETE', `${tables}/${id}/rows?filter=${filter}`);
		},
		async rows() {
			const found: Record<string, Cell>[] = [];
			for (;;) {
				const page = await api.request<{ count: number; data: Record<string, Cell>[] }>(
					'GET',
					`${tables}/${id}/rows?take=${pageSize}&skip=${found.length}&sortBy=id:asc`,
				);
				found.push(...page.data);
				if (page.data.length === 0 || found.length >= page.count) return found;
			}
		},
	};
}
