import type { Said, Text, ValuesOf } from './text';

/*
 * What would have been accepted in place of a value that was refused. English goes on after
 * "expected"; Chinese is a clause of its own, after a colon.
 */

/** Every expectation, in both languages. */
export const EXPECTATIONS = {
	anotherNumber: {
		en: 'another number than {other}',
		zh: '不能与“{other}”是同一个号码',
	},
	baseUrl: {
		en: 'an address such as https://rtcpns.cn-north-1.myhuaweicloud.com',
		zh: '应为 https://rtcpns.cn-north-1.myhuaweicloud.com 这样的地址',
	},
	bindingId: {
		en: 'the ID that Create gives under subscriptionId, such as 0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
		zh: '应为创建绑定时返回的绑定 ID（subscriptionId），例如 0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
	},
	calleeNumber: {
		en: 'a mainland China number such as 13800000001, +86 138 0000 0001 or 0755-28000001, or a service number such as 400 800 0001 or 95588',
		zh: '应为中国内地号码，例如 13800000001、+86 138 0000 0001 或 0755-28000001，也可以是 400 800 0001、95588 这样的服务号码',
	},
	callId: {
		en: 'the ID of the call that its events carry under sessionId, not a phone number',
		zh: '应为呼叫事件中的会话 ID（sessionId），不是电话号码',
	},
	carriersWantNotice: {
		en: 'a value, because carriers block recorded calls without a notice',
		zh: '请填写，不播放录音提示音的录音通话会被运营商拦截',
	},
	city: {
		en: 'a city code such as 0755, or the name of a city such as 深圳',
		zh: '应为 0755 这样的城市码，或深圳这样的城市名',
	},
	deleteAll: {
		en: 'true to remove all {count} bindings of {number}',
		zh: '{number} 有 {count} 条绑定，确定要全部解绑时再打开',
	},
	encodedLength: {
		en: 'at most {longest} characters (this text has {length} after its encoding)',
		zh: '最多 {longest} 个字符（这段内容编码后有 {length} 个）',
	},
	extension: {
		en: 'an extension of 1 to 4 digits such as 0012',
		zh: '应为 1 到 4 位数字的分机号，例如 0012',
	},
	hostNames: {
		en: 'names of hosts, such as recordings.example.com',
		zh: '应为主机名，例如 recordings.example.com',
	},
	hoursWithin: { en: '{lowest} to {highest} hours', zh: '应为 {lowest} 到 {highest} 小时的整数' },
	keyOfConsole: {
		en: 'letters and digits as the console shows them (应用管理)',
		zh: '应为控制台“应用管理”中显示的字母和数字',
	},
	landlineWithArea: {
		en: 'a mainland China number such as 13800000001 or 0755-28000001: a landline needs its area code',
		zh: '应为中国内地号码，例如 13800000001 或 0755-28000001；固话要带区号',
	},
	length: { en: 'at most {longest} characters', zh: '最多 {longest} 个字符' },
	minutesWithin: {
		en: '{lowest} to {highest} minutes',
		zh: '应为 {lowest} 到 {highest} 分钟的整数',
	},
	mobile: {
		en: 'a mobile number: a landline cannot receive texts',
		zh: '应为手机号，固话收不到短信',
	},
	mobileDigits: {
		en: 'a mainland China number such as 13800000001: a mobile number has 11 digits, this one has {digits}',
		zh: '应为中国内地号码，例如 13800000001；手机号应为 11 位，这个有 {digits} 位',
	},
	namesCall: { en: 'a value, because it names the call', zh: '请填写，用来指明是哪一通电话' },
	namesRecording: {
		en: 'a value, because it names the recording',
		zh: '请填写，用来指明是哪个录音',
	},
	no400Number: {
		en: 'a mainland China number such as 13800000001 or 0755-28000001: 400 and 800 numbers cannot be bound',
		zh: '应为中国内地号码，例如 13800000001 或 0755-28000001；400、800 号码不能绑定',
	},
	noForeignNumber: {
		en: 'a mainland China number such as 13800000001 or 0755-28000001: numbers of Hong Kong, Macao, Taiwan and abroad cannot be bound',
		zh: '应为中国内地号码，例如 13800000001 或 0755-28000001；港澳台和国外号码不能绑定',
	},
	noServiceNumber: {
		en: 'a mainland China number such as 13800000001 or 0755-28000001: service numbers cannot be bound',
		zh: '应为中国内地号码，例如 13800000001 或 0755-28000001；服务号码不能绑定',
	},
	notLongerInHours: {
		en: 'at most {other}, which is {limit} hours',
		zh: '不能超过“{other}”，即 {limit} 小时',
	},
	notLongerInMinutes: {
		en: 'at most {other}, which is {limit} minutes',
		zh: '不能超过“{other}”，即 {limit} 分钟',
	},
	number: { en: 'a number', zh: '应为数字' },
	numberFrom: { en: 'a number, {lowest} or more', zh: '应为不小于 {lowest} 的数字' },
	oneOf: { en: 'one of {choices}', zh: '只能是 {choices} 之一' },
	oneNumberOnly: {
		en: 'one mainland China number such as 13800000001: this field holds several',
		zh: '应为一个中国内地号码，例如 13800000001；这里填了多个号码',
	},
	onlyWhenAboveZero: {
		en: 'to be left out unless {other} is above 0',
		zh: '“{other}”大于 0 时才能填写',
	},
	onlyWhenGiven: { en: 'to be left out unless {other} is given', zh: '填写了“{other}”才能填写' },
	onlyWhenOn: { en: 'to be left out unless {other} is on', zh: '打开了“{other}”才能填写' },
	onlyWithout: { en: 'to be left out when {other} is given', zh: '填写了“{other}”时请留空' },
	phoneNumber: {
		en: 'a mainland China number such as 13800000001, +86 138 0000 0001 or 0755-28000001',
		zh: '应为中国内地号码，例如 13800000001、+86 138 0000 0001 或 0755-28000001',
	},
	recordingAddress: {
		en: 'the whole address of a recording, beginning with https://',
		zh: '应为以 https:// 开头的完整录音地址',
	},
	secondsFrom: { en: '{lowest} seconds or more', zh: '应为不小于 {lowest} 的秒数' },
	secondsWithin: {
		en: '{lowest} to {highest} seconds',
		zh: '应为 {lowest} 到 {highest} 秒的整数',
	},
	secondsWithinOrZero: {
		en: '0, or {lowest} to {highest} seconds',
		zh: '应为 0，或 {lowest} 到 {highest} 秒的整数',
	},
	someChange: { en: 'at least one field to change', zh: '请至少添加一个要修改的字段' },
	text: { en: 'a text', zh: '应为文本' },
	trueOrFalse: { en: 'true or false', zh: '应为 true 或 false' },
	value: { en: 'a value', zh: '请填写' },
	valueOrNoField: {
		en: 'a value; remove the field to leave it out',
		zh: '请填写，不需要时请移除这个字段',
	},
	waitingText: {
		en: 'a waiting text, which tells its sender',
		zh: '应为等待处理的短信，里面有发送方号码',
	},
	wholeNumber: { en: 'a whole number', zh: '应为整数' },
} as const satisfies Record<string, Text>;

/** Names an expectation. */
export type ExpectationKey = keyof typeof EXPECTATIONS;

/** An expectation with its values. */
export type Expectation = Said<ExpectationKey>;

/** What must be given beside the key of an expectation. */
export type ExpectationValues<Key extends ExpectationKey> = ValuesOf<(typeof EXPECTATIONS)[Key]>;

/** An expectation; the compiler asks for the values of its placeholders. */
export function expectation<Key extends ExpectationKey>(
	key: Key,
	...[values]: ExpectationValues<Key>
): Expectation {
	return { key, values: values ?? {} };
}
