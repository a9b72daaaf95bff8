import { endCauses } from '../../wire/endCauses';
import type { EndCause, EndCauseName } from '../../wire/endCauses';
import type { Language } from '../texts';

/** How calls end, in Chinese; the English words are those of the push itself. */
const chinese: Readonly<Record<EndCauseName, string>> = {
	normal: '用户挂机',
	callerLeftBeforeRinging: '主叫在被叫振铃前挂机',
	callerLeftWhileRinging: '主叫在被叫振铃时挂机',
	rejected: '被叫拒接',
	blockedByPhone: '呼叫被拦截',
	wrongNumberFormat: '被叫侧网络故障',
	callerLeftBeforeForwarding: '主叫在转接前挂机',
	toneMissing: '放音文件不存在',
	maxDuration: '达到最大通话时长',
	noTemporaryCallee: 'AX 呼叫无效：没有临时被叫',
	notBound: '呼叫无效：没有绑定关系',
	forbiddenDirection: '不允许该呼叫方向',
	instructed: '按指令挂断',
	instructedWhileTalking: '通话中按指令挂断',
	noCallbackRecord: '没有可回呼的记录',
	noDecision: '业务异常',
	noExtension: '绑定不存在或已过期',
	landlineCaller: '主叫不能是固定电话',
	transparentForbidden: '不允许显示主叫真实号码',
	axybNotBound: 'AXYB：没有绑定关系',
	noYNumber: 'AXYB：呼叫时分配 Y 号码失败',
	calledOwnNumber: 'AXYB：呼叫了本机绑定的隐私号',
	emptyExtension: '收到的分机号为空',
	connectingTimedOut: '平台接续超时',
	numberUnusable: '隐私号不可用',
	unregisteredUser: '主叫未登记实际使用人',
	blockedByCarrier: '呼叫被运营商拦截',
	doesNotExist: '被叫号码是空号',
	noAnswer: '被叫振铃未接',
	busy: '被叫用户忙',
	noSignal: '被叫不在服务区',
	poweredOff: '被叫已关机',
	suspended: '被叫已停机',
};

/** Why a call ended, with its code where it is no ordinary end. */
export function causeIn(language: Language, cause: EndCause): string {
	const { ulFailReason, stateDesc } = cause;
	const names = Object.keys(endCauses) as EndCauseName[];
	const name = names.find((one) => {
		const known = endCauses[one];
		return known.ulFailReason === ulFailReason && known.stateDesc === stateDesc;
	});
	const words = language === 'zh' && name ? chinese[name] : stateDesc;
	return ulFailReason === 0 ? words : `${ulFailReason} ${words}`;
}
