import type { Platform } from '../../../platform/client/run';
import type { PlatformRequest } from '../../../platform/client/request';
import { InputError } from '../../../platform/codes/errors';
import { getUrl } from '../../../platform/recordings/recording';
import type { HttpAnswer } from '../../../platform/transport/http';

const NAME = { fileName: 'a b.wav', recordDomain: 'ostor.huawei.com' };

/** A platform that gives one answer, and keeps what it was asked. */
function platformWith(answer: Partial<HttpAnswer>) {
	const asked: PlatformRequest[] = [];
	const platform: Platform = {
		application: {
			...{ appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' },
			...{ authentication: 'aksk', allowUnauthorizedCerts: false },
			baseUrl: 'https://platform.example.com/api',
		},
		options: {},
		async send(request, read) {
			asked.push(request);
			return await Promise.resolve(read({ status: 301, headers: {}, text: '', ...answer }));
		},
	};
	return { platform, asked };
}

describe('the address of a recording', () => {
	test('is asked for by the name that the call record gives', async () => {
		const { platform, asked } = platformWith({ headers: { location: 'https://a.example.com/1' } });
		expect(await getUrl(platform, NAME)).toBe('https://a.example.com/1');
		expect(asked).toEqual([
			{
				method: 'GET',
				path: '/rest/provision/voice/record/v1.0',
				query: NAME,
				effect: 'read',
			},
		]);
	});

	test.each([
		[300, 'https://a.example.com/1', 'https://a.example.com/1'],
		[302, 'https://a.example.com/1?x=%20#y', 'https://a.example.com/1?x=%20#y'],
		[399, '//a.example.com/1', 'https://a.example.com/1'],
		[301, '/b/1.wav', 'https://platform.example.com/b/1.wav'],
	])('is read from an answer %d with %s', async (status, location, url) => {
		const { platform } = platformWith({ status, headers: { location } });
		expect(await getUrl(platform, NAME)).toBe(url);
	});

	test.each<[number, HttpAnswer['headers'], string]>([
		[301, {}, 'noLocation'],
		[303, { location: '' }, 'noLocation'],
		[301, { location: ['https://a.example.com', 'https://b.example.com'] }, 'noLocation'],
		[301, { location: 'https://[' }, 'nowhere'],
	])('is missing in an answer %d with %j', async (status, headers, key) => {
		const { platform } = platformWith({ status, headers });
		await expect(getUrl(platform, NAME)).rejects.toMatchObject({
			code: 'noLocation',
			outcome: 'refused',
			detail: { key },
		});
	});

	test('that is missing is told with the status', async () => {
		const { platform } = platformWith({ status: 303 });
		await expect(getUrl(platform, NAME)).rejects.toMatchObject({
			httpStatus: 303,
			detail: { values: { status: 303 } },
		});
	});

	const location = 'https://a.example.com/1';
	test.each<[string, Partial<HttpAnswer>, string]>([
		[
			'the platform refuses',
			{ status: 403, text: '{"resultcode":"1012007","resultdesc":"x"}' },
			'1012007',
		],
		[
			'the platform says yes and no more',
			{ status: 200, text: '{"resultcode":"0"}' },
			'invalidAnswer',
		],
		['an answer is no redirect', { status: 200, headers: { location } }, 'invalidAnswer'],
		['a status is not that of a redirect', { status: 400, headers: { location } }, 'invalidAnswer'],
	])('is none where %s', async (_, answer, code) => {
		const { platform } = platformWith(answer);
		await expect(getUrl(platform, NAME)).rejects.toMatchObject({ code });
	});

	test.each(['fileName', 'recordDomain'])('is not asked for without %s', async (field) => {
		const { platform, asked } = platformWith({ headers: { location } });
		for (const value of ['', 'x'.repeat(129)]) {
			const refused = getUrl(platform, { ...NAME, [field]: value });
			await expect(refused).rejects.toThrow(InputError);
			await expect(refused).rejects.toMatchObject({ field });
		}
		expect(asked).toEqual([]);
		expect(await getUrl(platform, { ...NAME, [field]: 'x'.repeat(128) })).toBe(location);
	});
});
