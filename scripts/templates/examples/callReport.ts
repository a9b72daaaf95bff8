import { lines } from '../parts/lines';
import { robot, robotStep } from '../parts/robot';
import { sampleCalls } from '../parts/samples';
import { ask, code, robotSettings, settings, webhook } from '../parts/steps';
import { callbacks, calls, getRows, makeTable } from '../parts/tables';
import type { Example } from '../workflow';

const tell = robot([8, 1]);

/** Figures of the calls: a page with charts, and a message every morning. */
export const callReport: Example = {
	id: 'call-report',
	name: 'Call Report: a page with charts, and a message every morning 通话报表',
	about: {
		title: ['Call report: page and daily message', '通话报表：网页与每日消息'],
		what: [
			'A page shows the calls a day and an hour, the answered rate, the missed calls and whether they were called back, the billed minutes, all by privacy number; and every morning the robot of your group gets the figures of the day before. It reads *Private Number Calls* (written by *Call Records → Table*) and *Private Number Callbacks* (written by *Missed Call → Robot*).',
			'网页展示每日和各时段的通话量、接通率、未接来电及其回电情况、计费分钟，并按隐私号汇总；每天早上把前一天的数据发到群里。数据来自 *Private Number Calls*（由“话单 → 数据表”写入）和 *Private Number Callbacks*（由“未接来电 → 群机器人”写入）。',
		],
		steps: [
			robotStep,
			[
				'Set *Authentication* of **Report Page** to Basic Auth. Numbers of people are masked on the page, but figures are figures.',
				'把 **Report Page** 的 *Authentication* 设为 Basic Auth。页面上的个人号码已打码，但经营数据不宜公开。',
			],
			[
				'Publish the workflow (Publish) and open the Production URL of **Report Page** in a browser, on a phone too. `?days=30` shows 30 days, `?lang=en` English; without it the language of the browser decides.',
				'发布（Publish）工作流，用电脑或手机浏览器打开 **Report Page** 的 Production URL。`?days=30` 查看 30 天，`?lang=zh` 指定中文；不指定时跟随浏览器语言。',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with pinned sample calls; the HTML is in **Draw Page**. With the simulator: make some calls, then open the page.',
			'立即体验：点击 *Execute workflow*，用固定的样例通话运行，HTML 在 **Draw Page** 的输出中。使用模拟器：打几通电话，再打开网页。',
		],
	},
	notes: [
		{
			name: 'About the Figures',
			at: [3.6, -1.2],
			width: 640,
			text: [
				'**The figures.** Days and hours are those of `timeZone` in **Settings**. *Missed*: the other side was called and did not take it; *not connected*: nobody was called. A missed call counts as settled when its task is done or the two have spoken since. Rows of samples are left out.',
				'**口径。** 日期和时段按 **Settings** 中的 `timeZone` 计算。“未接听”指已呼叫对方而对方未接；“未接续”指未呼叫到任何人。回电任务已完成，或双方之后已通话的，视为已处理。样例数据不计入。',
			],
		},
	],
	nodes: [
		webhook('Report Page', [0, 0], 'private-number-report', 'GET'),
		{
			name: 'Every Morning',
			at: [0, 1],
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			parameters: { rule: { interval: [{ triggerAtHour: 8, triggerAtMinute: 30 }] } },
		},
		settings([1, 0], [...robotSettings, ['timeZone', 'Asia/Shanghai']]),
		makeTable(calls, 'Make Calls', [2, -1]),
		makeTable(callbacks, 'Make Callbacks', [3, -1]),
		code('Period', [2, 0], lines('reportPeriod')),
		getRows({
			table: calls,
			name: 'Calls of the Period',
			at: [3, 0],
			where: [
				['callTime', 'gte', '={{ $json.from }}'],
				['callTime', 'lte', '={{ $json.end }}'],
			],
			more: { alwaysOutputData: true },
		}),
		getRows({
			table: callbacks,
			name: 'Callbacks',
			at: [4, 0],
			where: [['missedAt', 'gte', "={{ $('Period').first().json.from }}"]],
			more: { executeOnce: true, alwaysOutputData: true },
		}),
		code('Figures', [5, 0], lines('reportFigures')),
		ask(
			'if',
			'Is for the Page',
			[6, 0],
			[{ left: '={{ $json.isPage }}', type: 'boolean', operation: 'true' }],
		),
		code('Draw Page', [7, 0], lines('reportPage')),
		{
			name: 'Show Page',
			at: [8, 0],
			type: 'n8n-nodes-base.respondToWebhook',
			typeVersion: 1.1,
			parameters: {
				respondWith: 'text',
				responseBody: '={{ $json.html }}',
				options: {
					responseHeaders: {
						entries: [
							{ name: 'Content-Type', value: 'text/html; charset=utf-8' },
							{ name: 'Cache-Control', value: 'no-store' },
						],
					},
				},
			},
		},
		code('Write Message', [7, 1], lines('reportMessage')),
		...tell.nodes,
	],
	links: [
		'Report Page > Settings > Make Calls > Make Callbacks',
		'Every Morning > Settings > Period > Calls of the Period > Callbacks > Figures > Is for the Page > Draw Page > Show Page',
		'Is for the Page:1 > Write Message > Message for Robot',
		...tell.links,
	],
	pins: {
		'Report Page': [
			{ headers: { 'accept-language': 'zh-CN' }, params: {}, query: {}, body: {}, sample: true },
		],
		'Calls of the Period': sampleCalls(),
	},
	// Every view of the page would keep all rows that it counted.
	settings: { saveDataSuccessExecution: 'none' },
};
