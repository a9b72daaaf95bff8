import type { RobotKind } from '../../../simulator';
import { post } from '../user';
import { waitFor } from '../waiting';
import { phoneA, phoneB, axb, tables } from './world';
import type { World } from './world';

/** Robots that take a message, and robots that do not. */
export function robots({
	playground,
	told,
	robotOf,
	use,
	call,
	bindPair,
	rows,
	empty,
}: World): void {
	describe('robots', () => {
		const missedCall = async (settings: Record<string, string>) => {
			const missed = await use('missed-call-to-robot', { settings });
			const [url = ''] = await missed.publish();
			playground.simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
			bindPair();
			await call({ caller: phoneA, called: axb, scenario: 'noAnswer' });
			return await missed.next();
		};

		afterEach(async () => {
			await empty(tables.callbacks);
		});

		it.each<RobotKind>(['wecom', 'dingtalk', 'feishu'])('%s gets a missed call', async (robot) => {
			const execution = await missedCall(robotOf(robot));
			expect(execution.status).toBe('success');
			expect(playground.simulator.robotMessages).toEqual([
				expect.objectContaining({
					robot,
					text: expect.stringMatching(/未接来电.*138\*{4}0021 → 138\*{4}0023/) as string,
				}),
			]);
			expect(told()[0]).not.toMatch(new RegExp(`${phoneA}|${phoneB}`));
		});

		it.each<[RobotKind, string, RegExp]>([
			['wecom', '93000', /key/],
			['dingtalk', '300005', /access_token/],
			['feishu', '19001', /robotAddress/],
		])(
			'%s with a wrong address makes the step red, with the task kept',
			async (robot, code, why) => {
				const { robotAddress, ...rest } = robotOf(robot);
				const execution = await missedCall({
					...rest,
					robotAddress: robotAddress.replace(/\w+$/, 'wrong'),
				});
				expect(execution.status).toBe('error');
				expect(execution.data.resultData.error?.message).toContain(code);
				expect(execution.data.resultData.error?.message).toMatch(why);
				expect(execution.data.resultData.runData['Robot Took It']?.[0]?.error).toBeDefined();
				expect(await rows(tables.callbacks)).toHaveLength(1);
			},
		);

		it.each<[RobotKind, string]>([
			['dingtalk', '310000'],
			['feishu', '19021'],
		])('%s with a wrong secret says so', async (robot, code) => {
			const execution = await missedCall({ ...robotOf(robot), robotSecret: 'wrong' });
			expect(execution.data.resultData.error?.message).toContain(code);
		});

		it('a robot that cannot be reached, or is none, makes the run red', async () => {
			const nobody = await missedCall({ robotAddress: 'http://127.0.0.1:9/send?key=x' });
			expect(nobody.status).toBe('error');
			expect(nobody.data.resultData.runData['Tell Robot']?.[0]?.error).toBeDefined();
			playground.simulator.reset();
			const other = await missedCall({ robot: 'slack' });
			expect(other.data.resultData.error?.message).toMatch(/slack.*wecom/);
		});

		it('a workflow that fails is told, by the error workflow', async () => {
			const watcher = await use('error-to-robot');
			await watcher.publish();
			const failing = await use('missed-call-to-robot', { settings: { robot: 'slack' } });
			const { api } = playground;
			const workflow = await api.workflow(failing.id);
			const settings = { ...workflow?.settings, errorWorkflow: watcher.id };
			const changed = await api.updateWorkflow(failing.id, { settings });
			await api.activate(failing.id, changed.versionId);
			const [url = ''] = await failing.publish();
			await playground.simulator.sendSample({
				kind: 'fee',
				mode: 'AXB',
				url,
				body: missedRecord('robot-1'),
			});
			const text = await waitFor('a message', () => Promise.resolve(told()[0]));
			expect(text).toMatch(/Missed Call → Robot/);
			expect(text).toMatch(/Message for Robot/);
			expect((await watcher.next()).status).toBe('success');
			expect((await post(url, {})).status).not.toBe(200);
		});
	});
}

/** A call record of a call that nobody took, as the platform sends it. */
export function missedRecord(icid: string, more: object = {}): object {
	return {
		eventType: 'fee',
		feeLst: [
			{
				icid,
				direction: 1,
				bindNum: '+8613800006666',
				sessionId: `session-${icid}`,
				subscriptionId: 'subscription',
				callerNum: '+8613800000021',
				calleeNum: '+8613800006666',
				fwdDisplayNum: '+8613800006666',
				fwdDstNum: '+8613800000023',
				callInTime: '2026-03-04 05:06:07',
				fwdStartTime: '2026-03-04 05:06:08',
				fwdAlertingTime: '2026-03-04 05:06:10',
				callEndTime: '2026-03-04 05:06:40',
				fwdUnaswRsn: 18,
				ulFailReason: 0,
				sipStatusCode: 0,
				callOutUnaswRsn: 0,
				recordFlag: 0,
				...more,
			},
		],
	};
}
