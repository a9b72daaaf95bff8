import type { FaultRequest } from '../../../simulator';
import { openApplications } from '../../../simulator/applications/application';
import type { Clock } from '../../../simulator/wire/clock';
import { openFaults } from '../../../simulator/faults/faults';
import { openJournal } from '../../../simulator/wire/journal';
import { resolveOptions } from '../../../simulator/config/options';
import { retryMinutes } from '../../../simulator/pushes/push';
import type { PushRequest } from '../../../simulator/pushes/push';
import { openPushes } from '../../../simulator/pushes/pushes';
import type { Pushes } from '../../../simulator/pushes/pushes';
import { waitUntil } from '../../waitUntil';
import { axbApplication, closeAll, openReceiver } from '../helpers';

afterEach(closeAll);

describe('the time of a push', () => {
	/** A clock that stands still; each step goes to the next moment at which something is to happen. */
	function openSteps(): { clock: Clock; step: () => Promise<void> } {
		const jobs: { due: number; run: () => void }[] = [];
		let now = Date.now();
		const afterReal = (ms: number, run: () => void): (() => void) => {
			const job = { due: now + ms, run };
			jobs.push(job);
			return () => jobs.splice(jobs.indexOf(job), 1);
		};
		const clock: Clock = {
			speed: 1,
			now: () => now,
			after: afterReal,
			afterReal,
			pause: (ms) => new Promise((resolve) => afterReal(ms, resolve)),
			closed: false,
			close: () => undefined,
		};
		return {
			clock,
			async step() {
				await waitUntil(() => jobs.length > 0);
				const [next] = jobs.sort((one, other) => one.due - other.due).splice(0, 1);
				if (!next) return;
				now = next.due;
				next.run();
			},
		};
	}

	/** Pushes to a customer who takes none; `arrivals` tells after how many milliseconds each try came. */
	async function openTimed(...switchedOn: FaultRequest[]) {
		const { clock, step } = openSteps();
		const receiver = await openReceiver();
		const arrivals: number[] = [];
		const begin = clock.now();
		receiver.answerWith(() => {
			arrivals.push(clock.now() - begin);
			return { status: 500 };
		});
		const pushUrls = { all: receiver.url };
		const options = resolveOptions({ applications: [{ ...axbApplication, pushUrls }] });
		const faults = openFaults(() => undefined);
		for (const fault of switchedOn) faults.add(fault);
		const pushes: Pushes = openPushes(options, clock, faults, openJournal());
		const [application] = openApplications(options, clock.now).all;
		const push = { application, kind: 'callEvent', event: 'callin', body: {} } as PushRequest;
		return { pushes, push, step, arrivals };
	}

	it('is 0, 1, 4, 9, 106, 203 and 300 minutes after the first try', async () => {
		const { pushes, push, step, arrivals } = await openTimed();
		const record = pushes.notify({ ...push, retries: retryMinutes });
		for (let repeats = 0; repeats < 6; repeats += 1) await step();
		await waitUntil(() => record?.state === 'failed');
		expect(arrivals.map((ms) => ms / 60_000)).toEqual([0, 1, 4, 9, 106, 203, 300]);
		await pushes.close();
	});

	it('is as late as a fault says', async () => {
		const { pushes, push, step, arrivals } = await openTimed({ kind: 'pushLate', delayMs: 100 });
		const record = pushes.notify(push);
		await step();
		await waitUntil(() => record?.state === 'failed');
		expect(arrivals).toEqual([100]);
		await pushes.close();
	});
});
