import type { INodeProperties } from 'n8n-workflow';

/** A sentence that stands among the fields. */
function notice(
	name: string,
	displayName: string,
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'notice',
		default: '',
		...(displayOptions && { displayOptions }),
	};
}

const isThere = [{ _cnd: { exists: true as const } }];

/** A collection whose fields a notice is about. */
type Collection = 'options' | 'updateFields';

/** Warns of a choice after which carriers block the calls. */
export function realCallerNotice(
	collection: Collection,
	field: 'calleeNumDisplay' | 'displayNumMode',
): INodeProperties {
	return notice(
		'realCallerNotice',
		'Carriers block calls that show the number of the caller. Choose it only if Huawei has opened it for this application.',
		{ show: { [`/${collection}.${field}`]: ['1'] } },
	);
}

/** Warns of recording without the announcement that carriers want. */
export function recordingNotice(collection: Collection): INodeProperties {
	return notice(
		'recordingNotice',
		'Carriers block recorded calls that carry no announcement: add Recording Notice (录音提示音).',
		{
			show: { [`/${collection}.recordFlag`]: [true] },
			hide: { [`/${collection}.recordHintTone`]: isThere },
		},
	);
}

/** Says where the announcement comes from that an update cannot change. */
export const recordingNoticeOfUpdate: INodeProperties = notice(
	'recordingNotice',
	'Carriers block recorded calls that carry no announcement. It can be given only when the binding is created.',
	{ show: { '/updateFields.recordFlag': [true] } },
);

/** Warns of what takes the place of the call-back tone. */
export function callbackNotice(collection: Collection, displayName: string): INodeProperties {
	return notice('callbackNotice', displayName, {
		show: {
			[`/${collection}.callbackTone`]: isThere,
			[`/${collection}.callbackNum`]: isThere,
		},
	});
}

/** Stands before a click that removes many bindings. */
export const deleteAllNotice: INodeProperties = notice(
	'deleteAllNotice',
	'This removes every binding of the privacy number at once, up to 5000, and cannot be taken back. To remove one pair, identify it by Binding ID.',
	{ show: { identifyBy: ['privateNumber'] } },
);

/** Stands on top of a node whose mode nobody can apply for any more. */
export function closedModeNotice(mode: 'AXYB' | 'X'): INodeProperties {
	return notice(
		'closedModeNotice',
		`Huawei takes no new applications for the ${mode} mode (暂不支持申请). This node is for those who have one.`,
	);
}
