import { readTemplate, settle } from '../playground/examples/templates';
import { languages, type Language } from '../playground/machine/language';
import { packageNode } from '../playground/n8n/nodeTypes';
import { playgroundOwner, type Playground } from '../playground/playground';
import { startTemporaryPlayground } from '../playground/temporary';
import type { SimulatorApplication } from '../simulator';
import { openEditor, testId, type Editor, type NewNode } from './pictures/editor';

/** What stands in the pictures in place of this machine's addresses. */
const PUBLIC_URL = 'https://n8n.example.com';
const PLATFORM_URL = 'https://rtcpns.cn-north-1.myhuaweicloud.com';
/** The privacy number and the people of the README. */
const NUMBERS = { x: '170 0000 0003', a: '138 0000 0001', b: '139 0000 0002' };

/** The simulated application, which has that privacy number. */
const application: SimulatorApplication = {
	appKey: 'playgroundAxbKey',
	appSecret: 'playgroundAxbSecret',
	mode: 'AXB',
	numbers: [{ number: '+8617000000003', areaCode: '0755' }],
};

/** What stands on the screen of each language, and is waited for or clicked. */
const WORDS: Readonly<Record<Language, Words>> = {
	en: {
		axb: 'Huawei Private Number AXB',
		bind: 'Bind Customer and Driver',
		trigger: 'Call or Text',
		dial: 'Number to dial or text (X)',
		call: 'Call',
	},
	'zh-CN': {
		axb: '华为隐私号 AXB',
		bind: '绑定顾客和司机',
		trigger: '来电或短信',
		dial: '拨打或发短信的隐私号（X）',
		call: '呼叫',
	},
};

interface Words {
	/** The node in the panel of nodes. */
	axb: string;
	/** What the pictured nodes are called. */
	bind: string;
	trigger: string;
	/** Field and button of a phone of the simulator. */
	dial: string;
	call: string;
}

type Shot = (editor: Editor, playground: Playground, words: Words) => Promise<void>;

/** The node panel, searched for with a Chinese word. */
const find: Shot = async ({ page, open, picture }, _, words) => {
	await open('/workflow/new');
	await page.click(testId('canvas-plus-button'));
	await page.fill(testId('node-creator-search-bar'), '隐私号');
	await page.getByText(words.axb).first().waitFor();
	await page.waitForTimeout(500);
	await picture('find-node', { x: 896, y: 66, width: 384, height: 704 });
};

const credential: Shot = async ({ page, open, picture }, { credentials: [first] }) => {
	await open(`/home/credentials/${first?.id ?? ''}`);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('Connection tested successfully').waitFor();
	await dialog.locator('input').evaluateAll((inputs, url) => {
		for (const input of inputs as HTMLInputElement[]) {
			if (input.value.startsWith('http://')) input.value = url;
		}
	}, PLATFORM_URL);
	await picture('credential', { x: 193, y: 87, width: 894, height: 612 });
};

const bind: Shot = async (editor, playground, words) => {
	const panel = await editor.openNode({
		...nodeOf('privateNumberAxb', playground),
		name: words.bind,
		parameters: {
			resource: 'binding',
			operation: 'create',
			callerNum: NUMBERS.a,
			calleeNum: NUMBERS.b,
			relationNum: NUMBERS.x,
		},
	});
	await panel.locator(testId('node-execute-button')).click();
	await panel.getByText('alreadyBound').first().waitFor();
	await panel.locator(`${testId('output-panel')} ${testId('radio-button-json')}`).click();
	// The note that everything went well lies over the panel.
	await editor.page.getByText('executed successfully').waitFor({ state: 'detached' });
	await editor.picture('first-binding', { x: 431, y: 66, width: 822, height: 526 });
};

const trigger: Shot = async (editor, playground, words) => {
	const panel = await editor.openNode({
		...nodeOf('privateNumberTrigger', playground),
		name: words.trigger,
		parameters: {},
	});
	await panel.getByText('Webhook URLs').click();
	await panel.locator(testId('radio-button-production')).click();
	await editor.picture('trigger', { x: 431, y: 66, width: 420, height: 680 });
};

/** An example as it is before it is published: no checklist of n8n lies over it. */
const example: Shot = async ({ page, open, picture }, { api, credentials: [credential], n8n }) => {
	if (!credential) throw new Error('The playground has no credential.');
	const { filesFolder } = n8n;
	const template = settle(await readTemplate('call-record-recording-to-file'), {
		credential,
		filesFolder,
	});
	const { id } = await api.createWorkflow({ ...template, id: undefined });
	await open(`/workflow/${id}`);
	await page.getByText('Save File').first().waitFor();
	await page.waitForTimeout(1500);
	await picture('example', { x: 130, y: 255, width: 1092, height: 355 });
};

/** The simulator's page, while phone 2 rings. */
const phones: Shot = async ({ page, picture }, { simulator }, words) => {
	simulator.bind(application.appKey, {
		relationNum: NUMBERS.x,
		callerNum: '13800000021',
		calleeNum: '13800000023',
	});
	await page.goto(simulator.url);
	const number = page.getByLabel(words.dial).first();
	await number.fill(NUMBERS.x);
	await page.getByRole('button', { name: words.call, exact: true }).first().click();
	await page.waitForTimeout(2500);
	await picture('simulator', { x: 0, y: 62, width: 656, height: 640 });
};

function nodeOf(
	type: string,
	{ credentials: [first] }: Playground,
): Pick<NewNode, 'type' | 'credentials'> {
	const { id, name } = first ?? { id: '', name: '' };
	return { type: packageNode(type), credentials: { huaweiPrivateNumberApi: { id, name } } };
}

async function takeIn(language: Language): Promise<void> {
	const playground = await startTemporaryPlayground({
		simulator: { applications: [application] },
		environment: { N8N_WEBHOOK_URL: PUBLIC_URL },
		language,
		say: console.log,
	});
	try {
		const editor = await openEditor(playground.api, playgroundOwner, language);
		try {
			for (const shot of [find, credential, bind, trigger, example, phones]) {
				await shot(editor, playground, WORDS[language]);
			}
		} finally {
			await editor.close();
		}
	} finally {
		await playground.stop();
	}
}

async function main(): Promise<void> {
	for (const language of languages) await takeIn(language);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
