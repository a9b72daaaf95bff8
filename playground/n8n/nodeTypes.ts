import { packageName } from '../machine/cache';

/** Type of a node of the package, by its name, e.g. `privateNumberAxb`. */
export function packageNode(name: string): string {
	return `${packageName}.${name}`;
}

/** Whether a type is that of a node of the package. */
export function isPackageNode(type: string): boolean {
	return type.startsWith(packageNode(''));
}

/** Type of a node that n8n brings with it, by its name, e.g. `webhook`. */
export function n8nNode(name: string): string {
	return `n8n-nodes-base.${name}`;
}
