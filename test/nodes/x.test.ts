import {
	NodeHelpers,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
} from 'n8n-workflow';

import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { PrivateNumberX } from '../../nodes/PrivateNumberX/PrivateNumberX.node';
import { endedCall } from './calls';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { GO_ON, operationsOf, type Parameters } from './operate';
import { answerWith } from './replyDesk';
import { sharedTrigger } from './webhookServer';

const A = '+8613800000021';
const B = '+8613900000002';

const platform = sharedPlatform(() =>
	startPlatform('X', { voiceFiles: ['notice.wav', 'bye.wav', 'wait.wav'] }),
);
const trigger = sharedTrigger({
	respond: 'workflow',
	events: ['callin', 'fee', 'sms'],
	options: { replyDeadline: 60 },
});

const decideBy = (resource: string, operation: string, parameters: Parameters = {}) =>
	answerWith(trigger, platform, { Node: PrivateNumberX, resource, operation, parameters });

/** A call to X that has ended, with its record as the trigger gives it. */
const callX = async () =>
	await endedCall(platform, trigger, { caller: A, called: X1, talkSeconds: 10 });

describe('a call to X', () => {
	test('goes where the workflow connects it, with its data in the record', async () => {
		decideBy('call', 'connect', {
			calleeNum: '139 0000 0002',
			options: { maxDuration: 60, waitVoice: 'wait.wav', userData: { 订单: 17 } },
		});
		const { call, record } = await callX();
		expect(call).toMatchObject({ callee: B, shown: X1 });
		expect(record).toMatchObject({
			mode: 'X',
			callerNumber: A,
			calledNumber: B,
			answered: true,
			talkSeconds: 10,
			userData: { 订单: 17 },
		});
	});

	test.each([false, true])('is understood in either form (as a list: %s)', async (wrapInArray) => {
		decideBy('call', 'connect', { calleeNum: B, options: { wrapInArray } });
		expect((await callX()).call.callee).toBe(B);
	});

	test('may go to a landline', async () => {
		decideBy('call', 'connect', { calleeNum: '0755-28000001' });
		expect((await callX()).call.callee).toBe('+8675528000001');
	});

	test('is recorded where the workflow says so, and the recording is found by its record', async () => {
		decideBy('call', 'connect', {
			calleeNum: B,
			options: { recordFlag: true, recordHintTone: 'notice.wav' },
		});
		const { record } = await callX();
		const download = operationsOf(PrivateNumberX, () => platform);
		const { error, outputs } = await download(
			'recording',
			'download',
			{
				source: 'file',
				fileName: '={{ $json.recording.fileName }}',
				recordDomain: '={{ $json.recording.recordDomain }}',
				binaryPropertyName: 'data',
			},
			{ items: [record ?? {}] },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.mimeType).toBe('audio/wav');
	});

	test('ends where the workflow rejects it, with its data in the record', async () => {
		decideBy('call', 'reject', { options: { closeHintTone: 'bye.wav', userData: '黑名单' } });
		const { record } = await callX();
		expect(record).toMatchObject({
			answered: false,
			calledNumber: X1,
			endReason: { code: 8017 },
			userData: '黑名单',
		});
	});

	test('with a tone that was not approved ends, and its record says why', async () => {
		decideBy('call', 'connect', { calleeNum: B, options: { waitVoice: 'unknown.wav' } });
		expect((await callX()).record).toMatchObject({ answered: false, endReason: { code: 8006 } });
	});

	test('is passed on to the nodes behind the reply', async () => {
		const results = decideBy('call', 'connect', { calleeNum: B });
		await callX();
		expect(results).toHaveLength(1);
		expect(results[0]?.error).toBeUndefined();
		expect(results[0]?.json).toEqual([
			expect.objectContaining({ needsReply: true, callerNumber: A }),
		]);
	});
});

describe('a text to X', () => {
	test('goes where the workflow forwards it', async () => {
		decideBy('sms', 'forward', { called: '139 0000 0002' });
		const message = await platform.simulator.sendSms({ from: A, to: X1, text: '到了' });
		expect(message).toMatchObject({ to: B, deliveredText: '到了', sendResult: 0 });
	});

	test('is dropped where the workflow discards it', async () => {
		decideBy('sms', 'discard');
		const message = await platform.simulator.sendSms({ from: A, to: X1, text: '广告' });
		expect(message).toMatchObject({ sendResult: 6 });
	});
});

