import { leadsOf } from '../../playground/examples/leads';
import { everyExample } from '../../playground/examples/sets';
import { playgroundApplications } from '../../simulator/defaults';
import type { StoredWorkflow } from '../../playground/n8n/types';

const workflow = (id: string, active = true): StoredWorkflow => ({
	id,
	name: `Name of ${id}`,
	active,
	versionId: '1',
	nodes: [],
	connections: {},
});

describe('what the page of the playground leads to', () => {
	const workflows = everyExample.map(({ id }) => workflow(id, id !== 'call-records-to-table'));
	const webhooks = { 'order-to-bind': ['http://127.0.0.1:1/webhook/order'] };
	const leads = leadsOf(
		{ workflows, webhooks },
		'http://127.0.0.1:1',
		playgroundApplications,
		everyExample,
	);

	it('is each published example that an order, a call or an SMS starts', () => {
		expect(leads.map(({ does, number, url, link }) => [does, number ?? url, link])).toEqual([
			['order', 'http://127.0.0.1:1/webhook/order', 'http://127.0.0.1:1/workflow/order-to-bind'],
			['dial', '+8613800006666', 'http://127.0.0.1:1/workflow/call-record-recording-to-file'],
			['dial', '+8613800006666', 'http://127.0.0.1:1/workflow/missed-call-to-robot'],
			['text', '+8613800006611', 'http://127.0.0.1:1/workflow/ax-sms-moderation'],
			['dial', '+8613800006641', 'http://127.0.0.1:1/workflow/x-call-routing'],
		]);
		expect(leads[0]?.starts).toBe('Name of order-to-bind');
	});
});
