import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { testSignature } from '../shared/credential';
import { toNodeError } from '../shared/errors';
import { inLanguage } from '../shared/translate';
import { chinese } from './PrivateNumberTrigger.zh';
import { properties as english } from './properties';
import { receive } from './receive';
import { responseMode } from './responseMode';
import { readSettings } from './settings';
import { EVENT_LABELS, OUTPUTS } from './texts';

const properties = inLanguage(english, chinese);

const separate = inLanguage(
	OUTPUTS.map((displayName) => ({ type: 'main', displayName })),
	chinese,
);

/** Labels of the events by their names, for the line below the name of the node. */
const eventLabels = Object.fromEntries(
	Object.entries(EVENT_LABELS).map(([value, { name }]) => [
		value,
		inLanguage({ displayName: name }, chinese).displayName,
	]),
);

/** Starts a workflow on calls, call records, texts and number status; may answer what waits. */
export class PrivateNumberTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Private Number Trigger',
		name: 'privateNumberTrigger',
		icon: { light: 'file:privateNumberTrigger.svg', dark: 'file:privateNumberTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: `={{ $parameter["events"].map((event) => (${JSON.stringify(eventLabels)})[event]).join(", ") }}`,
		description:
			'Starts the workflow when somebody calls or texts a privacy number, when a call is over, and when a number changes its status (隐私保护通话 事件与话单推送)',
		defaults: { name: 'Huawei Private Number Trigger' },
		inputs: [],
		outputs: `={{ $parameter["options"]["separateOutputs"] ? ${JSON.stringify(separate)} : ["main"] }}`,
		credentials: [
			{
				name: 'huaweiPrivateNumberApi',
				required: true,
				testedBy: 'testSignature',
				displayOptions: { hide: { '/options.signatureCheck': ['off'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'private-number',
				...responseMode,
				// Without it n8n answers with a text of its own, or with the workflow's data.
				responseData: 'noData',
			},
		],
		// Shown while the editor listens: real events go to the Production URL, not here.
		eventTriggerDescription:
			'Real calls and texts do not come here: the platform sends them to the Production URL of the published workflow. To try it now, send a sample to the Test URL from the page of the simulator, or pin a sample item and run the workflow.',
		triggerPanel: {
			header: 'Try it with a sample',
			executionsHelp: {
				inactive:
					'<b>While you build</b>, click Execute step, then send a sample to the <b>Test URL</b> from the page of the simulator; or pin a sample item (from the page of events in the documents) and run the workflow.<br /><br /><b>Real calls and texts</b> come once the workflow is published and its <b>Production URL</b> stands in the console. They start executions that you find in the list of executions.',
				active:
					'<b>While you build</b>, click Execute step, then send a sample to the <b>Test URL</b> from the page of the simulator; or pin a sample item (from the page of events in the documents) and run the workflow.<br /><br /><b>Real calls and texts</b> come to the <b>Production URL</b>, once it stands in the console. They start executions that you find in the list of executions.',
			},
			activationHint:
				'Publish the workflow, then paste its Production URL into the console: until then no real call or text comes.',
		},
		activationMessage:
			'The workflow now starts on events of your privacy numbers, once the console sends them to the Production URL. A change in the console works after 10 to 15 minutes.',
		properties,
	};

	methods = { credentialTest: { testSignature } };

	constructor() {
		this.description = inLanguage(this.description, chinese);
	}

	/** The platform's addresses are set by hand in its console: there is nothing to register. */
	webhookMethods = {
		default: {
			/** Refuses to publish options that could not be read later, when an event comes. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				try {
					readSettings(this);
				} catch (error) {
					throw toNodeError(this.getNode(), error, 0, { shown: properties });
				}
				return await Promise.resolve(true);
			},
			create: () => Promise.resolve(true),
			delete: () => Promise.resolve(true),
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