describe('a reply that cannot be right is refused, and nothing is answered', () => {
	const waiting = { eventType: 'callin', sessionId: 's1', caller: A, needsReply: true };
	const options = (given: object): Parameters => ({ calleeNum: B, options: given });
	const refused = async (
		resource: string,
		operation: string,
		parameters: Parameters,
		json: object,
	) => {
		const answers: unknown[] = [];
		const result = await operationsOf(PrivateNumberX, () => platform)(
			resource,
			operation,
			parameters,
			{
				...GO_ON,
				mode: 'webhook',
				startType: new PrivateNumberTrigger(),
				startItems: [{ json: { ...json } }],
				onResponse: (answer) => answers.push(answer),
			},
		);
		expect(answers).toEqual([]);
		expect(result.error).toBeUndefined();
		return result.json[0]?.details;
	};

	test.each<[what: string, operation: string, parameters: Parameters, field: string]>([
		['a callee that is none', 'connect', { calleeNum: '110' }, 'calleeNum'],
		['no callee', 'connect', { calleeNum: '={{ "" }}' }, 'calleeNum'],
		[
			'a shown number that is none',
			'connect',
			options({ displayCalleeNum: '1' }),
			'displayCalleeNum',
		],
		['a notice without recording', 'connect', options({ recordHintTone: 'n' }), 'recordHintTone'],
		['recording without a notice', 'connect', options({ recordFlag: true }), 'recordHintTone'],
		['a last-minute tone alone', 'connect', options({ lastMinVoice: 'l.wav' }), 'lastMinVoice'],
		['a call of five days', 'connect', options({ maxDuration: 7200 }), 'maxDuration'],
		['a tone with a long name', 'connect', options({ waitVoice: 'w'.repeat(129) }), 'waitVoice'],
		['long user data', 'connect', options({ userData: '长'.repeat(100) }), 'userData'],
		[
			'a closing tone with a long name',
			'reject',
			options({ closeHintTone: 'b'.repeat(129) }),
			'closeHintTone',
		],
		[
			'long user data of a rejection',
			'reject',
			options({ userData: '长'.repeat(100) }),
			'userData',
		],
	])('%s', async (_, operation, parameters, field) => {
		const details = await refused('call', operation, parameters, waiting);
		expect(details).toEqual({
			field,
			value: expect.anything() as string,
			expected: expect.stringMatching(/\w/) as string,
		});
	});

	test.each<[operation: string, resource: string, parameters: Parameters]>([
		['connect', 'call', { calleeNum: B }],
		['reject', 'call', {}],
		['forward', 'sms', { called: B }],
		['discard', 'sms', {}],
	])('%s, when nobody is waiting', async (operation, resource, parameters) => {
		const over = { ...waiting, needsReply: false };
		expect(await refused(resource, operation, parameters, over)).toEqual({
			code: 'nobodyWaiting',
			remedy: expect.stringContaining('By Workflow') as string,
		});
	});
});

describe('replies are not offered to AI agents', () => {
	const entries = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
		options as INodePropertyOptions[];
	/** Names of the entries of a drop-down that agents do not see. */
	const hidden = (Node: new () => INodeType, name: string): string[] =>
		new Node().description.properties
			.filter((property) => property.name === name)
			.flatMap(entries)
			.filter(({ displayOptions }) => displayOptions?.hide?.['@tool']?.[0] === true)
			.map(({ value }) => String(value));

	test('of the X node', () => {
		expect(hidden(PrivateNumberX, 'operation').sort()).toEqual([
			'connect',
			'discard',
			'forward',
			'reject',
		]);
		expect(hidden(PrivateNumberX, 'resource')).toEqual(['sms']);
	});

	test('and the X node as a tool starts with what an agent can do', () => {
		const { description } = new PrivateNumberX();
		const startOf = (name: string) => {
			const type = { ...description, name };
			const preset = NodeHelpers.getNodeParameters(
				description.properties,
				{},
				true,
				false,
				{ typeVersion: 1 },
				type,
			);
			return { resource: preset?.resource, operation: preset?.operation };
		};
		expect(startOf('privateNumberX')).toEqual({ resource: 'call', operation: 'connect' });
		expect(startOf('privateNumberXTool')).toEqual({ resource: 'call', operation: 'end' });
	});

	test('of the AX node', () => {
		expect(hidden(PrivateNumberAx, 'operation').sort()).toEqual(['discard', 'forward']);
		expect(hidden(PrivateNumberAx, 'resource')).toEqual(['sms']);
	});
});
