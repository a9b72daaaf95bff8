import type { InterfaceName } from './interfaces';
import type { Text } from './text';

/** What is said otherwise than in the table of result codes. */
export interface Otherwise {
	message?: Text;
	remedy?: Text;
}

const NOT_YOURS: Otherwise = {
	message: {
		en: 'This application has no such privacy number (X), or it is frozen',
		zh: '这个应用没有这个隐私号（X），或它已被冻结',
	},
	remedy: {
		en: 'Compare Privacy Number (X) with the numbers that were ordered for this application (console, 号码管理), or choose the number by Area. A number of another application cannot be used here.',
		zh: '请把“隐私号（X）”与控制台“号码管理”中这个应用的号码核对，或改为按城市选号。别的应用的号码在这里不能使用。',
	},
};

const NO_NUMBER_OF_AREA: Otherwise = {
	remedy: {
		en: 'The city of Area Code may have no free number: set Area Match to Loose, choose another city, unbind what is no longer needed, or order more numbers.',
		zh: '这个城市可能没有空闲号码：请把“匹配模式”设为“非严格匹配”、换一个城市、解绑不再使用的绑定，或订购更多号码。',
	},
};

const NO_BINDING_OF_ID: Otherwise = {
	message: { en: 'There is no such binding', zh: '没有这条绑定' },
	remedy: {
		en: 'Take Binding ID from the output of Create (subscriptionId). The binding may be unbound or ended already, or belong to another application.',
		zh: '“绑定 ID”请取自绑定成功时的输出（subscriptionId）。绑定可能已解绑、已到期，或属于别的应用。',
	},
};

const NO_BINDING_OF_KEY: Otherwise = {
	message: { en: 'There is no such binding', zh: '没有这条绑定' },
	remedy: {
		en: 'Check Binding ID (subscriptionId in the output of Create) or the privacy number. The binding may be unbound already, or belong to another application.',
		zh: '请检查“绑定 ID”（绑定成功时输出的 subscriptionId）或隐私号。绑定可能已解绑，或属于别的应用。',
	},
};

const NO_EXTENSION: Otherwise = {
	message: { en: 'There is no such binding', zh: '没有这条绑定' },
	remedy: {
		en: 'Check Binding ID, or Privacy Number (X) and Extension (E) with its zeros. The binding may be unbound or ended already, or belong to another application.',
		zh: '请检查“绑定 ID”，或隐私号和分机号（分机号前面的 0 也要写）。绑定可能已解绑、已到期，或属于别的应用。',
	},
};

/** The number of a binding that is looked for is not there, whichever of the two names it. */
const NO_NUMBER_OF_KEY: Otherwise = {
	message: {
		en: 'This application has no such binding, or no such privacy number (X)',
		zh: '这个应用没有这条绑定，或没有这个隐私号（X）',
	},
	remedy: {
		en: 'Check Binding ID (subscriptionId in the output of Create), or compare the privacy number with those of this application in the console (号码管理): it may be frozen, or nothing is bound on it.',
		zh: '请检查“绑定 ID”（绑定成功时输出的 subscriptionId），或把隐私号与控制台“号码管理”中这个应用的号码核对：号码可能已被冻结，或者它没有绑定。',
	},
};

const NO_NUMBER_OF_EXTENSION: Otherwise = {
	message: NO_NUMBER_OF_KEY.message,
	remedy: {
		en: 'Check Binding ID, or Privacy Number (X) and Extension (E) with its zeros: the number must be one of this application in the console (号码管理), and may be frozen.',
		zh: '请检查“绑定 ID”，或隐私号和分机号（分机号前面的 0 也要写）：隐私号必须是控制台“号码管理”中这个应用的号码，它也可能已被冻结。',
	},
};

const NO_BINDINGS_OF_X: Otherwise = {
	message: {
		en: 'This application has no such privacy number, or no binding of it',
		zh: '这个应用没有这个隐私号，或者它没有绑定',
	},
	remedy: {
		en: 'Compare Privacy Number (X) with the numbers of this application in the console (号码管理). If it is one of them, nothing is bound on it.',
		zh: '请把“隐私号（X）”与控制台“号码管理”中这个应用的号码核对。如果号码没错，说明它没有绑定。',
	},
};

const NO_PEER: Otherwise = {
	message: { en: 'There is no such binding or peer', zh: '没有这条绑定，或它没有这个对端' },
	remedy: {
		en: 'Check Binding ID, and Y or Number B: the peer may be removed or ended already. Get tells the peers of a binding.',
		zh: '请检查“绑定 ID”以及隐私号（Y）或 B 号码：对端可能已移除或已到期。用“查询”可以看到一条绑定的对端。',
	},
};

