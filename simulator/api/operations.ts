import type { ModeName } from '../config/applications';
import { modes } from '../modes';
import { recordingLink, stopCall } from './commonOperations';

/** An operation that was found by method and path. */
export interface FoundOperation {
	id: string;
	/** Absent: an operation of every mode. */
	mode?: ModeName;
}

/** Name of an operation as faults and records spell it: `AXB bind`, `stopCall`. */
export const operationName = ({ id, mode }: FoundOperation): string =>
	mode ? `${mode} ${id}` : id;

const table = new Map<string, FoundOperation>();
const paths = new Set<string>();

const register = (found: FoundOperation, method: string, path: string): void => {
	table.set(`${method} ${path}`, found);
	paths.add(path);
};
for (const [mode, { operations }] of Object.entries(modes)) {
	for (const { id, method, path } of operations)
		register({ id, mode: mode as ModeName }, method, path);
}
for (const { id, method, path } of [recordingLink, stopCall]) register({ id }, method, path);

/** The operation at this address; `unknownMethod` when only the path is known. */
export const findOperation = (
	method: string,
	path: string,
): FoundOperation | 'unknownMethod' | undefined =>
	table.get(`${method} ${path}`) ?? (paths.has(path) ? 'unknownMethod' : undefined);
