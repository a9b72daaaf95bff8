import type { Chinese } from './translate';

/** The Chinese of the choices that several modes have in common. */
export const choices: Chinese = {
	'Choose Privacy Number By': '选号方式',
	Number: '指定号码',
	Area: '按城市',
	'Who May Call': '呼叫方向',
	'Which side may call the privacy number (呼叫方向)': '哪一方可以拨打隐私号',
	Both: '双向',
	'Only A': '仅 A',
	'Number Shown to A': 'A 的来显号码',
	'Privacy Number': '隐私号',
	'A sees X (显示隐私号码)': 'A 看到的是 X',
	'Number of the Caller': '真实主叫号码',
	'Carriers block calls that show the number of the caller. Choose it only if Huawei has opened it for this application.':
		'显示真实主叫号码的呼叫会被运营商拦截。只有华为已为这个应用开通时才能选择。',
	'Carriers block recorded calls that carry no announcement: add Recording Notice (录音提示音).':
		'没有录音提示音的录音通话会被运营商拦截：请添加“录音提示音”。',
	'Carriers block recorded calls that carry no announcement. It can be given only when the binding is created.':
		'没有录音提示音的录音通话会被运营商拦截。录音提示音只能在绑定时填写。',
	'You name the privacy number (指定号码)': '由您指定隐私号',
	'A free number of a city (按城市选号)': '由平台在一个城市选空闲的号码',
	'How the privacy number is chosen (选号方式). Only where you name it can a repeated binding be recognised.':
		'怎样选择隐私号。只有指定号码时，才能识别重复的绑定。',
	'A sees who calls (显示真实主叫号码)': 'A 看到来电人的真实号码',
	'Which number the phone of A shows when somebody calls X (来显号码). Carriers block calls that show the caller.':
		'有人拨打 X 时，A 的手机显示哪个号码。显示真实主叫号码的呼叫会被运营商拦截。',
};
