import type { Coded } from './events';

type Meaning = Omit<Coded, 'code'>;
type Meanings = Readonly<Record<string, Meaning | undefined>>;

/** What became of a text: `sendResult`. Source: 短信通知接口, union of the modes' tables. */
export const SMS_RESULTS: Meanings = {
	0: { en: 'Sent', zh: '成功' },
	1: { en: 'Not sent: the account is frozen', zh: '用户账户冻结' },
	2: { en: 'Not sent: there is no binding', zh: '绑定关系不存在' },
	3: { en: 'Not sent: the privacy number is suspended', zh: 'X号码被暂停' },
	4: { en: 'Not sent: the application is not in commercial use', zh: '非商用APP' },
	5: { en: 'Not sent: the platform had an internal fault', zh: '系统内部错误' },
	6: { en: 'Discarded, as decided', zh: 'SP指示丢弃' },
	7: { en: 'Discarded: no decision came in time', zh: '等待SP审核超时丢弃' },
	8: { en: 'Blocked by a blacklist', zh: '黑名单管控' },
	9: { en: 'Only some of the parts were sent', zh: '部分发送成功' },
	10: { en: 'None of the parts was sent', zh: '全部发送失败' },
	11: { en: 'Not sent: the privacy number has no SMS', zh: 'X号码不支持短信能力' },
	12: { en: 'Not sent: the agreed key word is missing', zh: '短信内容不包含特征关键词' },
	13: { en: 'Not sent: it has a forbidden word', zh: '短信内容包含禁止词汇' },
};

/** State of a privacy number: `numInfo.status`. Source: X号码状态通知接口. */
export const NUMBER_STATUS: Meanings = {
	5: { en: 'Normal', zh: '正常' },
	9: { en: 'Suspended: no binding, calls or SMS', zh: '暂停' },
	10: { en: 'Unavailable: no binding, calls or SMS', zh: '不可用' },
	11: { en: 'No new bindings; existing ones go on', zh: '冻结绑定' },
};

/** Why a privacy number changed its state: `numInfo.cause`. Source: X号码状态通知接口. */
export const NUMBER_CAUSES: Meanings = {
	1: { en: 'The number was deleted', zh: '号码已删除' },
	2: { en: 'Arrears', zh: '欠费' },
	3: { en: 'Service suspended', zh: '停机' },
	5: { en: 'Calls restricted by the carrier', zh: 'X号码被运营商限呼' },
	6: { en: 'Restriction by the carrier lifted', zh: 'X号码限呼恢复' },
	7: { en: 'Unconditional call forwarding is on', zh: '无条件前转' },
	8: { en: 'Call forwarding on no answer is on', zh: '无应答前转' },
	9: { en: 'Call forwarding on busy is on', zh: '被叫忙前转' },
};
