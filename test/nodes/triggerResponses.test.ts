import { triggerDesk } from './triggerDesk';
import { work } from './work';

const { sample, trigger } = triggerDesk();

describe('respond after success', () => {
	const afterSuccess = (ackDeadline: number): void => {
		trigger.set({ respond: 'afterSuccess', options: { ackDeadline } });
	};
	beforeEach(() => {
		afterSuccess(60);
	});

	test('a workflow that succeeds acknowledges', async () => {
		expect((await sample('fee')).status).toBe(200);
	});

	test('a workflow that does not succeed makes the platform send again', async () => {
		trigger.onRun(() => Promise.reject(new Error('no')));
		expect((await sample('fee')).status).toBe(500);
	});

	test('a workflow that is late makes the platform send again, and harms nothing when it ends', async () => {
		const { result, end } = work();
		const begun = new Promise<void>((resolve) => {
			trigger.onRun(async () => {
				resolve();
				await result;
			});
		});
		const inTime = sample('numStatus');
		await begun;
		afterSuccess(1);
		expect((await sample('fee')).status).toBe(500);
		end();
		expect((await inTime).status).toBe(200);
		afterSuccess(60);
		expect((await sample('fee')).status).toBe(200);
	});
});
