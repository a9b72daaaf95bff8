import { closeAll, open } from '../helpers';
import { texts } from '../../../simulator/page/texts';
import { browsing, inBrowser } from './browser';

describe('the texts of the page', () => {
	it('say the same values in both languages', () => {
		const values = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
		for (const [name, { en, zh }] of Object.entries(texts)) {
			expect([name, values(zh)]).toEqual([name, values(en)]);
			expect([name, en === '' || zh === '']).toEqual([name, false]);
		}
	});

	it('are Chinese in Chinese and English in English, but for the names of the console', () => {
		const rows = Object.entries(texts);
		const names = rows.filter(([, { zh }]) => !/\p{Script=Han}/u.test(zh)).map(([name]) => name);
		expect(names).toEqual([]);
		const mixed = rows.filter(([, { en }]) => /\p{Script=Han}/u.test(en)).map(([name]) => name);
		expect(mixed).toEqual(['callEvent', 'callRecord', 'smsAddress', 'smsControl', 'numberStatus']);
	});
});

inBrowser('the language of the page', () => {
	const browser = browsing();
	afterEach(closeAll);

	it.each([
		['zh-CN', '恢复初始状态', 'zh-CN'],
		['zh-TW', '恢复初始状态', 'zh-CN'],
		['en-GB', 'Start over', 'en'],
		['de-DE', 'Start over', 'en'],
	])('of a browser in %s', async (locale, text, lang) => {
		const { url } = await open();
		const page = await browser.open(url, { locale });
		await page.getByRole('button', { name: text }).waitFor();
		expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
	});

	it('tells why a call ended', async () => {
		const simulator = await open();
		const page = await browser.open(simulator.url, { locale: 'zh-CN' });
		simulator.bind('axbKey', {
			callerNum: '13800000021',
			calleeNum: '13800000023',
			relationNum: '13800006666',
		});
		simulator.startCall({ caller: '13800000021', called: '13800006666', scenario: 'busy' });
		const phone = page.getByRole('region', { name: '电话 1' });
		await phone.getByText('8102 被叫用户忙').waitFor();
	});

	it('changes by the switch, and is remembered', async () => {
		const { url } = await open();
		const page = await browser.open(url);
		await page.getByRole('button', { name: '中文' }).click();
		await page
			.getByRole('region', { name: '故障' })
			.getByRole('button', { name: '响应丢失' })
			.first()
			.waitFor();
		await page.reload();
		await page.getByRole('button', { name: '绑定两部电话' }).waitFor();
		expect(await page.title()).toBe('隐私号模拟器');
		await page.getByRole('button', { name: 'English' }).click();
		await page.getByRole('button', { name: 'Bind the phones' }).waitFor();
	});
});
