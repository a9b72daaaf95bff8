/** Whose doing the end of a call was; `normal` is a hang-up after an answered call. */
export type EndedBy =
	| 'normal'
	| 'binding'
	| 'caller'
	| 'number'
	| 'callee'
	| 'tenant'
	| 'control'
	| 'platform'
	| 'network';

/** Why a call ended, in both languages. */
export interface HangUpCause {
	en: string;
	zh: string;
	by: EndedBy;
}

/**
 * Causes in `stateCode` of disconnect events and `ulFailReason` of call records. Each of the two has a
 * table of its own; where both list a code, the words here are those of `stateCode`.
 * Source: 挂机原因值说明 and 拆线点说明.
 */
export const HANG_UP_CAUSES: Readonly<Record<number, HangUpCause | undefined>> = {
	0: { en: 'Answered, then hung up by a party (normal end)', zh: '接通后主动挂机', by: 'normal' },
	522: { en: 'Not enough voice ports on the platform', zh: '平台语音端口不足', by: 'platform' },
	7001: {
		en: 'Call rate control for the developer account',
		zh: '开发者呼叫频次管控',
		by: 'control',
	},
	7002: { en: 'Call rate control for the application', zh: '应用呼叫频次管控', by: 'control' },
	7003: {
		en: 'Call rate control for the displayed number',
		zh: '主显号码呼叫频次管控',
		by: 'control',
	},
	7004: { en: 'Callee is on a blacklist', zh: '被叫黑名单呼叫管控', by: 'control' },
	7005: { en: 'Caller is on a blacklist', zh: '主叫黑名单管控', by: 'control' },
	7100: { en: 'Application information does not exist', zh: '应用信息不存在', by: 'tenant' },
	7101: {
		en: 'The application has no private numbers',
		zh: '应用未申请隐私号码资源',
		by: 'tenant',
	},
	7102: { en: 'Other abnormal behaviour', zh: '其他异常行为', by: 'platform' },
	7103: { en: 'Caller number information does not exist', zh: '主叫号码信息不存在', by: 'number' },
	7104: { en: 'The AX binding does not exist', zh: 'AX绑定关系不存在', by: 'binding' },
	7105: { en: 'Service type does not match', zh: '业务类型不匹配', by: 'tenant' },
	7106: {
		en: 'The application has no private-number capability',
		zh: '应用无隐私保护通话能力',
		by: 'tenant',
	},
	7107: {
		en: 'Playing the security-control prompt failed',
		zh: '安全管控提示音放音失败',
		by: 'control',
	},
	7108: { en: 'The account is frozen', zh: '用户状态已冻结', by: 'tenant' },
	7109: { en: 'Not enough voice ports for the tenant', zh: '租户语音端口不足', by: 'control' },
	7500: { en: 'The call prefix is restricted', zh: '呼叫前缀被限制', by: 'control' },
	7501: { en: 'Caller hung up before the callee rang', zh: '被叫振铃前主叫挂机', by: 'caller' },
	7502: {
		en: 'Caller hung up while the callee was ringing',
		zh: '被叫振铃后主叫挂机',
		by: 'caller',
	},
	7503: { en: 'Callee refused the call', zh: '被叫拒接', by: 'callee' },
	7504: {
		en: 'Call rejected: callee refused, has do-not-disturb or a blacklist service, or the phone blocked it (blocking software or blacklist)',
		zh: '呼叫被拒绝(被叫拒接;被叫开通免打扰、黑名单一类的呼叫限制业务;被叫系统拦截,可能原因是安装了拦截软件,或者设置了黑名单)',
		by: 'callee',
	},
	7505: { en: 'Network fault on the caller side', zh: '主叫侧网络异常', by: 'network' },
	7506: {
		en: 'Network fault on the callee side (for example a bound number in a wrong format)',
		zh: '被叫侧网络异常(例如绑定的号码格式错误)',
		by: 'network',
	},
	7507: { en: 'No voice file', zh: '无放音文件', by: 'tenant' },
	7508: { en: 'Routing failed', zh: '路由失败', by: 'network' },
	7516: {
		en: 'Caller hung up before the call was forwarded, for example in AXE before the extension was keyed in',
		zh: '呼叫转接前主叫挂机。例如AXE模式主叫输入分机号前主动挂机',
		by: 'caller',
	},
	8002: {
		en: 'While connecting, the far side answered with a failure announcement',
		zh: '接续用户时对端返回失败放音',
		by: 'callee',
	},
	8003: { en: 'Ringing timed out', zh: '用户振铃超时', by: 'callee' },
	8004: { en: 'Hung up while ringing', zh: '用户振铃时挂机', by: 'caller' },
	8005: { en: 'Text-to-speech failed', zh: 'TTS转换失败', by: 'platform' },
	8006: { en: 'X mode: the voice file does not exist', zh: 'X模式放音文件不存在', by: 'tenant' },
	8007: { en: 'Playing the last-minute prompt failed', zh: '最后一分钟放音失败', by: 'platform' },
	8008: {
		en: 'Playing a prompt and collecting digits failed',
		zh: '给用户放音收号失败',
		by: 'platform',
	},
	8009: {
		en: 'Caller hung up before the call was answered',
		zh: '接通前主叫用户主动挂机',
		by: 'caller',
	},
	8010: {
		en: 'Ended because the maximum call duration was reached (maxDuration)',
		zh: '超过通话最大时长挂机',
		by: 'tenant',
	},
	8011: { en: 'Other abnormal behaviour', zh: '其他异常行为', by: 'platform' },
	8012: { en: 'Invalid app_key', zh: '无效的app_key', by: 'tenant' },
	8013: {
		en: 'Invalid AX call: the AX binding exists but no temporary callee is set',
		zh: '无效AX模式呼叫(存在AX绑定,但无临时被叫)',
		by: 'binding',
	},
	8014: {
		en: 'Invalid AXB or X call: no binding, number in a wrong format and so on. X mode: usually a wrong value in the answer to the Block callin (for example maxDuration 7200 where 0–1440 is allowed)',
		zh: '无效AXB/X模式呼叫(绑定关系不存在,号码格式错误等)',
		by: 'binding',
	},
	8015: { en: 'Recording the user failed', zh: '给用户录音失败', by: 'platform' },
	8016: {
		en: 'AX or AXB: this call direction is not allowed (callDirection)',
		zh: 'AX/AXB模式呼叫方向不允许',
		by: 'binding',
	},
	8017: { en: 'Hung up on instruction (stopCall)', zh: '用户指示挂机', by: 'tenant' },
	8018: {
		en: 'No permission for the service (includes: no AX binding)',
		zh: '业务无权限(包含:不存在AX绑定关系)',
		by: 'control',
	},
	8019: {
		en: 'No call-back record: AXE where A calls X, or AX where A calls back through X',
		zh: '回呼记录不存在(AXE模式,A呼叫X场景;AX模式,A回呼X场景)',
		by: 'binding',
	},
	8020: { en: 'Other abnormal behaviour', zh: '其他异常行为', by: 'platform' },
	8022: {
		en: 'AXE, B calls X: the binding does not exist or has expired',
		zh: '绑定关系不存在或已过期(AXE模式,B呼X场景)',
		by: 'binding',
	},
	8023: {
		en: 'A landline number may not be the caller',
		zh: '不允许固话号码作为主叫号码',
		by: 'control',
	},
	8024: {
		en: 'Showing the real caller number is not allowed',
		zh: '不允许使用显示真实主叫号码模式',
		by: 'control',
	},
	8025: {
		en: 'AXE: the called X number does not exist',
		zh: '呼叫的X号码不存在(AXE模式)',
		by: 'number',
	},
	8030: { en: 'AXYB: the binding does not exist', zh: 'AXYB模式绑定关系不存在', by: 'binding' },
	8031: {
		en: 'AXYB: assigning the Y number during the call failed',
		zh: 'AXYB模式呼叫过程中分配Y号码失败',
		by: 'binding',
	},
	8032: {
		en: 'AXYB: a number called the private number bound to itself',
		zh: 'AXYB模式呼叫过程中原号码拨打自己绑定的隐私号导致呼叫失败',
		by: 'caller',
	},
	8033: { en: 'The extension number received is empty', zh: '收到分机号为空', by: 'caller' },
	8035: {
		en: 'Connecting timed out on the platform, about 90 seconds after forwarding',
		zh: '隐私保护呼叫平台接续超时,超时时间为呼叫转接后90秒左右',
		by: 'callee',
	},
	8040: { en: 'Other abnormal behaviour', zh: '其他异常行为', by: 'platform' },
	8041: { en: 'Recording the user failed', zh: '给用户录音失败', by: 'platform' },
	8042: { en: 'International incoming call restricted', zh: '国际呼入限制', by: 'control' },
	8043: { en: 'International outgoing call restricted', zh: '国际呼出限制', by: 'control' },
	8044: { en: 'Control: abnormal call duration', zh: '通话时间异常管控', by: 'control' },
	8046: { en: 'Control: abnormal answer rate', zh: '接通率异常管控', by: 'control' },
	8047: { en: 'Call rate control for the caller', zh: '主叫呼叫频次管控', by: 'control' },
	8048: { en: 'Call rate control for the callee', zh: '被叫呼叫频次管控', by: 'control' },
	8049: {
		en: 'Call rate control for the service (X) number',
		zh: '业务号码呼叫频次管控',
		by: 'control',
	},
	8050: { en: 'Calls are not allowed at this time of day', zh: '呼叫时段限制', by: 'control' },
	8051: { en: 'The sub-enterprise is suspended', zh: '子企业被暂停', by: 'control' },
	8055: {
		en: 'The X number is unusable: neither calls nor SMS',
		zh: 'X号码不可用,呼叫和短信功能不可用',
		by: 'control',
	},
	8056: { en: 'Control of test-call numbers', zh: '拨测号码管控', by: 'control' },
	8057: { en: 'Control of call direction', zh: '呼叫方向管控', by: 'control' },
	8058: {
		en: 'The practitioner (actual user of the A number) is not real-name registered',
		zh: '从业者未实名',
		by: 'tenant',
	},
	8059: { en: 'Blocked by the carrier', zh: '运营商拦截', by: 'network' },
	8100: { en: 'The called number does not exist', zh: '被叫号码不存在', by: 'callee' },
	8101: {
		en: 'Callee rang but did not answer; the time limit is set by the carrier',
		zh: '被叫振铃后无应答,运营商网络原因,超时时间由运营商决定',
		by: 'callee',
	},
	8102: {
		en: 'Callee busy (in a call, ringing and so on)',
		zh: '被叫用户正忙(被叫正在通话、振铃等)',
		by: 'callee',
	},
	8103: {
		en: 'Callee has a bad signal, so the carrier could not reach it',
		zh: '被叫信号异常,导致运营商未接续到被叫',
		by: 'callee',
	},
	8104: {
		en: 'Callee is switched off (off, flight mode, no network)',
		zh: '被叫已关机(被叫处于关机、飞行模式、无网络等状态)',
		by: 'callee',
	},
	8105: { en: 'Callee’s service is suspended', zh: '被叫已停机', by: 'callee' },
	8139: { en: 'Other abnormal behaviour', zh: '其他异常行为', by: 'platform' },
};