const PAIR_TAKEN: Otherwise = {
	message: {
		en: 'Number A or B is bound on this privacy number (X) already',
		zh: 'A 号码或 B 号码在这个隐私号（X）上已有绑定',
	},
	remedy: {
		en: 'On one privacy number each person can be bound once: use another privacy number for this pair, or unbind the other pair first.',
		zh: '一个号码在同一个隐私号上只能绑定一次：请给这一对换一个隐私号，或先解绑另一对。',
	},
};

const EXTENSION_TAKEN: Otherwise = {
	message: {
		en: 'The person or the extension is bound on this privacy number (X) already',
		zh: '这个人或这个分机号在隐私号（X）上已有绑定',
	},
	remedy: {
		en: 'Each person has one extension on a privacy number: use another privacy number, or unbind that extension first. A taken extension: choose another one, or leave it empty.',
		zh: '一个人在同一个隐私号上只能有一个分机号：请换一个隐私号，或先解绑原来的分机号。分机号被占用时：请换一个，或留空。',
	},
};

const NO_SHOWN_CALLER: Otherwise = {
	remedy: {
		en: 'Set Number Shown to A to Privacy Number, or ask Huawei Cloud support for permission.',
		zh: '请把“A 的来显号码”设为“隐私号”，或向华为云技术支持申请权限。',
	},
};

const NO_RECORDING_HERE: Otherwise = {
	remedy: {
		en: 'Switch Record Calls off here, or switch recording on for the application in the console (是否开通录音; it takes 10 to 15 minutes).',
		zh: '请在这里关闭“录音”，或在控制台为应用开通录音（是否开通录音，10 到 15 分钟后生效）。',
	},
};

/** What a number that is not in order means where a new binding is wanted. */
const UNUSABLE: Otherwise = {
	remedy: {
		en: 'Use another privacy number. This one may be on a blacklist after complaints, frozen or suspended: see the mailbox given when it was ordered, and the number status event.',
		zh: '请换一个隐私号。这个号码可能因投诉被加入黑名单，或已冻结、暂停：请查看订购号码时所留的邮箱，以及号码状态通知。',
	},
};

/** The same where the platform picks every number. */
const UNUSABLE_PICK: Otherwise = {
	message: {
		en: 'The privacy number that the platform picked cannot be used at present',
		zh: '平台选出的隐私号目前不可用',
	},
	remedy: {
		en: 'Try again, or choose another city: in this mode the platform picks the number. If it stays, see the mailbox given when the numbers were ordered (one may be on a blacklist after complaints, frozen or suspended), or ask Huawei Cloud support.',
		zh: '请重试，或换一个城市：这种模式由平台选号。如果一直这样，请查看订购号码时所留的邮箱（号码可能因投诉被加入黑名单，或已冻结、暂停），或联系华为云技术支持。',
	},
};

/** The AX mode answers so too where the account is in arrears. */
const NO_BINDING_IN_AX: Otherwise = {
	message: {
		en: 'There is no binding of this ID or number',
		zh: '没有这个 ID 或号码的绑定',
	},
	remedy: {
		en: 'Check Binding ID (subscriptionId in the output of Create) or the privacy number. The binding may be unbound already, or belong to another application. An account in arrears gets this answer too.',
		zh: '请检查“绑定 ID”（绑定成功时输出的 subscriptionId）或隐私号。绑定可能已解绑，或属于别的应用。账号欠费时也会得到这个结果。',
	},
};

/**
 * What a code means to somebody who uses this interface, where the general text would mislead. The
 * codes are those that the page of the interface lists. Source: 错误码 of each interface.
 */
