import type { Chinese } from './translate';

/** The Chinese of the texts that wait for a decision. */
export const sms: Chinese = {
	SMS: '短信',
	Forward: '转发',
	'Forward waiting SMS': '转发等待中的短信',
	'Send the text that waits on to a number (转发短信)': '把等待中的短信转发给一个号码',
	'Send To': '接收号码',
	'Mobile number that gets the text (短信接收方); its sender is the one of the waiting text':
		'接收短信的手机号。发送方还是原来那条短信的发送方',
	Discard: '丢弃',
	'Discard waiting SMS': '丢弃等待中的短信',
	'Drop the text that waits (丢弃短信)': '丢弃等待中的短信，不转发',
};