/**
 * Words of `ulFailReason` for the codes that `stateCode` explains in others; `en` is left out where
 * only the Chinese differs. Source: 拆线点说明.
 */
export const RECORD_WORDING: Readonly<
	Record<number, (Pick<HangUpCause, 'zh'> & Partial<Pick<HangUpCause, 'en'>>) | undefined>
> = {
	522: { en: 'Not enough voice ports', zh: '语音端口不足' },
	7102: { en: 'Internal service fault', zh: '服务内部出错' },
	7109: { en: 'Not enough voice ports', zh: '语音端口不足' },
	7503: { en: 'Callee hung up', zh: '被叫挂机' },
	7504: { en: 'Call rejected', zh: '呼叫被拒绝' },
	7516: {
		en: 'Caller hung up before the call was forwarded, for example in AXE without an extension keyed in (not on a terminate of the platform)',
		zh: '呼叫转接前主叫挂机。例如AXE模式未输入分机号,主叫主动挂机,非OMP下发terminate场景。',
	},
	8006: { en: 'The voice file does not exist', zh: '放音文件不存在' },
	8007: { en: 'Playing a prompt to the user failed', zh: '给用户放音失败' },
	8011: { en: 'Internal fault', zh: '内部错误' },
	8013: { zh: '无效的AX模式呼叫(存在AX绑定,但无临时被叫)' },
	8014: { en: 'Invalid AXB call', zh: '无效的AXB模式呼叫' },
	8019: {
		en: 'No call-back record: AXE or AX where A calls X',
		zh: '回呼记录不存在(AXE/AX模式,A呼X场景)',
	},
	8020: { en: 'Abnormal service', zh: '业务异常' },
	8031: { en: 'Assigning the Y number during the call failed', zh: '呼叫过程中分配Y号码失败' },
	8033: { zh: '收到的分机号为空' },
	8035: {
		en: 'Callee did not answer: ringing timed out',
		zh: '被叫无应答,振铃超时未响应',
	},
	8040: { en: 'Internal fault', zh: '内部错误' },
	8051: { zh: '子企业暂停' },
	8055: {
		en: 'The X number may neither call nor text: check its status',
		zh: 'X号码无呼叫和短信权限,请检查X号码状态',
	},
	8101: { en: 'Callee did not answer', zh: '被叫无应答' },
	8103: { en: 'Callee cannot be reached for the moment', zh: '被叫用户暂时无法接通' },
	8105: {
		en: 'Callee hung up, or callee’s service is suspended',
		zh: '被叫挂机或被叫已停机',
	},
};

