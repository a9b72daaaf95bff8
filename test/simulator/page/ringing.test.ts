import type { Page } from 'playwright-core';

import { closeAll, open } from '../helpers';
import type { Simulator } from '../../../simulator';
import { browsing, inBrowser } from './browser';

inBrowser('a phone that rings', () => {
	const browser = browsing();
	let simulator: Simulator;
	let page: Page;

	afterEach(closeAll);
	beforeEach(async () => {
		simulator = await open({ speed: 1 });
		simulator.bind('axbKey', {
			callerNum: '13800000021',
			calleeNum: '13800000023',
			relationNum: '13800006666',
		});
		page = await browser.open(simulator.url);
	});

	const phone = (index: number) => page.getByRole('region', { name: `Phone ${index}` });
	const ring = async (): Promise<void> => {
		const field = phone(1).getByLabel('Number to dial or text (X)');
		await field.fill('13800006666');
		await field.press('Enter');
		await phone(2).getByText('Incoming call').waitFor();
	};

	it('is answered with three steps of Tab after the number was dialled', async () => {
		await ring();
		for (let step = 0; step < 3; step += 1) {
			const focused = await page.evaluate('document.activeElement.textContent');
			if (focused === 'Answer') break;
			await page.keyboard.press('Tab');
		}
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Answer');
		await page.keyboard.press('Enter');
		await phone(1).getByText('Connected').waitFor();
		await phone(1).getByRole('button', { name: 'Hang up' }).click();
		await phone(1).getByText('Ended').waitFor();
	});

	it('has the focus on Answer when nobody types', async () => {
		simulator.startCall({ caller: '13800000021', called: '13800006666', interactive: true });
		await phone(2).getByText('Incoming call').waitFor();
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Answer');
	});

	it.each([
		['Busy', 8102, 'platform'],
		['Off', 8104, 'platform'],
		['Refused', 7503, 'callee'],
		['Blocked', 7504, 'callee'],
		['Rings out', 8101, 'platform'],
	])('ends as %s', async (name, ulFailReason, releasedBy) => {
		await ring();
		await phone(2).getByRole('button', { name, exact: true }).click();
		await phone(1).getByText(String(ulFailReason)).waitFor();
		expect(simulator.calls[0]).toMatchObject({ cause: { ulFailReason }, releasedBy });
		const answer = await fetch(
			`${simulator.url}/sim/calls/${String(simulator.calls[0]?.sessionId)}/end`,
			{ method: 'POST', body: '{"scenario":"busy"}' },
		);
		expect(answer.status).toBe(404);
	});
});
