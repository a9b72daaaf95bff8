import { startSimulator } from '../../simulator';
import { templateText } from '../templates/documents';
import { sharedWindow } from './browser';
import { importFile, productionUrl, publishOpen } from './editorSteps';
import { filesBelow } from './files';
import { shared } from '../shared';
import { sharedN8n } from './shared';
import { newApplication } from './user';
import { waitFor } from './waiting';

const application = newApplication();
const x = application.numbers[0]?.number.replace('+86', '') ?? '';

/** Each test goes on where the one before it has stopped, as a person does. */
describe('somebody who is new to n8n, with mouse and keyboard', () => {
	const window = sharedWindow();
	const simulator = shared({
		start: () => startSimulator({ applications: [application], speed: 5 }),
		end: (running) => running.close(),
	});
	const n8n = sharedN8n();

	/** Gives the platform an address for every push, on the page of the simulator, which asks before it changes one. */
	const saveAddress = async (address: string): Promise<void> => {
		const platform = await window.context.newPage();
		await platform.goto(simulator.url);
		await platform.getByLabel('Address of every push').fill(address);
		await platform.getByRole('button', { name: 'Save addresses' }).click();
		const yes = platform.getByRole('dialog').getByRole('button', { name: 'Change it' });
		await yes.or(platform.getByText('Saved.')).waitFor();
		if (await yes.isVisible()) await yes.click();
		await waitFor('the address', () =>
			Promise.resolve(
				simulator.state().applications[0]?.pushUrls.callRecord === address || undefined,
			),
		);
		await platform.close();
	};

	/** Dials X on phone 1, on the page of the simulator. */
	const dial = async () => {
		const phones = await window.context.newPage();
		await phones.goto(simulator.url);
		const caller = phones.getByRole('region', { name: 'Phone 1' });
		const callee = phones.getByRole('region', { name: 'Phone 2' });
		await caller.getByLabel('Number to dial or text (X)').pressSequentially(x);
		await phones.keyboard.press('Enter');
		return { phones, caller, callee };
	};

	it('signs up as the owner', async () => {
		const { page } = window;
		await page.goto(n8n.main.url);
		const person = { email: 'owner@example.com', firstName: 'Na', lastName: 'Li' };
		for (const [name, value] of Object.entries({ ...person, password: 'Newcomer1' })) {
			await page.locator(`input[name=${name}]`).fill(value);
		}
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.startsWith('/setup'));
	});

	it('makes a credential, whose test tells a wrong secret from the right one', async () => {
		const { page } = window;
		await page.goto(`${n8n.main.url}/home/credentials`);
		await page.getByRole('button', { name: 'Create credential' }).first().click();
		await page.getByPlaceholder('Search for app...').fill('Huawei');
		await page.getByText('Huawei Private Number API').click();
		await page.getByRole('button', { name: 'Continue' }).click();

		const dialog = page.getByTestId('editCredential-modal');
		const fields = dialog.getByTestId('parameter-input-field');
		const save = dialog.getByRole('button', { name: 'Save', exact: true });
		await fields.nth(0).fill(application.appKey);
		await fields.nth(1).fill('not the secret');
		await fields.nth(2).fill(simulator.url);
		await save.click();
		await dialog.getByText('Couldn’t connect with these settings').waitFor();
		await dialog.getByText('More details').click();
		await dialog.getByText('App Secret should be letters and digits').waitFor();
		await window.picture('credential-refused');

		await fields.nth(1).fill('aWrongSecret');
		await save.click();
		// A new banner hides its details again.
		const more = dialog.getByText('More details');
		const reason = dialog.getByText('Invalid digest');
		await more.or(reason).first().waitFor();
		if (await more.isVisible()) await more.click();
		await reason.waitFor();

		await fields.nth(1).fill(application.appSecret);
		await save.click();
		await dialog.getByText('Connection tested successfully').waitFor();
		await window.picture('credential-accepted');
		await page.keyboard.press('Escape');
	});

	it('imports the template for recordings, whose nodes have the credential at once', async () => {
		const { page } = window;
		const text = templateText('call-record-recording-to-file');
		const here = text.replace('/home/node/.n8n-files', n8n.filesFolder);
		await importFile(page, n8n.main.url, here);

		await page.getByTestId('canvas-node').filter({ hasText: 'Call Is Over' }).dblclick();
		const panel = page.getByTestId('ndv');
		await panel.getByText('Paste the Production URL into the console').waitFor();
		const chosen = panel.getByTestId('node-credentials-select').locator('input');
		expect(await chosen.inputValue()).toBe('Huawei Private Number account');
		await window.picture('trigger');
	});

	it('publishes it, and gives its Production URL to the platform', async () => {
		const { page } = window;
		const address = await productionUrl(page);
		expect(await publishOpen(page)).toBe(true);
		await saveAddress(address);
	});

	it('places a call from one phone to the other, and hangs up', async () => {
		simulator.bind(application.appKey, {
			callerNum: '13800000021',
			calleeNum: '13800000023',
			relationNum: x,
			recordFlag: 'true',
			recordHintTone: 'recordHintTone.wav',
		});
		const { phones, caller, callee } = await dial();
		await callee.getByRole('button', { name: 'Answer' }).click();
		await caller.getByText('Connected').waitFor();
		// Talks of less than three seconds are not recorded.
		await phones.waitForTimeout(4000);
		await caller.getByRole('button', { name: 'Hang up' }).click();
		await caller.getByText('Ended').waitFor();
		await phones.close();
	});

	it('sees the call record and the recording in the execution', async () => {
		const { page } = window;
		await page.getByTestId('radio-button-executions').click();
		const execution = page.getByTestId(/^execution-details-\d+$/).first();
		await execution.getByText('Succeeded').waitFor();
		await execution.click();
		const preview = page.getByTestId('execution-preview-host');
		await preview
			.getByTestId('canvas-node')
			.filter({ hasText: 'Call Record with File' })
			.dblclick();
		const output = page.getByTestId('output-panel');
		// n8n shows the views of an output under the pointer only.
		await output.hover();
		await output.getByText('JSON', { exact: true }).click();
		await output.getByText('"+8613800000023"').waitFor();
		await output.getByText('接通后主动挂机').waitFor();
		await output.getByText('Binary', { exact: true }).click();
		await output.getByText('audio/wav').waitFor();
		await window.picture('recording');
		const download = page.waitForEvent('download');
		await output.getByTestId('ndv-download-binary-data').click();
		expect((await download).suggestedFilename()).toMatch(/^1200_.*\.wav$/);
		expect(filesBelow(n8n.filesFolder)).toHaveLength(1);
	});

	it('gives the template for missed calls the robot of the group chat, and publishes it', async () => {
		const { page, context } = window;
		const group = await context.newPage();
		await group.goto(simulator.url);
		const chat = group.getByRole('region', { name: 'Group chat' });
		await chat.getByText('Addresses and secrets of the robots').click();
		const robot = (await chat.locator('code').first().innerText()).trim();
		await group.close();

		await importFile(page, n8n.main.url, templateText('missed-call-to-robot'));
		await page.getByTestId('canvas-node').filter({ hasText: 'Settings' }).dblclick();
		const panel = page.getByTestId('ndv');
		const field = panel.getByTestId('assignment').nth(1);
		expect(await field.getByTestId('assignment-name').locator('input').inputValue()).toBe(
			'settings.robotAddress',
		);
		await field.getByTestId('assignment-value').locator('input, textarea').first().fill(robot);
		await window.picture('robot-settings');
		await panel.getByTestId('ndv-close-button').click();
		await page.getByTestId('canvas-node').filter({ hasText: 'Call Is Over' }).dblclick();
		const address = await productionUrl(page);
		await publishOpen(page);
		await saveAddress(address);
	});

	it('misses a call, and reads of it in the group chat', async () => {
		/** Beijing's day and hour, e.g. `11-26 22`. */
		const hourInBeijing = (): string =>
			new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(5, 13);
		const begin = hourInBeijing();
		const { phones, callee } = await dial();
		await callee.getByRole('button', { name: 'Rings out' }).click();
		const chat = phones.getByRole('region', { name: 'Group chat' });
		const message = chat.getByRole('listitem').filter({ hasText: '未接来电' });
		await message.getByText('138****0021 → 138****0023').waitFor();
		const text = await message.innerText();
		expect(text).toContain('WeCom');
		expect([begin, hourInBeijing()].some((hour) => text.includes(hour))).toBe(true);
		expect(text).not.toMatch(/13800000021|13800000023/);
		expect(await message.count()).toBe(1);
		await message.scrollIntoViewIfNeeded();
		await phones.screenshot({ path: '.artifacts/group-chat.png' });
		await phones.close();
	});

	it('has met no error on the way', () => {
		// Refused credentials are told to the browser's console as well: none is our page's fault.
		expect(window.errors().filter((line) => !line.includes('Failed to load resource'))).toEqual([]);
	});
});
