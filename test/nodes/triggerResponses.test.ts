import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import express from 'express';

import { acknowledgeWithin } from '../../nodes/PrivateNumberTrigger/answer';
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

test('an answer that has begun by the deadline is not cut', async () => {
	const app = express();
	app.get('/', async (_request, response) => {
		acknowledgeWithin(response, 20);
		response.write('begun');
		await pause(100);
		response.end(' and ended');
	});
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	expect({ status: answer.status, text: await answer.text() }).toEqual({
		status: 200,
		text: 'begun and ended',
	});
	await new Promise((resolve) => server.close(resolve));
});
