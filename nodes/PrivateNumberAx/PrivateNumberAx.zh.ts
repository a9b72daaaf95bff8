import { actionNode } from '../shared/actionNode.zh';
import { sms } from '../shared/sms.zh';
import type { Chinese } from '../shared/translate';

/** The Chinese of what this node alone shows. */
export const own: Chinese = {
	'Huawei Private Number AX': '华为隐私号 AX',
	'Give a person a privacy number on which everybody can call and text (隐私保护通话 AX模式)':
		'给一个人分配隐私号，所有人都拨打、发短信到这个号码（隐私保护通话 AX 模式）',
	'Create AX binding': '新建 AX 绑定',
	'Give a person a privacy number on which everybody can call (绑定)':
		'给一个人分配隐私号，所有人都拨打这个号码',
	'Update AX binding': '修改 AX 绑定',
	'Change the person or the settings of a privacy number (修改绑定)':
		'把隐私号换给另一个人，或修改它的设置',
	'Get AX binding': '查询 AX 绑定',
	'Read one binding, or all of a person, up to five (查询绑定)':
		'查询一条绑定，或一个人的全部绑定，最多五条',
	'Get many AX bindings': '查询 AX 绑定列表',
	'List the privacy numbers of a person (查询绑定列表)': '列出一个人的隐私号',
	'Delete AX binding': '解除 AX 绑定',
	'Unbind, so that the privacy number no longer reaches the person (解绑)':
		'解绑后，拨打隐私号不再接到这个人',
	'Set Temporary Callee': '设置临时被叫',
	'Set temporary callee of AX binding': '设置 AX 绑定的临时被叫',
	'Name whom the person reaches with the next call to the privacy number; needed before each such call (设置临时被叫)':
		'指定这个人下一次拨打隐私号时接通谁，每次拨打前都要设置',
	'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call.':
		'要保护的人的号码，平时怎么写就怎么填。固话只能接听，不能呼出。',
	'New Number A': '新的 A 号码',
	'Number that takes over the privacy number (新A号码), in any usual spelling':
		'接替使用这个隐私号的号码，平时怎么写就怎么填',
	'Number that everybody else calls (隐私号码X), one ordered for the application':
		'其他人拨打的号码，是为这个应用订购的',
	'Power State': '开关机状态',
	'Whether the privacy number is switched on, as a phone is (隐私号开关机状态)':
		'隐私号像手机一样可以开机、关机',
	On: '开机',
	'Calls to X are connected (开机)': '正常接通拨打 X 的电话',
	Off: '关机',
	'Whether texts to and from the privacy number are passed on (是否支持短信). Leave it out when the application has no SMS.':
		'是否转发隐私号收发的短信。应用没有开通短信时不要添加。',
	'Only Others': '仅其他人',
	'Waiting Tone for Callers': '来电人的等待音',
	"Tone file that others hear while waiting (通话前等待音), instead of A's ring-back tone":
		'其他人等待接通时听到的放音文件，代替 A 的回铃音',
	'Temporary Callee': '临时被叫号码',
	'Whom A reaches with the next call to X (临时被叫号码); may also be a 400 or 95 number':
		'A 下一次拨打 X 时接通的号码，也可以是 400 或 95 开头的号码',
	'Keep For (Seconds)': '保持时间（秒）',
	'For how many seconds A can start that call (临时被叫关系保持时间)': 'A 要在多少秒之内拨打',
	'Your own data, such as an order number (用户附属信息). Comes back in the events and the record of that call instead of the data of the binding. Any text or JSON; at most 256 characters, Chinese counts four.':
		'您自己的数据，例如订单号。这次通话的事件和话单会带回它，代替绑定时填写的内容。可以是文本或 JSON，最多 256 个字符，一个汉字算四个。',
	'Callers hear that X is switched off (关机)': '来电人听到 X 已关机',
	'A calls out over X, others call X (双向)': 'A 通过 X 呼出，其他人拨打 X',
	'A calls X and reaches the temporary callee': 'A 拨打 X，接通临时被叫',
	'Others call X and reach A': '其他人拨打 X，接通 A',
	'It has one Number A only (隐私号码X)': '一个隐私号只绑定一个 A 号码',
	'Every number of a person, up to five (A号码)': '一个人的全部隐私号，最多五个',
};

/** The Chinese of everything that this node shows. */
export const chinese: Chinese = {
	...actionNode,
	...sms,
	...own,
};
