import { basename } from 'node:path';

import manifest from '../../package.json';
import { packageNode } from '../../playground/n8n/nodeTypes';

/** Types of the nodes that package.json lists. */
export function listedNodes(): string[] {
	return manifest.n8n.nodes.map((path) => {
		const name = basename(path, '.node.js');
		return packageNode(`${name.charAt(0).toLowerCase()}${name.slice(1)}`);
	});
}
