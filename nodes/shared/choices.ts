import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** How the privacy number of a new binding is chosen. */
export function chooseNumberBy(
	byNumber: string,
	others: INodePropertyOptions[] = [],
): INodeProperties {
	return {
		displayName: 'Choose Privacy Number By',
		name: 'chooseNumberBy',
		type: 'options',
		options: [
			{ name: 'Number', value: 'number', description: byNumber },
			{ name: 'Area', value: 'area', description: 'The platform picks a free number of a city' },
			...others,
		],
		default: 'number',
		description: 'How the privacy number is chosen (选号方式)',
	};
}

/** Which of the two sides may call. */
export function callDirection(choices: {
	both: string;
	a: string;
	other: { name: string; description: string };
}): INodeProperties {
	return {
		displayName: 'Who May Call',
		name: 'callDirection',
		type: 'options',
		options: [
			{ name: 'Both', value: 0, description: choices.both },
			{ name: 'Only A', value: 1, description: choices.a },
			{ ...choices.other, value: 2 },
		],
		default: 0,
		description: 'Which side may call the privacy number (呼叫方向)',
	};
}

/** Which number A's phone shows. */
export function numberShown(name: 'calleeNumDisplay' | 'displayNumMode'): INodeProperties {
	return {
		displayName: 'Number Shown to A',
		name,
		type: 'options',
		options: [
			{ name: 'Privacy Number', value: '0', description: 'A sees X (显示隐私号码)' },
			{
				name: 'Number of the Caller',
				value: '1',
				description: 'A sees who calls (显示真实主叫号码). Carriers block such calls.',
			},
		],
		default: '0',
		description: 'Which number the phone of A shows when somebody calls X (来显号码)',
	};
}

/** Warns of a choice after which carriers block the calls. */
export function realCallerNotice(
	collection: 'options' | 'updateFields',
	field: 'calleeNumDisplay' | 'displayNumMode',
): INodeProperties {
	return {
		displayName:
			'Carriers block calls that show the number of the caller. Choose it only if Huawei has opened it for this application.',
		name: 'realCallerNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { [`/${collection}.${field}`]: ['1'] } },
	};
}

/** Warns of recording without the announcement that carriers want. */
export function recordingNotice(collection: 'options' | 'updateFields'): INodeProperties {
	return {
		displayName:
			'Carriers block recorded calls that carry no announcement: add Recording Notice (录音提示音).',
		name: 'recordingNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: { [`/${collection}.recordFlag`]: [true] },
			hide: { [`/${collection}.recordHintTone`]: [{ _cnd: { exists: true } }] },
		},
	};
}

/** Says where the announcement comes from that an update cannot change. */
export const recordingNoticeOfUpdate: INodeProperties = {
	displayName:
		'Carriers block recorded calls that carry no announcement. It can be given only when the binding is created.',
	name: 'recordingNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '/updateFields.recordFlag': [true] } },
};
