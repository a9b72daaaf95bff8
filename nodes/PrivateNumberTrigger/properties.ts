import type { INodeProperties } from 'n8n-workflow';

import { KIND_ROWS } from '../../platform/pushes/kinds';
import { CHOSEN_EVENTS, EVENT_LABELS } from './texts';

const notice: INodeProperties = {
	displayName:
		'Paste the Production URL into the console (应用管理 → 应用详情): 呼叫状态接收地址, 呼叫话单接收地址, 短信通知地址, 短信控制地址 and X号码状态接收地址 may all be this one URL. The console needs 10 to 15 minutes until a change works. An application has one URL of each kind: to feed several workflows, let this one call them with Execute Sub-workflow (分发).',
	name: 'consoleNotice',
	type: 'notice',
	default: '',
};

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: CHOSEN_EVENTS.map((value) => ({ value, ...EVENT_LABELS[value] })).sort((one, two) =>
		one.name.localeCompare(two.name, 'en'),
	),
	default: [...KIND_ROWS.flatMap(({ usual }) => usual)],
	required: true,
	description:
		'What starts the workflow (事件). The numbers of call events after Call In are not the real ones: take them from the call record.',
};

const respond: INodeProperties = {
	displayName: 'Respond',
	name: 'respond',
	type: 'options',
	options: [
		{
			name: 'Immediately',
			value: 'immediately',
			description: 'The platform is told "received" as soon as n8n has stored the execution',
		},
		{
			name: 'After Success',
			value: 'afterSuccess',
			description:
				'The platform is told "received" only when the workflow has succeeded; otherwise it sends the event again, up to 6 times in 5 hours, so that nothing is lost',
		},
		{
			name: 'By Workflow',
			value: 'workflow',
			description:
				'The workflow decides about waiting calls (X mode) and texts (AX and X mode), with the operations Connect, Reject, Forward and Discard',
		},
	],
	default: 'immediately',
	description: 'When and how the platform gets its answer (响应方式)',
};

const workflowNotice: INodeProperties = {
	displayName:
		'In this setting, plain notifications are answered before n8n has stored them. For call records, use a second workflow whose trigger responds Immediately or After Success, and paste its URL into 呼叫话单接收地址.',
	name: 'workflowNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { respond: ['workflow'] } },
};

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: { binaryData: true },
	options: [
		{
			displayName: 'Allow Reused Signatures',
			name: 'allowReusedSignatures',
			type: 'boolean',
			default: false,
			description:
				'Whether to accept a signature that has come with another body before (允许签名重复使用). The platform makes a new one for each event; a gateway in between may not.',
		},
		{
			displayName: 'Answer Deadline (Seconds)',
			name: 'ackDeadline',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { '/respond': ['afterSuccess'] } },
			default: 30,
			description:
				'How long the platform waits for the workflow before it is told to send the event again (确认时限). The workflow may then run twice: write to a table with the field eventId as the key (Data Table → Upsert).',
		},
		{
			// For n8n, not for people: with it n8n leaves the body to the trigger, which would read it
			// anyhow. Its bytes tell one push from another, keep every digit of an ID, and show a push
			// that is far too large before anything is built from it.
			displayName: 'Body for the Trigger to Read',
			name: 'binaryData',
			type: 'hidden',
			default: true,
		},
		{
			displayName: 'Default Destination',
			name: 'defaultDestination',
			type: 'string',
			default: '',
			placeholder: 'e.g. 138 0000 0001',
			description:
				'Where waiting calls and texts go when no workflow answers (默认去向). Empty: calls are rejected, texts are discarded. A landline gets the calls only.',
		},
		{
			displayName: 'Mask Numbers',
			name: 'maskNumbers',
			type: 'boolean',
			default: false,
			description:
				'Whether to hide the middle digits of phone numbers in the output, in texts too (号码脱敏). In IDs a digest takes their place, so an ID that holds a number no longer names the binding or recording. The field sessionId stays whole: End Call needs it.',
		},
		{
			displayName: 'Max Call Age (Seconds)',
			name: 'maxBlockAge',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description:
				'A waiting call older than this, or asked about again, is never connected (呼叫请求有效期): its caller has hung up long ago',
		},
		{
			displayName: 'Max Signature Age (Minutes)',
			name: 'maxSignatureAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1440,
			description:
				'How old a signature may be (签名有效期), 0 for any age. The platform repeats events for 5 hours.',
		},
		{
			displayName: 'Privacy Numbers (X)',
			name: 'privateNumbers',
			type: 'string',
			default: '',
			placeholder: 'e.g. 170 0000 0003, 170 0000 0004',
			description:
				'Only calls, texts and status of these privacy numbers (隐私号码X), separated by commas. An event whose number is not known passes.',
		},
		{
			displayName: 'Reply Deadline (Seconds)',
			name: 'replyDeadline',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { '/respond': ['workflow'] } },
			default: 4,
			description:
				'When a waiting caller gets the default answer if the workflow has given none (应答时限)',
		},
		{
			displayName: 'Separate Outputs',
			name: 'separateOutputs',
			type: 'boolean',
			default: false,
			description:
				'Whether calls, call records, texts and number status each have an output of their own (分路输出)',
		},
		{
			displayName: 'Signature Check',
			name: 'signatureCheck',
			type: 'options',
			options: [
				{ name: 'Required', value: 'required', description: 'Only signed events (必须校验)' },
				{
					name: 'When Present',
					value: 'whenPresent',
					description: 'Unsigned events pass, wrongly signed ones do not',
				},
				{ name: 'Off', value: 'off', description: 'Anybody who knows the URL can send events' },
			],
			default: 'required',
			description: 'Whether an event must be signed with the app key and secret (签名校验)',
		},
	],
};

/** What the editor shows of the trigger. */
export const properties: INodeProperties[] = [
	notice,
	events,
	respond,
	workflowNotice,
	simplify,
	options,
];
