import type { INodeProperties } from 'n8n-workflow';

import { checkDistinct } from '../../platform/modes/binding';
import { connectReply, rejectReply } from '../../platform/pushes/replies';
import * as common from '../shared/bindingFields';
import { end } from '../shared/call';
import { recordingNotice } from '../shared/notices';
import type { Resource } from '../shared/operation';
import { replyOperation } from '../shared/reply';
import { settingFields } from '../shared/settingFields';
import { settingsIn } from '../shared/values';

const calleeNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Connect To',
		placeholder: 'e.g. 139 0000 0002',
		description: 'Number that gets the call (真实被叫号码)',
	}),
	name: 'calleeNum',
	required: true,
};

const displayCalleeNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Number Shown',
		placeholder: 'e.g. 170 0000 0003',
		description:
			'Number that the called phone shows (被叫来显号码). Carriers block every other than the dialled privacy number, which is the default.',
	}),
	name: 'displayCalleeNum',
};

const waitVoice: INodeProperties = {
	...common.toneField({
		displayName: 'Waiting Tone',
		description: 'Tone file that the caller hears instead of ringing (等待音)',
	}),
	name: 'waitVoice',
};

const calleeHintVoice: INodeProperties = {
	...common.toneField({
		displayName: 'Tone for the Callee',
		description: 'Tone file that the called person hears first (被叫提示音)',
	}),
	name: 'calleeHintVoice',
};

const closeHintTone: INodeProperties = {
	...common.toneField({
		displayName: 'Closing Tone',
		description: 'Tone file that the caller hears before the call ends (挂机提示音)',
	}),
	name: 'closeHintTone',
};

const wrapInArray: INodeProperties = {
	displayName: 'Wrap in Array',
	name: 'wrapInArray',
	type: 'boolean',
	default: false,
	description:
		'Whether to send the details as a list of one (数组形式), as an older example of Huawei does. Only if the platform does not accept the usual form.',
};

/** Settings of a call that those of a binding are in other modes. */
const SETTINGS = [
	'userData',
	'maxDuration',
	'lastMinVoice',
	'recordFlag',
	'recordHintTone',
] as const;

/** Connects a waiting call (接续). Source: X模式呼叫事件通知接口, connectInfo. */
const connect = replyOperation({
	name: 'Connect',
	value: 'connect',
	answers: 'call',
	action: 'Connect waiting call',
	description: 'Connect the call that waits to a number (接续呼叫)',
	fields: [
		calleeNum,
		common.collection('options', [
			displayCalleeNum,
			waitVoice,
			calleeHintVoice,
			...settingFields(SETTINGS, {
				recordFlag: {
					description:
						'Whether to record this call (录音). Needs a Recording Notice, and recording switched on for the application.',
				},
			}),
			wrapInArray,
		]),
		recordingNotice('options'),
	],
	build: ({ fields }, { callerNumber, privateNumber }) => {
		const options = fields.collection('options');
		const calleeNum = fields.requiredPhone('calleeNum');
		checkDistinct({ privateNumber, calleeNum });
		checkDistinct({ callerNumber, calleeNum });
		const connection = {
			calleeNum,
			displayCalleeNum: options.phone('displayCalleeNum'),
			waitVoice: options.text('waitVoice'),
			calleeHintVoice: options.text('calleeHintVoice'),
			...settingsIn(options, SETTINGS),
		};
		return connectReply(connection, options.flag('wrapInArray'));
	},
});

/** Ends a waiting call (拒接). Source: X模式呼叫事件通知接口, closeInfo. */
const reject = replyOperation({
	name: 'Reject',
	value: 'reject',
	answers: 'call',
	action: 'Reject waiting call',
	description: 'End the call that waits, if wanted with a tone (拒绝呼叫)',
	fields: [
		common.collection('options', [closeHintTone, ...settingFields(['userData']), wrapInArray]),
	],
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
