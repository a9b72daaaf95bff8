import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

const root = join(__dirname, '..', '..');

/** A node that the package lists. */
export interface PackageNode {
	/** Type name, e.g. `privateNumberAxb`. */
	name: string;
	/** Folder of its source. */
	folder: string;
	Node: new () => INodeType;
}

/** Every node that package.json lists, in its order. */
export function packageNodes(): PackageNode[] {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	return n8n.nodes.map((built) => {
		const source = join(root, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		// The tests' tables are made before anything asynchronous may run.
		const module = jest.requireActual<Record<string, new () => INodeType>>(source);
		const [Node] = Object.values(module);
		if (!Node) throw new Error(`${source} exports no node.`);
		return { name: new Node().description.name, folder: dirname(source), Node };
	});
}

/** Resource and operation of everything that an action node can do; none for a trigger. */
export function operationsIn({ Node }: PackageNode): Array<[resource: string, operation: string]> {
	const { properties } = new Node().description;
	return (
		properties
			// What a tool of an AI agent may do is a part of what the node may.
			.filter(
				({ name, displayOptions }) => name === 'operation' && !displayOptions?.show?.['@tool'],
			)
			.flatMap((choice) =>
				((choice.displayOptions?.show?.resource ?? []) as string[]).flatMap((resource) =>
					values(choice).map((operation): [string, string] => [resource, operation]),
				),
			)
	);
}

function values({ options = [] }: INodeProperties): string[] {
	return (options as INodePropertyOptions[]).map(({ value }) => String(value));
}
