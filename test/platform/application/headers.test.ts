import { identityOf, type Application } from '../../../platform/application/application';
import { signedHeaders } from '../../../platform/application/headers';

const APPLICATION: Application = {
	appKey: 'testAppKey0001',
	appSecret: 'testAppSecret0001',
	baseUrl: 'https://rtcpns.cn-north-1.myhuaweicloud.com',
	authentication: 'aksk',
	allowUnauthorizedCerts: false,
};

test.each([
	['aksk', 'X-AKSK'],
	['wsse', 'X-WSSE'],
] as const)('a request signed with %s tells its signature under %s', (authentication, name) => {
	const headers = signedHeaders({ ...APPLICATION, authentication });
	expect(headers).toEqual({
		Accept: 'application/json',
		// An answer that is compressed could not be measured before it is read.
		'Accept-Encoding': 'identity',
		'Content-Type': 'application/json;charset=UTF-8',
		Authorization: expect.stringContaining(authentication.toUpperCase()) as string,
		[name]: expect.stringContaining(APPLICATION.appKey) as string,
	});
	expect(JSON.stringify(headers)).not.toContain(APPLICATION.appSecret);
	expect(signedHeaders({ ...APPLICATION, authentication })[name]).not.toBe(headers[name]);
});

test('an application is told from others by its key and its address, whatever its secret', () => {
	const same = { ...APPLICATION, appSecret: 'new', authentication: 'wsse' as const };
	expect(identityOf(same)).toBe(identityOf(APPLICATION));
	const others = [{ appKey: 'another' }, { baseUrl: 'https://another.example.com' }];
	for (const other of others) {
		expect(identityOf({ ...APPLICATION, ...other })).not.toBe(identityOf(APPLICATION));
	}
});
