import { lines } from '../parts/lines';
import { robot, robotStep } from '../parts/robot';
import { code, robotSettings, settings } from '../parts/steps';
import type { Example } from '../workflow';

const tell = robot([3, 0]);

/** A workflow that failed is told to the group. */
export const errorToRobot: Example = {
	id: 'error-to-robot',
	name: 'Error → Robot: know at once which workflow failed 工作流失败 → 群机器人',
	about: {
		title: ['Workflow failed → robot', '工作流失败 → 群机器人'],
		what: [
			'When a workflow fails, the robot of your group tells which one, in which step, why, and where to look. Phone numbers in the reason are masked.',
			'工作流失败时，群机器人告知是哪个工作流、哪一步、什么原因，并附上执行记录的链接。原因中的手机号已打码。',
		],
		steps: [
			robotStep,
			[
				'Publish this workflow (Publish). Then open each workflow that you want watched: *Settings* → *Error Workflow* → choose this one.',
				'发布（Publish）本工作流。然后在每个要监控的工作流中：*Settings*（设置）→ *Error Workflow*（错误工作流）→ 选择本工作流。',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample. It starts only for production runs, not when a test run in the editor fails. When the robot itself cannot be reached, this workflow is red: look at *Executions* now and then.',
			'立即体验：点击 *Execute workflow*，用固定的样例运行。仅生产运行失败时触发，编辑器中的测试失败不触发。机器人本身不可达时，本工作流会变红：请不时查看 *Executions*。',
		],
	},
	nodes: [
		{
			name: 'A Workflow Failed',
			at: [0, 0],
			type: 'n8n-nodes-base.errorTrigger',
			typeVersion: 1,
			parameters: {},
		},
		settings([1, 0], robotSettings),
		code('Write Message', [2, 0], lines('errorMessage')),
		...tell.nodes,
	],
	links: ['A Workflow Failed > Settings > Write Message > Message for Robot', ...tell.links],
	pins: {
		'A Workflow Failed': [
			{
				execution: {
					id: '231',
					url: 'https://n8n.example.com/workflow/1/executions/231',
					error: { message: 'Not saved 未保存: 1200_1029_0_20260101080000.wav' },
					lastNodeExecuted: 'Not All Saved',
					mode: 'webhook',
				},
				workflow: { id: '1', name: 'Call Record → File' },
				sample: true,
			},
		],
	},
};
