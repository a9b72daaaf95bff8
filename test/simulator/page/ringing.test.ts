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

	const focused = () => page.evaluate('document.activeElement.textContent');
	/** Presses Tab until Answer has the focus, and says how often. */
	const stepsToAnswer = async (): Promise<number> => {
		for (let steps = 0; steps < 10; steps += 1) {
			if ((await focused()) === 'Answer') return steps;
			await page.keyboard.press('Tab');
		}
		return Infinity;
	};

	it('is answered with three steps of Tab after the number was dialled', async () => {
		await ring();
		expect(await stepsToAnswer()).toBeLessThanOrEqual(3);
		await page.keyboard.press('Enter');
		await phone(1).getByText('Connected').waitFor();
		await phone(1).getByRole('button', { name: 'Hang up' }).click();
		await phone(1).getByText('Ended').waitFor();
	});

	it.each([
		['the number to dial', 'Number to dial or text (X)'],
		['a text that was begun', 'Text message'],
	])('is three steps of Tab away at most from %s of the other phone', async (_place, label) => {
		await phone(1).getByLabel('Text message').fill('on my way');
		await ring();
		await phone(1).getByLabel(label).focus();
		expect(await stepsToAnswer()).toBeLessThanOrEqual(3);
	});

	it('leaves both phones their numbers until the call is over', async () => {
		const numbers = page.getByLabel('My number');
		await ring();
		expect(await numbers.nth(0).isDisabled()).toBe(true);
		expect(await numbers.nth(1).isDisabled()).toBe(true);
		await phone(1).getByRole('button', { name: 'Hang up' }).click();
		await phone(1).getByText('Ended').waitFor();
		expect(await numbers.nth(0).isEnabled()).toBe(true);
	});

	it('is answered after the call was placed by mouse', async () => {
		await phone(1).getByLabel('Number to dial or text (X)').fill('13800006666');
		await phone(1).getByRole('button', { name: 'Call', exact: true }).click();
		await phone(2).getByText('Incoming call').waitFor();
		expect(await stepsToAnswer()).toBeLessThanOrEqual(3);
	});

	it('has the focus on Answer when nobody types', async () => {
		simulator.startCall({ caller: '13800000021', called: '13800006666', interactive: true });
		await phone(2).getByText('Incoming call').waitFor();
		expect(await focused()).toBe('Answer');
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
