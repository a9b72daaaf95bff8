import './inChinese';

import { PrivateNumberAxb } from '../../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberX } from '../../../nodes/PrivateNumberX/PrivateNumberX.node';
import { sharedPlatform, startPlatform, X1, X2 } from '../fixture';
import { GO_ON, operationsOf, type OperateOptions } from '../operate';

const A = '13800000001';
const B = '13900000002';

describe('a workflow in a Chinese n8n', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const axb = operationsOf(PrivateNumberAxb, () => platform);
	const bind = async (parameters: object, run?: OperateOptions) =>
		await axb(
			'binding',
			'create',
			{ callerNum: A, calleeNum: B, chooseNumberBy: 'number', relationNum: X1, ...parameters },
			run,
		);

	it('says which number is wrong, with the label of the field and how to go on', async () => {
		const { error } = await bind({ callerNum: '12345' });
		expect(error?.message).toBe(
			'“A 号码”的值“12345”不可用：应为中国内地号码，例如 13800000001 或 0755-28000001；服务号码不能绑定',
		);
		expect(error?.description).toBe('请更正“A 号码”。这条数据没有发送任何请求。');
		expect(platform.sent()).toEqual([]);
	});

	it('keeps what programs read: the names in an error item are those of every language', async () => {
		const { json } = await bind({ calleeNum: '={{ "" }}' }, GO_ON);
		expect(json).toEqual([
			{
				error: expect.stringMatching(/^“B 号码”为空：应为中国内地号码/) as string,
				details: {
					field: 'calleeNum',
					value: '',
					expected: expect.stringMatching(/^应为中国内地号码/) as string,
				},
			},
		]);
	});

	it('calls another field by its label as well', async () => {
		const { error } = await bind({ options: { lastMinVoice: 'last.wav' } });
		expect(error?.message).toBe(
			'“最后一分钟放音”的值“last.wav”不可用：“最大通话时长（分钟）”大于 0 时才能填写',
		);
	});

	it('explains a refusal of the platform, with its code and its own words', async () => {
		await bind({});
		const { error } = await bind({ calleeNum: '13900000003' });
		expect(error?.message).toMatch(/^A 号码或 B 号码在这个隐私号（X）上已有绑定（1012010：.+）$/);
		expect(error?.description).toMatch(
			/^A 号码已有绑定：\+8617000000001 上是 .+一个号码在同一个隐私号上只能绑定一次：/,
		);
		const { json } = await bind({ calleeNum: '13900000003' }, GO_ON);
		expect(json).toMatchObject([
			{
				details: { code: '1012010', remedy: expect.stringMatching(/^A 号码已有绑定：/) as string },
			},
		]);
	});

	it('names what was done before it stopped', async () => {
		const { error } = await bind(
			{ callerNum: '={{ $json.a }}', relationNum: '={{ $json.x }}' },
			{
				items: [
					{ a: A, x: X1 },
					{ a: 'nobody', x: X2 },
				],
			},
		);
		expect(error?.description).toMatch(
			/^请更正“A 号码”。这条数据没有发送任何请求。停止之前已完成、请勿重复的数据：0（[\w-]+）。$/,
		);
	});

	it('hides a secret that cannot be one, and calls it as the credential does', async () => {
		const credential = { ...platform.credential, appSecret: 'two words' };
		const { error } = await bind({}, { credential });
		expect(error?.message).toBe(
			'“App Secret”的值“（已隐藏）”不可用：应为控制台“应用管理”中显示的字母和数字',
		);
	});

	it('says in the test of the credential what is wrong', async () => {
		const { testSignature } = new PrivateNumberAxb().methods.credentialTest;
		const press = async (wrong: object) =>
			await testSignature.call(
				{} as never,
				{ data: { ...platform.credential, ...wrong } } as never,
			);
		expect(await press({})).toEqual({ status: 'OK', message: '平台接受这个签名' });
		expect(await press({ appSecret: 'two words' })).toEqual({
			status: 'Error',
			message: '“App Secret”应为控制台“应用管理”中显示的字母和数字',
		});
		expect((await press({ appSecret: 'wrongSecret0001' })).message).toMatch(
			/^App Secret 不正确（1010010：.+）。请把凭证中的 App Secret 与控制台/,
		);
	});
});

describe('a reply in a Chinese n8n', () => {
	const platform = sharedPlatform(() => startPlatform('X'));
	const x = operationsOf(PrivateNumberX, () => platform);

	it('says that nobody waits', async () => {
		const { error } = await x('call', 'reject');
		expect(error?.message).toBe('没有人在等待应答');
		expect(error?.description).toContain('“应答方式”设为“由工作流应答”');
	});
});
