import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ensureN8n } from '../../../playground/n8n/install/n8n';
import { n8nEnvironment } from '../../../playground/n8n/environment';
import { run } from '../../../playground/machine/run';
import { freePort } from '../../../playground/machine/ports';
import type { Execution, StoredWorkflow } from '../../../playground/n8n/types';
import {
	foreignParameters,
	templateDocument,
	templateNames,
	type NodeDescription,
} from '../../templates/documents';
import { waitFor } from '../waiting';
import { tables } from './world';
import type { World } from './world';

/** How an example runs from its pinned sample. */
interface SampleRun {
	trigger: string;
	/** Steps that must have been reached. */
	reaches: string[];
	/** What a step gives out that shows what the example is for. */
	says?: [step: string, words: RegExp];
}

const runs: Record<string, SampleRun> = {
	'order-to-bind': {
		trigger: 'New Order',
		reaches: ['Write into Ledger'],
		says: [
			'Answer Order System',
			/"status":200.*请拨打 17000000003 联系司机.*订单 SAMPLE-1 已绑定/,
		],
	},
	'order-closed-to-unbind': {
		trigger: 'Order Closed',
		reaches: ['Unbind'],
		says: ['Write Answer', /"unbound":true.*订单 SAMPLE-2 已关闭，已解绑/],
	},
	'bulk-bind': {
		trigger: 'Upload Spreadsheet',
		reaches: ['Plan', 'Results'],
		says: ['Write Message', /批量绑定 sample（样例）.*SAMPLE-5 .*号码A无效/],
	},
	'nightly-clean-up': {
		trigger: 'Every Night',
		reaches: ['Was Unbound'],
		says: ['Write Message', /1 个绑定即将到期.*A-1003 · 138\*{4}0003.*已解绑 1 个/],
	},
	'call-records-to-table': { trigger: 'Call Is Over', reaches: ['All Written'] },
	'call-record-recording-to-file': {
		trigger: 'Call Is Over',
		reaches: [],
		says: ['Call Record with File', /2026-01-01_16-00-00_A-1001_1200_1029_0_20260101080000\.wav/],
	},
	'recording-to-summary': {
		trigger: 'Call Is Over',
		reaches: ['Save Row'],
		says: ['Write Message', /订单 A-1001 · 样例.*骑手到达楼下/],
	},
	'missed-call-to-robot': {
		trigger: 'Call Is Over',
		reaches: ['Open Task'],
		says: ['Write Message', /未接来电 01-01 16:00 · 138\*{4}0001 → 139\*{4}0002/],
	},
	'number-status-to-stock': {
		trigger: 'Number Changed',
		reaches: ['Save Status'],
		says: ['Write Message', /【告警】隐私号 17000000003 · 不可用 · 欠费/],
	},
	'call-report': {
		trigger: 'Report Page',
		reaches: ['Show Page'],
		says: ['Draw Page', /<title>通话报表.*<svg.*北京时间/],
	},
	'ax-sms-moderation': {
		trigger: 'Somebody Texts',
		reaches: [],
		says: ['Discard', /没有客户/],
	},
	'x-call-routing': {
		trigger: 'Somebody Calls',
		reaches: [],
		says: ['Reject', /"isBlocked":false/],
	},
	'axe-extension-desk': {
		trigger: 'Who Needs an Extension',
		reaches: [],
		says: ['Write into Ledger', /王小明.*"extension":"0012".*"sample":true/],
	},
	'ai-assistant': {
		trigger: 'Somebody Writes',
		reaches: ['Assistant'],
		says: ['Answer', /订单 A-1001 .*已接通/],
	},
	'fan-out': { trigger: 'Any Push', reaches: ['One Item a Workflow'] },
	'error-to-robot': {
		trigger: 'A Workflow Failed',
		reaches: [],
		says: ['Write Message', /【告警】工作流失败：Call Record → File（样例）.*Not All Saved/],
	},
};

/** Every example as somebody has it who imported the files and set nothing. */
export function samples({ playground, rows, empty }: World): void {
	describe('imported with n8n import:workflow, with nothing set', () => {
		let workflows: Pick<StoredWorkflow, 'id' | 'name'>[];
		let types: NodeDescription[];

		beforeAll(async () => {
			const install = await ensureN8n();
			const environment = n8nEnvironment({
				install,
				userFolder: playground.userFolder,
				port: await freePort(),
				brokerPort: await freePort(),
				filesFolder: playground.n8n.filesFolder,
			});
			// The command of docs/examples.md, with the home of this n8n.
			const installed = '.n8n/nodes/node_modules/n8n-nodes-huawei-private-number/templates';
			const input = `--input=${join(playground.userFolder, installed)}`;
			const command = [install.program, 'import:workflow', '--separate', input];
			await run(install.node, command, { cwd: playground.userFolder, environment });
			workflows = await playground.api.workflows();
			const file = await playground.api.file('/types/nodes.json');
			types = (await file.json()) as NodeDescription[];
		});

		afterAll(async () => {
			for (const table of Object.values(tables)) await empty(table);
		});

		const started = async (id: string, trigger: string): Promise<Execution> => {
			const { api } = playground;
			const { executionId } = await api.request<{ executionId: string }>(
				'POST',
				`/rest/workflows/${id}/run`,
				{ triggerToStartFrom: { name: trigger } },
			);
			return await waitFor(`the end of ${trigger}`, async () => {
				const execution = await api.execution(executionId);
				return ['new', 'running'].includes(execution.status) ? undefined : execution;
			});
		};

		it.each(templateNames)('%s uses parameters that its nodes have in this n8n', (name) => {
			for (const node of templateDocument(name).nodes) {
				const description = types.find(
					(type) => type.name === node.type && [type.version].flat().includes(node.typeVersion),
				);
				if (!description) throw new Error(`${node.type} ${node.typeVersion} does not exist.`);
				expect({ [node.name]: foreignParameters(node, description) }).toEqual({ [node.name]: [] });
			}
		});

		it.each(templateNames)('%s is green at once, from its own sample', async (name) => {
			const wanted = templateDocument(name).name;
			const found = workflows.filter((workflow) => workflow.name === wanted);
			expect(found).toHaveLength(1);
			const { trigger = '', reaches = [], says } = runs[name] ?? {};
			const { status, data } = await started(found[0]?.id ?? '', trigger);
			const { error, runData } = data.resultData;
			expect({ status, why: error?.message }).toEqual({ status: 'success', why: undefined });
			expect(Object.keys(runData)).toEqual(expect.arrayContaining(reaches));
			if (says) expect(JSON.stringify(runData[says[0]]?.at(-1)?.data?.main)).toMatch(says[1]);
			const failed = Object.entries(runData).filter(([, each]) => each.some((one) => one.error));
			expect(failed.map(([step]) => step)).toEqual([]);
		});

		it('asks the platform for nothing, and marks every row as a sample', async () => {
			expect(playground.simulator.requests).toEqual([]);
			for (const table of Object.values(tables)) {
				const written = await rows(table);
				expect(written.filter(({ sample }) => sample !== true)).toEqual([]);
			}
			expect((await rows(tables.bindings)).length).toBeGreaterThan(0);
			expect(await rows(tables.calls)).toHaveLength(1);
			for (const table of ['AX Conversations', 'X Call Routes', 'X Blacklist']) {
				expect({ [table]: await rows(table) }).toEqual({ [table]: [] });
			}
			expect(readdirSync(playground.n8n.filesFolder)).toEqual([]);
		});
	});
}
