import { fill, type Text, type Value, type ValuesOf } from '../../platform/codes/text';
import { LANGUAGE } from './language';

/*
 * What this package says while it works: messages, ways to go on, hints. A key without its Chinese, or
 * a value without its place, does not compile. Log lines are not here: they stay English.
 */

/** Every sentence, in both languages. */
export const MESSAGES = {
	// A value that was refused before anything was sent.
	refusedValue: {
		en: '{label}: \'{field}\' is "{value}", expected {expected}',
		zh: '“{label}”的值“{value}”不可用：{expected}',
	},
	refusedEmpty: {
		en: "{label}: '{field}' is empty, expected {expected}",
		zh: '“{label}”为空：{expected}',
	},
	refusedValueUnlabelled: {
		en: '\'{field}\' is "{value}", expected {expected}',
		zh: '参数“{field}”的值“{value}”不可用：{expected}',
	},
	refusedEmptyUnlabelled: {
		en: "'{field}' is empty, expected {expected}",
		zh: '参数“{field}”为空：{expected}',
	},
	/** Stands for a value that nobody may read. */
	hidden: { en: '(hidden)', zh: '（已隐藏）' },
	correct: {
		en: 'Correct {label}. Nothing was sent for this item.',
		zh: '请更正“{label}”。这条数据没有发送任何请求。',
	},
	correctUnlabelled: {
		en: "Correct '{field}'. Nothing was sent for this item.",
		zh: '请更正参数“{field}”。这条数据没有发送任何请求。',
	},
	/** What another parameter is called within an expectation. */
	otherLabel: { en: "'{field}'", zh: '{label}' },

	// What the platform, or the way to it, refused.
	withPlatformText: { en: '{message} ({said})', zh: '{message}（{said}）' },
	withCode: { en: '{code}: {text}', zh: '{code}：{text}' },
	messageWithRemedy: { en: '{message}. {remedy}', zh: '{message}。{remedy}' },
	withDetail: { en: '{remedy} ({detail})', zh: '{remedy}（{detail}）' },

	// What became of the other items of a run.
	doneBefore: {
		en: 'Done before this stop, not to be repeated: item {items}.',
		zh: '停止之前已完成、请勿重复的数据：{items}。',
	},
	allInLog: {
		en: "n8n's log has all of them with their IDs, as lines for a spreadsheet.",
		zh: 'n8n 日志里有全部数据和 ID，可以粘贴到表格。',
	},
	unknownBeside: {
		en: 'Not known whether done, look in the console before you repeat: item {items}.',
		zh: '不知道是否完成、重复之前请先在控制台查看的数据：{items}。',
	},
	itemWithId: { en: '{item} ({id})', zh: '{item}（{id}）' },

	// Replies to what waits.
	nobodyWaits: { en: 'Nobody is waiting for an answer', zh: '没有人在等待应答' },
	retryTooLate: {
		en: 'The call or text of this execution has had its answer: a retry from the list comes too late.',
		zh: '这次执行对应的来电或短信已经得到应答，从执行列表重试已经太晚。',
	},
	howToReply: {
		en: "A reply answers a waiting call or text: the workflow must start with the Huawei Private Number Trigger, with 'Respond' set to 'By Workflow', and the event must have 'needsReply' true.",
		zh: '应答操作用来应答等待中的来电或短信：工作流要从“华为隐私号触发器”开始，“应答方式”设为“由工作流应答”，并且事件的 needsReply 为 true。',
	},
	callWaits: {
		en: 'What waits is a call: answer it with Connect or Reject of the resource Call.',
		zh: '等待应答的是来电：请用“通话”的“接续”或“拒接”应答。',
	},
	textWaits: {
		en: 'What waits is a text: answer it with Forward or Discard of the resource SMS.',
		zh: '等待应答的是短信：请用“短信”的“转发”或“丢弃”应答。',
	},
	answeredAlready: {
		en: 'The waiting call or text has its answer already',
		zh: '等待中的来电或短信已经得到应答',
	},
	oneReply: {
		en: 'One execution can answer once. Let each path of the workflow end in one reply.',
		zh: '一次执行只能应答一次。请让工作流的每条分支只包含一个应答操作。',
	},
	firstAnswers: {
		en: 'Only the first item answers; the others pass through.',
		zh: '只有第一条数据用于应答，其余原样通过。',
	},
	manualReply: {
		en: 'Answer to the platform: {body}. With pinned data, nothing waits for it.',
		zh: '给平台的应答：{body}。使用固定数据时，没有人在等待它。',
	},
	lateReply: {
		en: "This reply came too late: the request is {age} seconds old, and the default answer goes out after {deadline} ('Reply Deadline' of the trigger). Shorten the way from trigger to reply, or raise the deadline.",
		zh: '这个应答来得太晚：请求已过去 {age} 秒，而默认应答在 {deadline} 秒时已发出（触发器的“应答时限”）。请减少触发器到应答操作之间的步骤，或调大时限。',
	},
	subWorkflow: {
		en: 'A sub-workflow cannot answer: put the reply into the workflow that has the trigger.',
		zh: '子工作流不能应答：请把应答操作放到触发器所在的工作流里。',
	},

	// Runs.
	keysHeld: {
		en: '{remedy} The same keys were refused a moment ago, so nothing was sent; the next try goes out in {seconds} seconds. A corrected credential works at once.',
		zh: '{remedy}（同样的密钥刚刚被拒绝，这次没有发送；{seconds} 秒后才会再试。凭证改正后立即生效。）',
	},
	slowedDown: {
		en: 'The platform asked to slow down (flow control): this took {seconds} seconds more.',
		zh: '平台流控，多用了 {seconds} 秒。',
	},
	nothingToDelete: {
		en: 'Nothing was found to unbind for item {items}: unbound before, ended by itself, or never there. Check the ID if you expected a binding.',
		zh: '数据 {items} 没有找到可解绑的绑定：可能早已解绑、已到期，或从未存在。如果您认为绑定应当存在，请检查 ID。',
	},
	subtitle: { en: '{operation}: {resource}', zh: '{resource}：{operation}' },
	noSuchOperation: {
		en: 'This node has no such operation.',
		zh: '这个节点没有这项操作。',
	},

	// The test of the credential, with the labels of its form.
	appKey: { en: 'App Key', zh: 'App Key' },
	appSecret: { en: 'App Secret', zh: 'App Secret' },
	baseUrl: { en: 'Base URL', zh: 'APP接入地址' },
	signatureAccepted: {
		en: 'The platform accepts the signature',
		zh: '平台接受这个签名',
	},
	credentialValue: { en: '{label} should be {expected}', zh: '“{label}”{expected}' },
} as const satisfies Record<string, Text>;

/** Names a sentence. */
export type MessageKey = keyof typeof MESSAGES;

/** A sentence in the language of this n8n; the compiler asks for the values of its placeholders. */
export function say<Key extends MessageKey>(
	key: Key,
	...[values]: ValuesOf<(typeof MESSAGES)[Key]>
): string {
	return inWords(MESSAGES[key], values);
}

/** A text of any table in the language of this n8n. */
export function inWords(
	text: Text,
	values?: Readonly<Record<string, Value>>,
	nameOf?: (field: string) => string,
): string {
	return fill(text, LANGUAGE, values, nameOf);
}

/** Sentences after each other; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
	const separator: Text = { en: ' ', zh: '' };
	return parts.filter((part) => part !== '').join(separator[LANGUAGE]);
}
