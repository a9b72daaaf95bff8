import { fill, type Language, type Text, type ValuesOf } from '../../platform/codes/text';

/** What the generated pages of the nodes say around the texts of the editor. */
export const PHRASES = {
	boolean: { en: 'switch', zh: '开关' },
	collection: { en: 'group', zh: '组' },
	multiOptions: { en: 'choices', zh: '多选' },
	number: { en: 'number', zh: '数字' },
	options: { en: 'choice', zh: '单选' },
	resourceLocator: { en: 'from a list, or text', zh: '列表选择或文本' },
	string: { en: 'text', zh: '文本' },
	secret: { en: '{type}, hidden', zh: '{type}，不显示' },
	between: { en: '{type}, {lowest} to {highest}', zh: '{type}，{lowest} 到 {highest}' },
	from: { en: '{type}, from {lowest}', zh: '{type}，最小 {lowest}' },
	on: { en: 'on', zh: '开' },
	off: { en: 'off', zh: '关' },
	given: { en: 'given', zh: '已填写' },
	listSeparator: { en: ', ', zh: '、' },
	or: { en: ' or ', zh: '或' },
	and: { en: ' and ', zh: '，并且' },
	example: { en: 'E.g. {example}', zh: '例如 {example}' },
	choice: { en: '• **{name}** ({value}){meaning}', zh: '• **{name}**（{value}）{meaning}' },
	meaning: { en: ': {meaning}', zh: '：{meaning}' },
	period: { en: '.', zh: '。' },
	/** A name of the editor in running text; Chinese has no slanted letters. */
	name: { en: '_{name}_', zh: '“{name}”' },
	is: { en: '{field} is {values}', zh: '{field}为{values}' },
	shownWhen: { en: 'Shown when {conditions}.', zh: '{conditions}时显示。' },
	field: { en: 'Field', zh: '字段' },
	parameter: { en: 'Name', zh: '参数名' },
	type: { en: 'Type', zh: '类型' },
	default: { en: 'Default', zh: '默认值' },
	description: { en: 'Description', zh: '说明' },
	meaningHead: { en: 'Meaning', zh: '含义' },
	typeName: {
		en: 'Type name: {name}. Credential: [Huawei Private Number API](../credential.md).',
		zh: '类型名：{name}。凭证：[华为隐私号 API](../credential.md)。',
	},
	seeAlso: { en: 'See also: {links}.', zh: '另见：{links}。' },
	required: {
		en: 'Fields marked \\* are required. Every field also takes an [expression](https://docs.n8n.io/code/expressions/).',
		zh: '标 \\* 的字段必填。所有字段都可以填[表达式](https://docs.n8n.io/code/expressions/)。',
	},
	fields: { en: 'Fields', zh: '字段' },
	operations: { en: 'Operations', zh: '操作' },
	resource: { en: 'Resource', zh: '资源' },
	operation: { en: 'Operation', zh: '操作' },
	whatItDoes: { en: 'What it does', zh: '作用' },
	heading: { en: '{resource}: {operation}', zh: '{resource}：{operation}' },
	requestOptions: {
		en: 'Every operation also has the [Request Options](#request-options).',
		zh: '每个操作都另有[请求选项](#请求选项)。',
	},
	isReply: {
		en: 'A reply to a waiting call or text, see [replies](../replies.md). Not offered to AI agents.',
		zh: '用来应答等待中的来电或短信，见[应答](../replies.md)。不提供给 AI Agent。',
	},
	noFields: { en: 'This operation has no fields.', zh: '这个操作没有字段。' },
	output: { en: '**Output**', zh: '**输出**' },
} as const satisfies Record<string, Text>;

/** Types of JSON values. */
export const JSON_TYPES: Readonly<Record<string, Text | undefined>> = {
	any: { en: 'any', zh: '任意' },
	array: { en: 'array', zh: '列表' },
	boolean: { en: 'boolean', zh: '布尔值' },
	integer: { en: 'integer', zh: '整数' },
	null: { en: 'null', zh: '空' },
	number: { en: 'number', zh: '数字' },
	object: { en: 'object', zh: '对象' },
	string: { en: 'string', zh: '文本' },
};

/** Says a phrase in the language of a page. */
export type Say = <Key extends keyof typeof PHRASES>(
	key: Key,
	...values: ValuesOf<(typeof PHRASES)[Key]>
) => string;

/** @returns what says the phrases of one language */
export function sayIn(language: Language): Say {
	return (key, ...[values]) => fill(PHRASES[key], language, values);
}
