import type { Page } from 'playwright-core';

import { applicationOf, axbApplication, closeAll, open, openReceiver } from '../helpers';
import type { Simulator } from '../../../simulator';
import { browsing, inBrowser } from './browser';

const applications = [
	axbApplication,
	applicationOf('AXE', {
		appKey: 'axeKey',
		name: 'Extension Desk 分机号登记台',
		numbers: [{ number: '+8613800006621', areaCode: '0755' }],
	}),
];

describe('the page', () => {
	afterEach(closeAll);

	it('is served at / and /sim with its script and style', async () => {
		const simulator = await open();
		for (const path of ['/', '/sim']) {
			const answer = await fetch(simulator.url + path);
			expect(answer.headers.get('content-type')).toContain('text/html');
			expect(await answer.text()).toContain('/sim/page/main.js');
		}
		for (const [name, type] of [
			['main.js', 'text/javascript'],
			['main.css', 'text/css'],
		]) {
			const answer = await fetch(`${simulator.url}/sim/page/${String(name)}`);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-type')).toContain(type);
		}
		expect((await fetch(`${simulator.url}/sim/page/other.js`)).status).toBe(404);
		expect(simulator.requests).toEqual([]);
	});
});

inBrowser('the page in a browser', () => {
	const browser = browsing();
	let simulator: Simulator;
	let page: Page;

	afterEach(closeAll);

	beforeEach(async () => {
		simulator = await open({ applications, speed: 1 });
		page = await browser.open(simulator.url);
	});

	const phone = (name: string) => page.getByRole('region', { name });

	it('binds two phones, lets them talk and text by mouse, and shows the pushes', async () => {
		const receiver = await openReceiver();
		await page.getByLabel('Address of every push').fill(receiver.url);
		await page.getByRole('button', { name: 'Save addresses' }).click();
		await page.getByRole('button', { name: 'Bind the phones' }).click();
		await page.getByRole('button', { name: /^Unbind/ }).waitFor();
		const one = phone('Phone 1');
		const two = phone('Phone 2');
		await one.getByLabel('Number to dial or text (X)').fill('13800006666');
		await one.getByRole('button', { name: 'Call', exact: true }).click();
		await two.getByText('Incoming call').waitFor();
		await two.getByRole('button', { name: 'Answer' }).click();
		await one.getByText('Connected').waitFor();
		await one.getByLabel('Text message').fill('我到楼下了');
		await one.getByRole('button', { name: 'Send', exact: true }).click();
		await two.getByText('我到楼下了').waitFor();
		await two.getByRole('button', { name: 'Hang up' }).click();
		await one.getByText('The user releases the call.').waitFor();
		const entry = page.getByRole('region', { name: 'Live log' }).getByText('AXB disconnect');
		await entry.click();
		await page.getByText('"stateCode": 0').waitFor();
		expect(simulator.calls[0]).toMatchObject({ releasedBy: 'callee', state: 'ended' });
	});

	it('places a call by keyboard alone, keys an extension, and hangs up with Escape', async () => {
		const { extendNum } = simulator.bind('axeKey', {
			virtualNum: '+8613800006621',
			bindNum: '+8613800000023',
		});
		await page.getByText('AXE', { exact: true }).first().waitFor();
		const one = phone('Phone 1');
		await one.getByLabel('Number to dial or text (X)').focus();
		await page.keyboard.type('13800006621');
		await page.keyboard.press('Enter');
		await one.getByLabel('Extension').waitFor();
		await page.keyboard.type(String(extendNum));
		await page.keyboard.press('Enter');
		await phone('Phone 2').getByText('Incoming call').waitFor();
		await page.keyboard.press('Escape');
		await one.getByText('7502').waitFor();
		expect(simulator.calls[0]).toMatchObject({ digits: [extendNum], releasedBy: 'caller' });
	});

	it('calls an application by its name, or by its key when it has none', async () => {
		const section = page.getByRole('region', { name: 'Applications' });
		await section.waitFor();
		expect(await section.locator('summary').allInnerTexts()).toEqual([
			expect.stringMatching(/^AXB axbKey/),
			expect.stringMatching(/^AXE Extension Desk 分机号登记台/),
		]);
		await section.getByText('Extension Desk').click();
		await section.getByRole('button', { name: 'axeKey' }).waitFor();
		const offered = page.locator('#x-numbers option[value="13800006621"]');
		expect(await offered.textContent()).toBe('Extension Desk 分机号登记台 0755');
	});

	it('shows one push address for everything only when there is one', async () => {
		const address = page.getByLabel('Address of every push');
		for (const [url, appKey, shown] of [
			['http://127.0.0.1:9/one', undefined, 'http://127.0.0.1:9/one'],
			['http://127.0.0.1:9/other', 'axbKey', ''],
		] as const) {
			simulator.setPushUrls({ all: url }, appKey);
			await page.reload();
			expect(await address.inputValue()).toBe(shown);
		}
	});

	it('switches a fault on and off, and sends a sample to any address', async () => {
		const receiver = await openReceiver();
		await page.getByRole('button', { name: 'Lost answer' }).click();
		await page.getByRole('button', { name: 'Switch off: Lost answer' }).waitFor();
		expect(simulator.faults).toMatchObject([{ kind: 'reset', acts: true, times: 1 }]);
		await page.getByRole('button', { name: 'Switch off: Lost answer' }).click();
		const form = page.getByRole('region', { name: 'Sample push' });
		await form.getByLabel('Kind').selectOption('fee');
		await form.getByLabel('How many').fill('50');
		await form.getByLabel('Address').fill(receiver.url);
		await form.getByRole('button', { name: 'Send sample' }).click();
		await form.getByText('with an empty body').waitFor();
		expect(receiver.received[0]?.json.feeLst).toHaveLength(50);
		expect(simulator.faults).toEqual([]);
	});

	it('lists the newest of a hundred bindings, calls and messages of the group, not all', async () => {
		const wecom = simulator.state().robots.find(({ robot }) => robot === 'wecom');
		for (let index = 100; index < 200; index += 1) {
			simulator.bind('axbKey', {
				callerNum: `13800000${index}`,
				calleeNum: `13900000${index}`,
				relationNum: '13800006666',
			});
			simulator.startCall({ caller: `13800000${index}`, called: '13800006666', scenario: 'busy' });
			const content = `Message ${index}`;
			const body = JSON.stringify({ msgtype: 'text', text: { content } });
			// 企业微信 takes 20 a minute; the refused ones are listed, too.
			await fetch(wecom?.url ?? '', { method: 'POST', body });
		}
		const listed = async (name: string, list: string): Promise<number> =>
			await page.getByRole('region', { name }).locator(`${list} > li`).count();
		await page.getByText('… and 50 more').waitFor();
		expect(await listed('Bindings', '.bindings')).toBe(50);
		expect(await page.locator('#people option').count()).toBeLessThanOrEqual(200);
		await page.getByRole('region', { name: 'Group chat' }).getByText('Message 199').waitFor();
		expect(await listed('Group chat', '.chat')).toBe(50);
		expect(await listed('Calls and recordings', '.calls')).toBe(20);
	});

	it.each(['light', 'dark'] as const)('fits a phone’s width in %s', async (colorScheme) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 360, height: 740 });
		await page.getByRole('button', { name: 'Bind the phones' }).click();
		await page.getByRole('button', { name: /^Unbind/ }).waitFor();
		const width = await page.evaluate('document.documentElement.scrollWidth');
		expect(width).toBe(360);
	});
});
