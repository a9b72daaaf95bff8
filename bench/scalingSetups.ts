import type { N8nBenchOptions } from './n8nBench';

/** One way to set n8n up. */
export interface Setup {
	name: string;
	options: N8nBenchOptions;
}

const settings = (environment: Record<string, string>): N8nBenchOptions => ({ environment });
const LAZY = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
const UNSAVED = { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' };

/** One setting each, beside n8n as it comes; then what goes together. */
const SETUPS: readonly Setup[] = [
	{ name: 'as it comes', options: {} },
	{ name: 'pool of 4', options: settings({ N8N_EXPRESSION_ENGINE_POOL_SIZE: '4' }) },
	{ name: 'pool of 16', options: settings({ N8N_EXPRESSION_ENGINE_POOL_SIZE: '16' }) },
	{ name: 'lazy', options: settings(LAZY) },
	{ name: 'compile cache', options: settings({ N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true' }) },
	{ name: 'successes not saved', options: settings(UNSAVED) },
	{ name: '5 at once', options: settings({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '5' }) },
	{ name: '20 at once', options: settings({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '20' }) },
	{ name: 'PostgreSQL', options: { database: 'postgres' } },
	{ name: 'lazy and not saved', options: settings({ ...LAZY, ...UNSAVED }) },
	{
		name: 'PostgreSQL, lazy and not saved',
		options: { database: 'postgres', environment: { ...LAZY, ...UNSAVED } },
	},
	{ name: 'queue mode, 1 worker', options: { isQueue: true } },
	{
		name: 'queue mode, 2 workers',
		options: { isQueue: true, workers: 2, webhookProcessors: 2 },
	},
	{
		name: 'queue mode, 1 worker, lazy and not saved',
		options: { isQueue: true, environment: { ...LAZY, ...UNSAVED } },
	},
];

/** The setups of these names, in the order of the list; all of them without a name. */
export function setupsNamed(names: readonly string[] = []): readonly Setup[] {
	const unknown = names.filter((wanted) => !SETUPS.some(({ name }) => name === wanted));
	if (unknown.length > 0) {
		const known = SETUPS.map(({ name }) => `"${name}"`).join(', ');
		throw new Error(`There is no setup "${unknown.join('", "')}": ${known}.`);
	}
	return SETUPS.filter(({ name }) => names.length === 0 || names.includes(name));
}
