import { lines } from '../parts/lines';
import { consoleStep, credentialStep, tryIt } from '../parts/notes';
import { callRecord, recorded } from '../parts/samples';
import { action, ask, code, settings, stop, trigger } from '../parts/steps';
import type { Example } from '../workflow';

/** The recording of every call becomes a file. */
export const recordingToFile: Example = {
	id: 'call-record-recording-to-file',
	name: 'Call Record → File: save the recording of every call 话单 → 文件',
	about: {
		title: ['Call record → recording → file', '话单 → 录音 → 文件'],
		what: [
			'When a recorded call is over, its recording is saved as a file named by date and order: `2026-01-01_16-00-00_A-1001_<name>.wav`. A recording that cannot be had is named; the others are saved.',
			'有录音的通话结束后，录音保存为以日期和订单命名的文件：`2026-01-01_16-00-00_A-1001_<原文件名>.wav`。取不到的录音会列出名称，其余照常保存。',
		],
		steps: [
			credentialStep('Call Is Over', 'Download Recording'),
			[
				'`folder` in **Settings** must exist, and n8n must be allowed to write there (`N8N_RESTRICT_FILE_ACCESS_TO`; its default is `.n8n-files` in the home folder of the user that n8n runs as).',
				'**Settings** 中的 `folder` 必须存在，且允许 n8n 写入（环境变量 `N8N_RESTRICT_FILE_ACCESS_TO`，默认为运行用户主目录下的 `.n8n-files`）。',
			],
			consoleStep('Call Is Over', '呼叫话单接收地址'),
		],
		more: tryIt(
			['and writes no file', '不会写文件'],
			[
				'dial, talk, hang up; the file is there some seconds later',
				'拨号、通话、挂机，几秒后即有文件',
			],
		),
	},
	notes: [
		{
			name: 'About the Download',
			at: [3, 0],
			width: 500,
			text: [
				'**Download.** A recording can appear some minutes later than its call record: `waitMinutes` in **Settings** says how long to try. Huawei keeps recordings for 7 days only. A record that comes twice writes the same file again.',
				'**下载。** 录音可能比话单晚几分钟生成，**Settings** 中的 `waitMinutes` 为等待分钟数。华为云只保存 7 天。重复的话单只会覆盖同一个文件。',
			],
		},
		{
			name: 'About What Is Missing',
			at: [5.6, 0],
			width: 420,
			text: [
				'**What was not saved** is named by **Not All Saved**, which ends the run as failed; the example *Error → Robot* can tell you.',
				'**未保存的录音**由 **Not All Saved** 列出，并把本次运行标为失败；可配合示例“工作流失败 → 群机器人”提醒。',
			],
		},
	],
	nodes: [
		trigger('Call Is Over', [0, 0], ['fee']),
		settings(
			[1, 0],
			[
				['folder', '/home/node/.n8n-files'],
				['waitMinutes', 5],
			],
		),
		ask(
			'filter',
			'Was Recorded',
			[2, 0],
			[{ left: '={{ $json.recording?.fileName }}', operation: 'notEmpty' }],
		),
		code('Name File', [3, 0], lines('recordingFileName')),
		action(
			'Axb',
			'Download Recording',
			[4, 0],
			{
				resource: 'recording',
				operation: 'download',
				source: 'file',
				fileName: '={{ $json.recording.fileName }}',
				recordDomain: '={{ $json.recording.recordDomain }}',
				binaryPropertyName: 'data',
				options: { waitForRecording: "={{ $('Settings').first().json.settings.waitMinutes }}" },
				requestOptions: {},
			},
			{ onError: 'continueErrorOutput' },
		),
		{
			name: 'Save File',
			at: [5, 0],
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1,
			parameters: {
				operation: 'write',
				fileName: "={{ $('Name File').item.json.path }}",
				dataPropertyName: 'data',
				options: {},
			},
			onError: 'continueErrorOutput',
		},
		{
			name: 'Call Record with File',
			at: [6, 0],
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: "={{ $('Name File').item.json }}",
				includeOtherFields: true,
				options: { stripBinary: false },
			},
		},
		stop(
			'Not All Saved',
			[6, 1],
			"=Not saved 未保存: {{ $input.all().map(({ json }) => (json.recording?.fileName ?? json.fileName ?? '?') + ' (' + (json.error?.message ?? json.error) + ')').join(', ') }}",
		),
	],
	links: [
		'Call Is Over > Settings > Was Recorded > Name File > Download Recording > Save File > Call Record with File',
		'Download Recording:1 > Not All Saved',
		'Save File:1 > Not All Saved',
	],
	pins: {
		'Call Is Over': [callRecord(recorded)],
		'Download Recording': [
			{ fileName: recorded.recording.fileName, mimeType: 'audio/x-wav', fileSize: 80044 },
		],
		'Save File': [
			{
				fileName: '/home/node/.n8n-files/2026-01-01_16-00-00_A-1001_1200_1029_0_20260101080000.wav',
			},
		],
	},
};
