import { ask } from '../../playground/n8n/ask';
import { itemsOf } from '../../playground/n8n/types';
import type { Playground, PlaygroundOptions } from '../../playground/playground';
import { filesBelow } from './files';
import { sharedPlayground } from './shared';
import {
	allExecutions,
	allLogs,
	countExecutions,
	examples,
	newApplication,
	nextExecution,
} from './user';
import type { RecordedCall } from './user';
import { readWav } from './wav';

/** An n8n in which the main examples are in use. */
export interface ExamplesInUse {
	application: ReturnType<typeof newApplication>;
	playground: Playground;
	/** What all processes had printed once they were up. */
	logOfStart: () => string;
}

/** Starts an n8n with the main examples for the tests of a file. */
export function sharedExamples(options: Pick<PlaygroundOptions, 'isQueue'> = {}): ExamplesInUse {
	const application = newApplication();
	const playground = sharedPlayground({
		...options,
		simulator: { applications: [application], speed: 20 },
		environment: { N8N_LOG_FORMAT: 'json' },
	});
	let logOfStart = '';
	beforeAll(() => {
		logOfStart = allLogs(playground);
	});
	return { application, playground, logOfStart: () => logOfStart };
}

/** The recording of a call of seven seconds came whole: on disk, and with the item. */
export async function expectWhole(
	{ api }: Playground,
	{ item, original, saved }: RecordedCall,
): Promise<void> {
	expect(saved.equals(original)).toBe(true);
	expect(readWav(saved)).toMatchObject({ channels: 1, seconds: 7, isAudible: true });
	const carried = await api.binary(item?.binary?.data?.id ?? '');
	expect(carried.equals(original)).toBe(true);
}

/** The platform pushes the call record of the one call again. */
export async function expectSavedOnce(playground: Playground): Promise<void> {
	const known = await countExecutions(playground, examples.recordings);
	const files = filesBelow(playground.n8n.filesFolder);
	const { url, headers, body } = await playground.simulator.waitForPush(
		({ event }) => event === 'fee',
	);
	const answer = await ask(url, { method: 'POST', headers, body });

	expect(answer.status).toBe(200);
	const execution = await nextExecution(playground, examples.recordings, known);
	expect(execution.status).toBe('success');
	expect(itemsOf(execution, 'Call Record with File')).toHaveLength(1);
	expect(files).toHaveLength(1);
	expect(filesBelow(playground.n8n.filesFolder)).toEqual(files);
}

/** What must stand in no log, execution or file of n8n. */
export const secretsOf = ({ appSecret }: ExamplesInUse['application']): string[] => [
	appSecret,
	'PasswordDigest',
];

/** Neither the secret nor a signature stands in a log or in an execution. */
export async function expectNoSecret({ application, playground }: ExamplesInUse): Promise<void> {
	const shown = [allLogs(playground), ...(await allExecutions(playground))];
	expect(shown.length).toBeGreaterThan(3);
	for (const text of shown) {
		for (const secret of secretsOf(application)) expect(text).not.toContain(secret);
	}
}
