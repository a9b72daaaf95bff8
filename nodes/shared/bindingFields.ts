import type { INodeProperties } from 'n8n-workflow';

/** Parts of a field that its place decides. */
type Part = Partial<INodeProperties> &
	Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/** A field for a phone number as people write it. */
export function phoneField(part: Part): INodeProperties {
	return {
		type: 'string',
		default: '',
		placeholder: 'e.g. 138 0000 0001',
		...part,
	};
}

/** A field for a tone file that was uploaded to the console. */
export function toneField(part: Part): INodeProperties {
	return { type: 'string', default: '', placeholder: 'e.g. wait_voice1.wav', ...part };
}

/** A collection of optional fields. */
export function collection(
	name: 'options' | 'updateFields' | 'filters',
	fields: INodeProperties[],
): INodeProperties {
	const [displayName, placeholder] = {
		options: ['Options', 'Add option'],
		updateFields: ['Update Fields', 'Add field'],
		filters: ['Filters', 'Add filter'],
	}[name] as [string, string];
	const sorted = [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
	return { displayName, name, type: 'collection', placeholder, default: {}, options: sorted };
}

/** A field shown only when another one has one of the given values. */
export function shownWhen(
	name: string,
	values: Array<string | boolean>,
	field: INodeProperties,
): INodeProperties {
	return { ...field, displayOptions: { show: { ...field.displayOptions?.show, [name]: values } } };
}

export const subscriptionId: INodeProperties = {
	displayName: 'Binding ID',
	name: 'subscriptionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
	description: 'ID of the binding (绑定ID, subscriptionId), as Create gives it',
};

export const areaCode: INodeProperties = {
	displayName: 'Area Code',
	name: 'areaCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0755',
	description: 'City code of the wanted privacy number (城市码), with its 0',
};

export const areaMatchMode: INodeProperties = {
	displayName: 'Area Match',
	name: 'areaMatchMode',
	type: 'options',
	options: [
		{
			name: 'Strict',
			value: '0',
			description: 'Only a number of this city; refused when none is free (严格匹配)',
		},
		{
			name: 'Loose',
			value: '1',
			description: 'A number of the same province, else any number of the application (非严格匹配)',
		},
	],
	default: '0',
	description: 'What to do when no number of the area is free (匹配模式)',
};

export const recordFlag: INodeProperties = {
	displayName: 'Record Calls',
	name: 'recordFlag',
	type: 'boolean',
	default: false,
	description:
		'Whether every call of this binding is recorded (录音). Needs a Recording Notice, and recording switched on for the application.',
};

export const recordHintTone: INodeProperties = toneField({
	displayName: 'Recording Notice',
	name: 'recordHintTone',
	description:
		'Tone file that announces the recording (录音提示音). Carriers block recorded calls without it.',
});

export const maxDuration: INodeProperties = {
	displayName: 'Longest Call (Minutes)',
	name: 'maxDuration',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1440 },
	default: 0,
	description:
		'After how many minutes a call is ended (最大通话时长), 0 for no limit, at most 1440',
};

export const lastMinVoice: INodeProperties = toneField({
	displayName: 'Last Minute Tone',
	name: 'lastMinVoice',
	description:
		'Tone file played one minute before the longest call ends (最后一分钟放音). Needs Longest Call.',
});

export const privateSms: INodeProperties = {
	displayName: 'Allow SMS',
	name: 'privateSms',
	type: 'boolean',
	default: true,
	description: 'Whether both people may text each other through the privacy number (是否支持短信)',
};

export const callerHintTone: INodeProperties = toneField({
	displayName: 'Waiting Tone for A',
	name: 'callerHintTone',
	description: "Tone file that A hears while waiting (通话前等待音), instead of B's ring-back tone",
});

export const calleeHintTone: INodeProperties = toneField({
	displayName: 'Waiting Tone for B',
	name: 'calleeHintTone',
	description: "Tone file that B hears while waiting (通话前等待音), instead of A's ring-back tone",
});

export const userData: INodeProperties = {
	displayName: 'User Data',
	name: 'userData',
	type: 'string',
	default: '',
	placeholder: 'e.g. order 20260101-17',
	description:
		'Your own data, such as an order number (用户附属信息). Comes back in every event, call record and text. Any text or JSON; at most 256 characters, Chinese counts four.',
};

export const onConflict: INodeProperties = {
	displayName: 'On Conflict',
	name: 'onConflict',
	type: 'options',
	options: [
		{ name: 'Stop With an Error', value: 'error', description: 'The item is refused (报错)' },
		{
			name: 'Use Existing Binding',
			value: 'useExisting',
			description:
				'If the same numbers are bound already, that binding is the result (沿用已有绑定)',
		},
	],
	default: 'error',
	description: 'What to do when the same binding exists already (绑定关系已存在)',
};

export const ignoreNotFound: INodeProperties = {
	displayName: 'Ignore Not Found',
	name: 'ignoreNotFound',
	type: 'boolean',
	default: true,
	description: 'Whether a binding that is gone already counts as deleted (忽略不存在)',
};

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
};
