import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { sharedPlatform, startPlatform } from './fixture';
import { packageNodes } from './packageNodes';

describe('the test button of the credential', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const press = async (wrong: object) => {
		const { testSignature } = new PrivateNumberAxb().methods.credentialTest;
		const data = { ...platform.credential, ...wrong };
		return await testSignature.call({} as never, { data } as never);
	};

	it.each([
		[{ appKey: '' }, 'App Key should be letters and digits as the console shows them (应用管理)'],
		[
			{ appSecret: 'two words' },
			'App Secret should be letters and digits as the console shows them (应用管理)',
		],
		[
			{ baseUrl: 'not an address' },
			'Base URL should be an address such as https://rtcpns.cn-north-1.myhuaweicloud.com',
		],
	])('speaks of fields as its form does, and sends nothing: %j', async (wrong, message) => {
		expect(await press(wrong)).toEqual({ status: 'Error', message });
		expect(platform.sent()).toEqual([]);
	});

	it('tells a wrong secret from the right one', async () => {
		expect(await press({ appSecret: 'wrongSecret0001' })).toMatchObject({ status: 'Error' });
		expect(await press({})).toMatchObject({ status: 'OK' });
	});
});

it.each(packageNodes().map(({ name, Node }) => [name, new Node()] as const))(
	'%s asks for the credential, and has a test button for it',
	(_, { description, methods }) => {
		const { testedBy = '', ...credential } = description.credentials?.[0] ?? { name: '' };
		expect(credential).toMatchObject({ name: 'huaweiPrivateNumberApi', required: true });
		const tests: Record<string, unknown> = { ...methods?.credentialTest };
		expect(tests[testedBy as string]).toBeInstanceOf(Function);
	},
);
