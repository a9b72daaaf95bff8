import type { GuideEntry, SimulatorApplication } from '../../simulator';
import type { StoredWorkflow } from '../n8n/types';
import type { Example } from './sets';

/** What somebody does on the simulator's page to start an example; undefined where nothing there does. */
function actionOf({ pushes = [] }: Pick<Example, 'pushes'>): 'dial' | 'text' | undefined {
	if (pushes.includes('callRecord') || pushes.includes('callEvent')) return 'dial';
	return pushes.includes('sms') || pushes.includes('smsControl') ? 'text' : undefined;
}

/** Examples that are in n8n, and the addresses of their webhooks by their ID. */
interface Placed {
	workflows: readonly StoredWorkflow[];
	webhooks: Readonly<Record<string, string[]>>;
}

/** Lines of the page's guide: what to do there, and which example starts then. */
export function leadsOf(
	{ workflows, webhooks }: Placed,
	editor: string,
	applications: readonly SimulatorApplication[],
	examples: readonly Example[],
): GuideEntry[] {
	const leads: GuideEntry[] = [];
	const add = (id: string, lead: Pick<GuideEntry, 'does' | 'number' | 'url'>): void => {
		const workflow = workflows.find((one) => one.id === id);
		if (!workflow?.active) return;
		leads.push({ ...lead, starts: workflow.name, link: `${editor}/workflow/${workflow.id}` });
	};
	for (const example of examples) {
		const [orders] = webhooks[example.id] ?? [];
		if (example.id === 'order-to-bind' && orders) add(example.id, { does: 'order', url: orders });
		const does = actionOf(example);
		const number = applications.find(({ mode }) => mode === example.mode)?.numbers[0]?.number;
		if (!does || number === undefined) continue;
		// One that passes pushes on is not what somebody wants to see: those it feeds are.
		const fed = example.feeds?.callRecords ?? [];
		for (const id of fed.length > 0 ? fed : [example.id]) add(id, { does, number });
	}
	return leads;
}
