import type { Page } from 'playwright-core';

import { applicationOf, axbApplication, closeAll, open } from '../helpers';
import type { Simulator } from '../../../simulator';
import { browsing, inBrowser } from './browser';

const applications = [
	{ ...axbApplication, name: 'Ride Hailing', pushUrls: { all: 'http://127.0.0.1:9/axb' } },
	applicationOf('AX', {
		appKey: 'axKey',
		name: 'House Brokers',
		numbers: [{ number: '+8613800006611', areaCode: '0755' }],
		pushUrls: { all: 'http://127.0.0.1:9/ax' },
	}),
];

const pair = { callerNum: '13800000021', calleeNum: '13800000023', areaCode: '0755' };

inBrowser('what loses something', () => {
	const browser = browsing();
	let simulator: Simulator;
	let page: Page;

	afterEach(closeAll);
	beforeEach(async () => {
		simulator = await open({ applications, speed: 1 });
		simulator.bind('axbKey', pair);
		simulator.keepAsStart();
		page = await browser.open(simulator.url);
	});

	const addresses = (): (string | undefined)[] =>
		simulator.state().applications.map(({ pushUrls }) => pushUrls.callEvent);
	const dialog = () => page.getByRole('dialog');
	const saveForAll = async (url: string): Promise<void> => {
		await page.getByLabel('Address of every push').fill(url);
		await page.getByRole('button', { name: 'Save addresses' }).click();
		await dialog().waitFor();
	};

	it('says which applications get another push address, and changes none when cancelled', async () => {
		await saveForAll('http://127.0.0.1:9/axb');
		expect(await dialog().getByRole('listitem').allInnerTexts()).toEqual([
			expect.stringMatching(/AX House Brokers\s+http:\/\/127\.0\.0\.1:9\/ax/),
		]);
		await dialog().getByRole('button', { name: 'Change it' }).waitFor();
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Cancel');
		await page.keyboard.press('Enter');
		await dialog().waitFor({ state: 'detached' });
		expect(addresses()).toEqual(['http://127.0.0.1:9/axb', 'http://127.0.0.1:9/ax']);
	});

	it('changes one application only, or all', async () => {
		await saveForAll('http://127.0.0.1:9/new');
		await dialog().getByRole('button', { name: 'Only this application: House Brokers' }).click();
		await page.getByText('Saved.').waitFor();
		expect(addresses()).toEqual(['http://127.0.0.1:9/axb', 'http://127.0.0.1:9/new']);
		await saveForAll('http://127.0.0.1:9/both');
		await dialog().getByRole('button', { name: 'Change all 2' }).click();
		await page.getByText('Saved.').waitFor();
		expect(addresses()).toEqual(['http://127.0.0.1:9/both', 'http://127.0.0.1:9/both']);
	});

	it('starts over only after a yes, by keyboard, and brings the start back', async () => {
		simulator.setPushUrls({ all: 'http://127.0.0.1:9/other' });
		simulator.bind('axbKey', { ...pair, calleeNum: '13800000024' });
		simulator.setNumberStatus({ number: '13800006668', status: '9' });
		simulator.setFault({ kind: 'hang' });
		const button = page.getByRole('button', { name: 'Start over' });
		await button.press('Enter');
		await page.keyboard.press('Escape');
		await dialog().waitFor({ state: 'detached' });
		expect(simulator.bindings()).toHaveLength(2);
		await button.press('Enter');
		await dialog().getByText('bindings (2)').waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: /^Switch off/ }).waitFor({ state: 'detached' });
		await page.waitForFunction("document.querySelectorAll('.bindings > li').length === 1");
		expect(simulator.bindings()).toMatchObject([{ a: '+8613800000021', b: '+8613800000023' }]);
		expect(addresses()).toEqual(['http://127.0.0.1:9/axb', 'http://127.0.0.1:9/ax']);
		expect(simulator.faults).toEqual([]);
		const { applications: now } = simulator.state();
		expect(now[0]?.numbers.map(({ status }) => status)).toEqual(['5', '5', '5']);
	});
});
