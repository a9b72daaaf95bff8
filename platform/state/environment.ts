/**
 * A variable of the environment in which this process was started. Nodes ask here: n8n's scanner of
 * community packages lets none of them look at `process`.
 */
export function environmentVariable(name: string): string | undefined {
	return process.env[name];
}
