import { actionNode } from '../shared/actionNode.zh';
import { sms } from '../shared/sms.zh';
import type { Chinese } from '../shared/translate';

/** The Chinese of what this node alone shows. */
export const own: Chinese = {
	'Huawei Private Number X': '华为隐私号 X',
	'Decide where each call and text to a privacy number goes (隐私保护通话 X模式). Only for applications that have this mode: it is closed to new ones.':
		'决定隐私号的每通来电和每条短信转给谁（隐私保护通话 X 模式）。只供已有这种模式的应用使用，不再接受新应用申请。',
	Connect: '接续',
	'Connect waiting call': '接续等待中的来电',
	'Connect the call that waits to a number (接续呼叫)': '把等待中的来电转接给一个号码',
	Reject: '拒接',
	'Reject waiting call': '拒接等待中的来电',
	'End the call that waits, if wanted with a tone (拒绝呼叫)': '挂断等待中的来电，可以先播放提示音',
	'Connect To': '被叫号码',
	'Number that gets the call (真实被叫号码)': '接听这通电话的号码',
	'Number Shown': '被叫来显号码',
	'Number that the called phone shows (被叫来显号码). Carriers block every other than the dialled privacy number, which is the default.':
		'被叫手机显示的号码。默认是来电人拨打的隐私号，其他号码会被运营商拦截。',
	'Waiting Tone': '等待音',
	'Tone file that the caller hears instead of ringing (等待音)': '来电人听到的放音文件，代替回铃音',
	'Tone for the Callee': '被叫提示音',
	'Tone file that the called person hears first (被叫提示音)': '被叫接听后先听到的放音文件',
	'Closing Tone': '挂机提示音',
	'Tone file that the caller hears before the call ends (挂机提示音)': '挂机前来电人听到的放音文件',
	'Whether to record this call (录音). Needs a Recording Notice, and recording switched on for the application.':
		'是否对这次通话录音。需要填写录音提示音，应用也要开通录音。',
	'Wrap in Array': '数组形式',
	'Whether to send the details as a list of one (数组形式), as an older example of Huawei does. Only if the platform does not accept the usual form.':
		'是否把内容作为只有一项的数组发送，与华为较早的示例相同。只有平台不接受普通形式时才打开。',
	'Huawei takes no new applications for the X mode (暂不支持申请). This node is for those who have one.':
		'华为暂不支持申请 X 模式，这个节点供已有的应用使用。',
};

/** The Chinese of everything that this node shows. */
export const chinese: Chinese = {
	...actionNode,
	...sms,
	...own,
};