export const REMEDIES: Readonly<Record<InterfaceName, Readonly<Record<string, Otherwise>>>> = {
	'axb.bind': {
		'1012001': NOT_YOURS,
		'1012007': NOT_YOURS,
		'1012008': {
			remedy: {
				en: 'By Area: set Area Match to Loose or choose another city. Otherwise unbind old bindings or order more numbers. The same pair bound a second time is answered like this too.',
				zh: '按城市选号时，请把“匹配模式”设为“非严格匹配”或换一个城市；否则请解绑旧的绑定，或订购更多号码。同一对号码重复绑定也会得到这个结果。',
			},
		},
		'1012010': PAIR_TAKEN,
		'1012012': NO_RECORDING_HERE,
		'1012102': UNUSABLE,
	},
	'axb.unbind': {
		'1012001': NO_NUMBER_OF_KEY,
		'1012007': NO_BINDING_OF_KEY,
		'1016001': NO_BINDING_OF_KEY,
	},
	'axb.modify': {
		'1012007': NO_BINDING_OF_ID,
		'1016001': NO_BINDING_OF_ID,
		'1012010': PAIR_TAKEN,
		'1012012': NO_RECORDING_HERE,
	},
	'axb.query': {
		'1012001': NO_NUMBER_OF_KEY,
		'1012007': NO_BINDING_OF_ID,
		'1016001': NO_BINDING_OF_ID,
	},
	'ax.bind': {
		'1011001': { remedy: NOT_YOURS.remedy },
		'1011002': {
			message: {
				en: 'There is no free privacy number (X): the given one is taken, or the city has none',
				zh: '没有空闲的隐私号（X）：指定的已被占用，或这个城市没有',
			},
			remedy: {
				en: 'By Number: the privacy number has a Number A already; use another one, or unbind it first. By Area: set Area Match to Loose, choose another city, or order more numbers.',
				zh: '指定号码时：这个隐私号已绑定 A 号码，请换一个或先解绑。按城市选号时：请把“匹配模式”设为“非严格匹配”、换一个城市，或订购更多号码。',
			},
		},
		'1012102': UNUSABLE,
		'1020178': NO_SHOWN_CALLER,
	},
	'ax.unbind': { '1011004': NO_BINDING_IN_AX, '1016001': NO_BINDING_OF_KEY },
	'ax.modify': {
		'1011004': NO_BINDING_IN_AX,
		'1016001': NO_BINDING_OF_KEY,
		'1020178': NO_SHOWN_CALLER,
	},
	'ax.query': {
		'1016001': {
			message: { en: 'There is no such binding', zh: '没有这条绑定' },
			remedy: {
				en: 'Check Binding ID, the privacy number or Number A, whichever you gave. It may be unbound already, or belong to another application.',
				zh: '请检查您填写的绑定 ID、隐私号或 A 号码。绑定可能已解绑，或属于别的应用。',
			},
		},
	},
	'ax.setTemporaryCallee': {
		'1011004': NO_BINDING_IN_AX,
		'1016001': NO_BINDING_OF_KEY,
	},
	'axe.bind': {
		'1012001': NOT_YOURS,
		'1012008': {
			message: {
				en: 'There is no privacy number (X) with a free extension',
				zh: '没有还有空闲分机号的隐私号（X）',
			},
			remedy: {
				en: 'By Number: use another privacy number, or unbind extensions that are no longer needed. By Area: set Area Match to Loose, choose another city, or order more numbers.',
				zh: '指定号码时：请换一个隐私号，或解绑不再使用的分机号。按城市选号时：请把“匹配模式”设为“非严格匹配”、换一个城市，或订购更多号码。',
			},
		},
		'1012010': EXTENSION_TAKEN,
		'1012012': NO_RECORDING_HERE,
		'1012102': UNUSABLE,
		// What 1012010 was called before 2022.
		'1013102': { remedy: EXTENSION_TAKEN.remedy },
	},
	'axe.unbind': { '1012001': NO_NUMBER_OF_EXTENSION, '1016001': NO_EXTENSION },
	'axe.modify': { '1012001': NO_NUMBER_OF_EXTENSION, '1016001': NO_EXTENSION },
	'axe.query': { '1012001': NO_NUMBER_OF_EXTENSION, '1016001': NO_EXTENSION },
	'axe.queryV2': { '1012001': NO_BINDINGS_OF_X, '1016001': NO_BINDINGS_OF_X },
	'axe.bindingCount': {
		'1012001': NO_BINDINGS_OF_X,
		invalidAnswer: {
			remedy: {
				en: 'Huawei does not publish the form of this answer. Type the privacy number instead (By Number): everything else works without it.',
				zh: '华为没有公布这个应答的格式。请改为直接填写隐私号（“填写号码”），其他功能不受影响。',
			},
		},
	},
	'axyb.bind': {
		'1012008': NO_NUMBER_OF_AREA,
		'1012012': NO_RECORDING_HERE,
		'1012102': UNUSABLE_PICK,
	},
	'axyb.bindPeer': {
		'1012001': NO_BINDING_OF_ID,
		'1012008': {
			message: {
				en: 'There is no privacy number (Y) that can be assigned',
				zh: '没有可以分配的隐私号（Y）',
			},
			remedy: {
				en: 'Leave Area Code empty, set Area Match to Loose, or order more numbers: every B of a binding needs a Y of its own. The same peer sent twice is answered like this too.',
				zh: '请把“城市码”留空、把“匹配模式”设为“非严格匹配”，或订购更多号码：一条绑定的每个 B 都需要一个 Y。同一个对端重复添加也会得到这个结果。',
			},
		},
		'1016001': NO_BINDING_OF_ID,
		'1012102': UNUSABLE_PICK,
	},
	'axyb.unbind': { '1012001': NO_BINDING_OF_ID, '1016001': NO_BINDING_OF_ID },
	'axyb.unbindPeer': { '1012001': NO_PEER, '1016001': NO_PEER },
	'axyb.query': { '1012001': NO_NUMBER_OF_KEY, '1016001': NO_BINDING_OF_KEY },
	recordingLink: {
		'1010002': {
			remedy: {
				en: 'Take File Name and Recording Domain from one and the same call record, unchanged.',
				zh: '“文件名”和“录音存储域名”请取自同一条话单，不要改动。',
			},
		},
		'1012007': {
			message: { en: 'The platform has no such recording', zh: '平台没有这个录音' },
			remedy: {
				en: 'A recording is kept for 7 days and can appear some minutes after its call record: set Wait for Recording. Check File Name and Recording Domain against the call record, and whether the account is in arrears.',
				zh: '录音只保存 7 天，也可能比话单晚几分钟才有：请设置“等待录音”。请把录音文件名和存储域名与话单核对，并确认账号没有欠费。',
			},
		},
		'1012012': {
			message: { en: 'Recording is switched off for this application', zh: '应用没有开通录音' },
			remedy: {
				en: 'Switch recording on for the application in the console (是否开通录音; it takes 10 to 15 minutes). Only calls after that are recorded.',
				zh: '请在控制台为应用开通录音（是否开通录音，10 到 15 分钟后生效）。只有之后的通话才有录音。',
			},
		},
	},
	stopCall: {},
};

