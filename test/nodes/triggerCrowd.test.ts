import { performance } from 'node:perf_hooks';

import { overload, waits } from '../../nodes/PrivateNumberTrigger/load';
import { X1 } from './fixture';
import { A, B, stampOfNow, triggerDesk } from './triggerDesk';
import { work } from './work';

const { push, trigger } = triggerDesk();

/** Keeps the process busy for so long, as starting many executions does. */
function block(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

describe('a process that has more to start than it can', () => {
	const crowd = (count: number): (() => void) => {
		const all = Array.from({ length: count }, () => waits());
		return () => {
			for (const done of all) done();
		};
	};

	test('has no time for another caller, whatever the number of those that wait', () => {
		const leave = crowd(20);
		overload(4000);
		block(1000);
		expect(overload(4000)).toMatch(/^20 others wait, and this process is \d{3,} ms late$/);
		leave();
	});

	test('has time where only a few wait: one slow moment is no crowd', () => {
		const leave = crowd(3);
		overload(4000);
		block(1000);
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('counts a caller who was answered twice once', () => {
		const leave = crowd(20);
		leave();
		leave();
		const again = crowd(4);
		overload(4000);
		block(1000);
		expect(overload(4000)).toBeUndefined();
		again();
	});
});

test('a caller in a crowd gets the default answer at once, and one line in the log', async () => {
	const call = (sessionId: string) =>
		push({
			eventType: 'callin',
			statusInfo: {
				sessionId,
				timestamp: stampOfNow(),
				caller: A,
				called: X1,
				notifyMode: 'Block',
			},
		});
	const { result, end } = work();
	const connect = { operation: 'connect', connectInfo: { calleeNum: B } };
	trigger.set({ respond: 'workflow', options: { replyDeadline: 8, maxBlockAge: 600 } });
	let asked = 0;
	const first = new Promise<void>((resolve) => {
		trigger.onReply(() => {
			asked += 1;
			if (asked === 5) resolve();
			return result;
		});
	});
	const patient = Array.from({ length: 5 }, (_, index) => call(`early ${index}`));
	await first;
	const busy = setInterval(() => {
		block(700);
	}, 1);
	const late = await call('late');
	clearInterval(busy);
	expect(JSON.parse(late.text)).toEqual({ operation: 'close', closeInfo: {} });
	expect(trigger.executions).toHaveLength(5);
	expect(trigger.warnings).toEqual([expect.stringContaining('a workflow was not asked')]);
	end(connect);
	await Promise.all(patient);
});
