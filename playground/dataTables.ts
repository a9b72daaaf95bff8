import type { N8nApi } from './n8nApi';

/** A cell of a data table. */
export type Cell = string | number | boolean | null;

/** A data table of n8n, in the owner's personal project. */
export interface DataTable {
	readonly id: string;
	readonly name: string;
	insert(rows: Record<string, Cell>[]): Promise<void>;
	/** All rows, in the order in which they were written. */
	rows(): Promise<Record<string, Cell>[]>;
}

/** Most rows that n8n gives out at once. */
const pageSize = 250;

/** Makes a data table with columns of the given types. */
export async function createDataTable(
	api: N8nApi,
	name: string,
	columns: Record<string, 'string' | 'number' | 'boolean' | 'date'>,
): Promise<DataTable> {
	const project = await api.request<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	const { id } = await api.request<{ id: string }>('POST', tables, {
		name,
		columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
	});
	return {
		id,
		name,
		async insert(data) {
			await api.request('POST', `${tables}/${id}/insert`, { data });
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
