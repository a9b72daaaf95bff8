import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import type { N8nApi } from '../n8n/api';
import type { StoredWorkflow, WorkflowDocument } from '../n8n/types';
import { merge } from './merge';
import { readTemplate, settle } from './templates';
import type { Surroundings } from './templates';

/** What the playground notes in an example that it imports. */
interface Note {
	/** Digest of the template. */
	template: string;
	/** What it was settled with. */
	surroundings: Surroundings;
}

/**
 * Imports and publishes a template in its surroundings. An earlier import stays as its user has left it,
 * changed, switched off or archived; where the surroundings have changed since, such as the address of
 * the simulator, only that is written into it. When the template has changed, it takes the place.
 */
export async function ensureExample(
	api: N8nApi,
	id: string,
	surroundings: Surroundings,
): Promise<StoredWorkflow> {
	const template = await readTemplate(id);
	const note = noteOf(template, surroundings);
	const wanted = settle(template, surroundings);
	const found = await api.workflow(id);
	const left = found?.meta?.playground as Note | undefined;
	if (found?.isArchived || (found && isDeepStrictEqual(left, note))) return found;

	const isSame = left?.template === note.template;
	const stored = !found
		? await api.createWorkflow({ ...wanted, id })
		: await api.updateWorkflow(
				id,
				isSame
					? { nodes: merge(settle(template, left.surroundings).nodes, found.nodes, wanted.nodes) }
					: wanted,
			);
	// An import that was interrupted has left no note, and may not have been published.
	if (!left || (found?.active && !(isSame && hasDraft(found)))) {
		await api.activate(id, stored.versionId);
	}
	return await api.updateWorkflow(id, { meta: { ...found?.meta, playground: note } });
}

/** Whether its user has changes in it that he has not published. */
function hasDraft({ activeVersionId, versionId }: StoredWorkflow): boolean {
	return Boolean(activeVersionId) && activeVersionId !== versionId;
}

/** The note as n8n gives it back; of credentials it tells no more than which they are. */
function noteOf(template: WorkflowDocument, { credential, others, ...rest }: Surroundings): Note {
	const chosen = ({ id, name }: Surroundings['credential']) => ({ id, name });
	const surroundings: Surroundings = {
		...rest,
		credential: chosen(credential),
		...(others && {
			others: Object.fromEntries(
				Object.entries(others).map(([type, other]) => [type, chosen(other)]),
			),
		}),
	};
	const digest = createHash('sha256').update(JSON.stringify(template)).digest('hex');
	return JSON.parse(JSON.stringify({ template: digest, surroundings })) as Note;
}