/** What the platform's text names as the bad parameter, and what to do about it. */
export const PARAMETERS: ReadonlyArray<{ named: RegExp; remedy: Text }> = [
	{
		named: /areaCode|areaMatchMode|area code/i,
		remedy: {
			en: 'Check Area Code: it must be the code of a city in which this application has numbers (城市码 in the number list of the console).',
			zh: '请检查“城市码”：必须是这个应用有号码的城市的城市码（见控制台的号码列表）。',
		},
	},
	{
		named: /\.wav|tone|voice/i,
		remedy: {
			en: 'Check the name of the tone file: it must be uploaded in the console (放音文件管理) and approved, which takes about one working day.',
			zh: '请检查放音文件名：文件要先在控制台“放音文件管理”中上传并审核通过，审核约需一个工作日。',
		},
	},
	{
		named: /userData/i,
		remedy: {
			en: 'Shorten User Data, or write it in plain letters and digits.',
			zh: '请缩短“用户附属信息”，或只用字母和数字。',
		},
	},
	{
		named: /extend/i,
		remedy: {
			en: 'Check Extension (E): it must have as many digits as extensions of this application have, with its zeros.',
			zh: '请检查“分机号”：位数要与应用设置的一致，前面的 0 也要写。',
		},
	},
	{
		named: /subscriptionId|bindId/i,
		remedy: {
			en: 'Take Binding ID from the output of Create (subscriptionId).',
			zh: '“绑定 ID”请取自绑定成功时的输出（subscriptionId）。',
		},
	},
	{
		named: /expired|duration|timeUnit/i,
		remedy: {
			en: 'Compare the times with the descriptions of their fields: each has its own unit (seconds, minutes or hours) and its longest value, and a call-back lives no longer than its binding.',
			zh: '请对照字段说明检查时长：各有自己的单位（秒、分钟或小时）和最大值，回呼记录保持时间也不能超过绑定保持时间。',
		},
	},
	{
		named: /num(?:ber)?\b|calle[re]|virtualNum|relationNum|privateNum|origNum|bindNum/i,
		remedy: {
			en: 'Check the phone numbers: the platform binds mobile numbers and landlines of mainland China that are in service.',
			zh: '请检查号码：平台只能绑定中国内地正在使用的手机号和固话。',
		},
	},
];

/** Words about a binding that stands in the way, in the words of each mode. */
export const HOLDERS = {
	pair: {
		en: 'Number {who} is bound already: {privateNumber} connects {numberA} and {numberB} (Binding ID {subscriptionId}).',
		zh: '{who} 号码已有绑定：{privateNumber} 上是 {numberA} 和 {numberB}（绑定 ID：{subscriptionId}）。',
	},
	person: {
		en: '{privateNumber} belongs to {numberA} (Binding ID {subscriptionId}).',
		zh: '{privateNumber} 已绑定 {numberA}（绑定 ID：{subscriptionId}）。',
	},
	extension: {
		en: 'Extension {extension} of {privateNumber} belongs to {numberA} (Binding ID {subscriptionId}).',
		zh: '{privateNumber} 的分机号 {extension} 已绑定 {numberA}（绑定 ID：{subscriptionId}）。',
	},
	same: {
		en: 'That is the binding that was wanted: keep it, or set the option On Conflict to Use Existing Binding.',
		zh: '这正是您要的绑定：保留即可，或把选项“已绑定时”设为“沿用已有绑定”。',
	},
} as const satisfies Record<string, Text>;
