import type { Chinese } from './translate';

/** The Chinese of the calls that every mode can end. */
export const call: Chinese = {
	Call: '通话',
	End: '终止通话',
	'End call': '终止通话',
	'End a call that is going on (终止呼叫)': '终止正在进行的通话',
	'Session ID': '会话 ID',
	'ID of the call (呼叫会话ID), as every event of the call carries it':
		'这通电话的 ID，它的每个事件里都有',
};
