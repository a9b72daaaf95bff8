import { closeAll, open, openReceiver } from '../helpers';
import { browsing, inBrowser } from './browser';

inBrowser('what there is to try', () => {
	const browser = browsing();
	afterEach(closeAll);

	it('puts the number of an example into the first phone and links to the example', async () => {
		const simulator = await open();
		const guide = [
			{
				does: 'dial',
				number: '+8613800006666',
				starts: '录音存档',
				link: 'http://127.0.0.1:9/workflow/a',
			},
		];
		const url = `${simulator.url}/sim/guide`;
		const page = await browser.open(simulator.url);
		const wrong = [{ ...guide[0], link: 'javascript:alert(1)' }];
		for (const [body, status] of [
			[wrong, 400],
			[guide, 200],
		] as const) {
			const answer = await fetch(url, { method: 'PUT', body: JSON.stringify(body) });
			expect(answer.status).toBe(status);
		}
		const lead = page.getByRole('region', { name: 'Try this first' });
		await lead.getByRole('button', { name: 'Dial 13800006666' }).click();
		const phone = page.getByRole('region', { name: 'Phone 1' });
		expect(await phone.getByLabel('Number to dial or text (X)').inputValue()).toBe('13800006666');
		expect(await lead.getByRole('link').getAttribute('href')).toBe('http://127.0.0.1:9/workflow/a');
		simulator.startOver();
		expect(simulator.state().guide).toHaveLength(1);
	});

	it.each([
		['zh-CN', ['订单绑定', '来电路由与黑名单（X 模式）', 'Mine']],
		['en-US', ['Order → Bind: once', 'X Calls → Route: by a table', 'Mine']],
	])('calls the examples what they are called in %s', async (locale, names) => {
		const simulator = await open();
		const starts = [
			'Order → Bind: once 订单绑定',
			'X Calls → Route: by a table 来电路由与黑名单（X 模式）',
			'Mine',
		];
		simulator.setGuide(
			starts.map((name, index) => ({
				does: 'dial',
				number: '+8613800006666',
				starts: name,
				link: `http://127.0.0.1:9/workflow/${index}`,
			})),
		);
		const page = await browser.open(simulator.url, { locale });
		const links = page.locator('.guide a');
		await links.first().waitFor();
		expect(await links.allInnerTexts()).toEqual(names);
	});

	it('sends an order to the webhook of the example and shows its answer', async () => {
		const shop = await openReceiver();
		shop.answerWith(() => ({ status: 200, body: '{"privateNumber":"13800006666"}' }));
		const simulator = await open();
		simulator.setGuide([
			{ does: 'order', url: shop.url, starts: 'Order', link: 'http://127.0.0.1:9/' },
		]);
		const page = await browser.open(simulator.url);
		const form = page.getByRole('region', { name: 'Send an order' });
		expect(await form.getByLabel('Order webhook').inputValue()).toBe(shop.url);
		await form.getByLabel('Order', { exact: true }).fill('B-2');
		await form.getByRole('button', { name: 'Send the order' }).click();
		await form.getByText('"privateNumber": "13800006666"').waitFor();
		expect(shop.received[0]?.json).toEqual({
			orderId: 'B-2',
			customerPhone: '13800000021',
			driverPhone: '13800000023',
			areaCode: '0755',
		});
	});

	it('plays the recording of a call', async () => {
		const simulator = await open({ speed: 1000 });
		simulator.setPushUrls({ all: (await openReceiver()).url });
		simulator.bind('axbKey', {
			callerNum: '13800000021',
			calleeNum: '13800000023',
			areaCode: '0755',
			recordFlag: 'true',
			recordHintTone: 'recordHintTone.wav',
		});
		const page = await browser.open(simulator.url);
		const { sessionId } = simulator.startCall({
			caller: '13800000021',
			called: '13800006666',
			talkSeconds: 7,
		});
		expect((await fetch(`${simulator.url}/sim/calls/x/recording`)).status).toBe(404);
		await simulator.waitForCall(sessionId);
		await simulator.waitForIdle();
		await page.locator('audio').waitFor();
		const seconds = await page.evaluate(
			`new Promise((resolve, reject) => {
				const audio = document.querySelector('audio');
				audio.onloadedmetadata = () => resolve(audio.duration);
				audio.onerror = () => reject(audio.error);
				audio.load();
				audio.preload = 'metadata';
			})`,
		);
		expect(seconds).toBe(7);
	});

	it('shows what the robots of the group say', async () => {
		const simulator = await open();
		const page = await browser.open(simulator.url, { locale: 'zh-CN' });
		const chat = page.getByRole('region', { name: '群聊' });
		await chat.getByText('还没有消息').waitFor();
		const [wecom] = simulator.state().robots;
		const body = JSON.stringify({ msgtype: 'text', text: { content: '未接来电 138****0021' } });
		await fetch(wecom?.url ?? '', { method: 'POST', body });
		await chat.getByText('未接来电 138****0021').waitFor();
		await fetch(`${wecom?.url ?? ''}x`, { method: 'POST', body });
		await chat.getByText('被拒绝：93000').waitFor();
	});
});
