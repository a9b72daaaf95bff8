import type { INodeProperties } from 'n8n-workflow';

import { connectReply, rejectReply } from '../../platform/pushes/replies';
import * as common from '../shared/bindingFields';
import { end } from '../shared/call';
import * as choices from '../shared/choices';
import type { Resource } from '../shared/operation';
import { replyOperation } from '../shared/reply';

const calleeNum = common.phoneField({
	displayName: 'Connect To',
	name: 'calleeNum',
	required: true,
	placeholder: 'e.g. 139 0000 0002',
	description: 'Number that gets the call (真实被叫号码)',
});

const displayCalleeNum = common.phoneField({
	displayName: 'Number Shown',
	name: 'displayCalleeNum',
	placeholder: 'e.g. 170 0000 0003',
	description:
		'Number that the called phone shows (被叫来显号码). Carriers block every other than the dialled privacy number, which is the default.',
});

const waitVoice = common.toneField({
	displayName: 'Waiting Tone',
	name: 'waitVoice',
	description: 'Tone file that the caller hears instead of ringing (等待音)',
});

const calleeHintVoice = common.toneField({
	displayName: 'Tone for the Callee',
	name: 'calleeHintVoice',
	description: 'Tone file that the called person hears first (被叫提示音)',
});

const closeHintTone = common.toneField({
	displayName: 'Closing Tone',
	name: 'closeHintTone',
	description: 'Tone file that the caller hears before the call ends (挂机提示音)',
});

const wrapInArray: INodeProperties = {
	displayName: 'Wrap in Array',
	name: 'wrapInArray',
	type: 'boolean',
	default: false,
	description:
		'Whether to send the details as a list of one (数组形式), as an older example of Huawei does. Only if the platform does not accept the usual form.',
};

/** Connects a waiting call (接续). Source: X模式呼叫事件通知接口, connectInfo. */
const connect = replyOperation({
	name: 'Connect',
	value: 'connect',
	action: 'Connect waiting call',
	description: 'Connect the call that waits to a number (接续呼叫)',
	fields: [
		calleeNum,
		common.collection('options', [
			displayCalleeNum,
			common.maxDuration,
			waitVoice,
			calleeHintVoice,
			{
				...common.recordFlag,
				description:
					'Whether to record this call (录音). Needs a Recording Notice, and recording switched on for the application.',
			},
			common.recordHintTone,
			common.lastMinVoice,
			common.userData,
			wrapInArray,
		]),
		choices.recordingNotice('options'),
	],
	build: ({ fields }) => {
		const options = fields.collection('options');
		const connection = {
			calleeNum: fields.requiredPhone('calleeNum'),
			displayCalleeNum: options.phone('displayCalleeNum'),
			maxDuration: options.integer('maxDuration'),
			waitVoice: options.text('waitVoice'),
			calleeHintVoice: options.text('calleeHintVoice'),
			recordFlag: options.flag('recordFlag'),
			recordHintTone: options.text('recordHintTone'),
			lastMinVoice: options.text('lastMinVoice'),
			userData: options.any('userData'),
		};
		return connectReply(connection, options.flag('wrapInArray'));
	},
});

/** Ends a waiting call (拒接). Source: X模式呼叫事件通知接口, closeInfo. */
const reject = replyOperation({
	name: 'Reject',
	value: 'reject',
	action: 'Reject waiting call',
	description: 'End the call that waits, if wanted with a tone (拒绝呼叫)',
	fields: [common.collection('options', [closeHintTone, common.userData, wrapInArray])],
	build: ({ fields }) => {
		const options = fields.collection('options');
		const closing = {
			closeHintTone: options.text('closeHintTone'),
			userData: options.any('userData'),
		};
		return rejectReply(closing, options.flag('wrapInArray'));
	},
});

/** Calls in X mode: every one asks the workflow what to do. */
export const callResource: Resource = {
	name: 'Call',
	value: 'call',
	operations: [connect, end, reject],
};
