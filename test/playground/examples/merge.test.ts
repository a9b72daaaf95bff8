import { merge } from '../../../playground/examples/merge';
import { readTemplate, settle } from '../../../playground/examples/templates';
import type { Settings } from '../../../playground/examples/templates';
import type { WorkflowNode } from '../../../playground/n8n/types';

/** The example of missed calls as the playground makes it. */
async function example(settings: Settings, credentialId = 'one'): Promise<WorkflowNode[]> {
	const credential = { id: credentialId, name: 'Ride Hailing AXB' };
	const template = await readTemplate('missed-call-to-robot');
	return settle(template, { credential, filesFolder: '/files', settings }).nodes;
}

const earlier = { robotAddress: 'http://127.0.0.1:8089/robots/wecom' };
const later = { robotAddress: 'http://127.0.0.1:9000/robots/wecom' };

const named = (nodes: WorkflowNode[], name: string): WorkflowNode => {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`There is no step ${name}.`);
	return found;
};

/** What stands in its step Settings. */
function settingsIn(nodes: WorkflowNode[]): Record<string, unknown> {
	const { assignments } = named(nodes, 'Settings').parameters as {
		assignments: { assignments: { name: string; value: unknown }[] };
	};
	return Object.fromEntries(
		assignments.assignments.map(({ name, value }) => [name.replace('settings.', ''), value]),
	);
}

function write(nodes: WorkflowNode[], setting: string, value: string): void {
	const { assignments } = named(nodes, 'Settings').parameters as {
		assignments: { assignments: { name: string; value: unknown }[] };
	};
	const field = assignments.assignments.find(({ name }) => name === `settings.${setting}`);
	if (field) field.value = value;
}

describe('an example whose surroundings have changed', () => {
	it('gets the new address of the simulator, and keeps what its user has changed', async () => {
		const [before, theirs, now] = [
			await example(earlier),
			await example(earlier),
			await example(later, 'two'),
		];
		write(theirs, 'language', 'en');
		named(theirs, 'Write Message').parameters.jsCode = 'return [];';
		named(theirs, 'Settings').position = [1, 2];
		const added = { ...named(theirs, 'Write Message'), id: 'own', name: 'My own' };
		const merged = merge(before, [...theirs, added], now);
		expect(settingsIn(merged)).toMatchObject({ ...later, language: 'en' });
		expect(named(merged, 'Write Message').parameters.jsCode).toBe('return [];');
		expect(named(merged, 'Settings').position).toEqual([1, 2]);
		expect(named(merged, 'My own')).toEqual(added);
		expect(named(merged, 'Call Is Over').credentials).toMatchObject({
			huaweiPrivateNumberApi: { id: 'two' },
		});
	});

	it('keeps an address and a credential that its user has chosen himself, and misses no step that is gone', async () => {
		const [before, now] = [await example(earlier), await example(later, 'two')];
		const theirs = (await example(earlier, 'own')).filter(({ name }) => name !== 'Write Message');
		write(theirs, 'robotAddress', 'https://qyapi.example/robot');
		const merged = merge(before, theirs, now);
		expect(settingsIn(merged).robotAddress).toBe('https://qyapi.example/robot');
		expect(named(merged, 'Call Is Over').credentials).toMatchObject({
			huaweiPrivateNumberApi: { id: 'own' },
		});
		expect(merged.map(({ name }) => name)).toEqual(theirs.map(({ name }) => name));
	});

	it('takes everything that is new where its user has changed nothing', async () => {
		const now = await example(later, 'two');
		expect(merge(await example(earlier), await example(earlier), now)).toEqual(now);
	});

	it('has no parameter again that its user has taken away', () => {
		const before = { a: 1, b: { c: 1, d: 1 } };
		expect(merge(before, { b: { c: 1 } }, { a: 2, b: { c: 2, d: 2 }, e: 2 })).toEqual({
			b: { c: 2 },
			e: 2,
		});
	});
});
