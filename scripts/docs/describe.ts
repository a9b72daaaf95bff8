/*
 * Prints the descriptions of nodes, in the order of their sources on the command line, as JSON. The
 * package decides its language once, when it loads: each language is a process of its own.
 */
import { resolve } from 'node:path';

import type { INodeType } from 'n8n-workflow';

async function describe(source: string): Promise<unknown> {
	const module = (await import(resolve(source))) as Record<string, new () => INodeType>;
	const [Node] = Object.values(module);
	if (!Node) throw new Error(`${source} exports no node.`);
	return new Node().description;
}

Promise.all(process.argv.slice(2).map(describe)).then(
	(descriptions) => process.stdout.write(JSON.stringify(descriptions)),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