/** Causes in `fwdUnaswRsn` of call records. Source: Q.850. */
export const Q850_CAUSES: Readonly<Record<number, Omit<HangUpCause, 'by'> | undefined>> = {
	0: { en: 'Not applicable', zh: '不涉及' },
	1: { en: 'Unallocated number', zh: '无法找到号码' },
	2: { en: 'No route to the transit network', zh: '无法路由到网络' },
	3: { en: 'No route to destination', zh: '无法路由到目的地' },
	4: { en: 'Send special information tone', zh: '发送特殊消息' },
	5: { en: 'Misdialled trunk prefix', zh: '中继前缀出错' },
	6: { en: 'Channel unacceptable', zh: '通道无法接入' },
	7: { en: 'Call awarded on an established channel', zh: '已经建立频道' },
	8: { en: 'Pre-emption', zh: '抢先占有' },
	9: { en: 'Pre-emption, circuit reserved', zh: '抢先占有保留' },
	16: { en: 'Normal call clearing', zh: '正常呼叫清除' },
	17: { en: 'User busy', zh: '用户忙' },
	18: { en: 'No user responding', zh: '无应答' },
	19: { en: 'No answer from user (user alerted)', zh: '无用户应答' },
	20: { en: 'Subscriber absent', zh: '用户不可及' },
	21: { en: 'Call rejected', zh: '拒绝呼叫' },
	22: { en: 'Number changed', zh: '号码已改变' },
	23: { en: 'Redirection', zh: '重定向' },
	25: { en: 'Exchange routing error', zh: '交换路由错误' },
	26: { en: 'Non-selected user clearing', zh: '无用户准许' },
	27: { en: 'Destination out of order', zh: '目标无序' },
	28: { en: 'Invalid number format', zh: '非法号码格式' },
	29: { en: 'Facility rejected', zh: '设备拒绝' },
	30: { en: 'Response to status enquiry', zh: '状态查询' },
	31: { en: 'Normal, unspecified', zh: '正常' },
	34: { en: 'No circuit or channel available', zh: '路由不可达' },
	38: { en: 'Network out of order', zh: '网络状态不好' },
	39: { en: 'Frame-mode connection out of service', zh: '服务链接不上' },
	40: { en: 'Frame-mode connection operational', zh: '链接进行中' },
	41: { en: 'Temporary failure', zh: '暂时失败' },
	42: { en: 'Switching equipment congestion', zh: '设备拥塞' },
	43: { en: 'Access information discarded', zh: '信息丢弃' },
	44: { en: 'Requested channel not available', zh: '通道无法接入' },
	46: { en: 'Precedence call blocked', zh: '呼叫阻塞' },
	47: { en: 'Resource unavailable', zh: '无可用资源' },
	49: { en: 'Quality of service not available', zh: '品质无效' },
	50: { en: 'Requested facility not subscribed', zh: '设备没预订' },
	53: { en: 'Outgoing calls barred within CUG', zh: '闭合群OCB呼出受限' },
	55: { en: 'Incoming calls barred within CUG', zh: '闭合群ICB呼入受限' },
	57: { en: 'Bearer capability not authorised', zh: '无权限发送' },
	58: { en: 'Bearer capability not presently available', zh: '发送无效' },
	62: { en: 'Inconsistent access information and class', zh: '等级不一致' },
	63: { en: 'Service or option not available', zh: '服务无效' },
	65: { en: 'Bearer capability not implemented', zh: '发送无法执行' },
	66: { en: 'Channel type not implemented', zh: '通道无法执行' },
	69: { en: 'Requested facility not implemented', zh: '设备无效' },
	70: { en: 'Only restricted digital information available', zh: '发送有效' },
	79: { en: 'Service or option not implemented', zh: 'CV服务没设置' },
	81: { en: 'Invalid call reference value', zh: '引用非法值' },
	82: { en: 'Identified channel does not exist', zh: '通道不存在' },
	83: { en: 'Suspended call exists, but not this identity', zh: 'ID不存在' },
	84: { en: 'Call identity in use', zh: '呼叫ID不存在' },
	85: { en: 'No call suspended', zh: '无呼叫等待' },
	86: { en: 'Call with this identity was cleared', zh: '隐藏号码呼叫' },
	87: { en: 'User not a member of the CUG', zh: 'CUG无成员' },
	88: { en: 'Incompatible destination', zh: '目标冲突' },
	90: { en: 'Non-existent CUG', zh: 'CUG不存在' },
	91: { en: 'Invalid transit network selection', zh: '无效网络' },
	95: { en: 'Invalid message', zh: '无效信息' },
	96: { en: 'Mandatory information element missing', zh: '非托管元素' },
	97: { en: 'Message type does not exist', zh: '类型不存在' },
	98: { en: 'Message not compatible with call state', zh: '信息没执行' },
	99: { en: 'Information element does not exist', zh: '信息单元不存在' },
	100: { en: 'Invalid information element contents', zh: '无效的信息单元' },
	101: { en: 'Message not compatible with call state', zh: '呼叫状态不一致' },
	102: { en: 'Recovery on timer expiry', zh: '定时器超时' },
	103: { en: 'Parameter does not exist, passed on', zh: '参数不存在' },
	110: { en: 'Message with unrecognised parameter discarded', zh: '消息中带有未识别的参数' },
	111: { en: 'Protocol error', zh: '协议错误' },
	127: { en: 'Interworking, unspecified', zh: '未指定的交互' },
};
