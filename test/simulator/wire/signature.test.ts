import { createHash, createHmac } from 'node:crypto';

import { a, x } from '../calls/placing';
import { axbApplication, closeAll, open, openReceiver } from '../helpers';

afterEach(closeAll);

describe('the signature of a push', () => {
	it.each(['aksk', 'wsse', 'url'] as const)('is the documented one: %s', async (pushScheme) => {
		const receiver = await openReceiver();
		const simulator = await open({
			applications: [{ ...axbApplication, pushScheme, pushUrls: { all: receiver.url } }],
		});
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		const headers = receiver.received[0]?.headers ?? {};
		const word = pushScheme === 'wsse' ? 'WSSE' : 'AKSK';
		expect(headers['content-type']).toBe('application/json;charset=UTF-8');
		expect(headers.authorization).toBe(`${word} realm="SDP",profile="UsernameToken",type="Appkey"`);
		const text = String(headers[`x-${word.toLowerCase()}`]);
		const [, key, digest, nonce = '', created = ''] =
			/^UsernameToken Username="(.*)",PasswordDigest="(.*)",Nonce="(.*)",Created="(.*)"$/.exec(
				text,
			) ?? [];
		expect(key).toBe('axbKey');
		const hmac = (message: string): string =>
			createHmac('sha256', 'axbSecret').update(message).digest('base64');
		const expected = {
			aksk: hmac(nonce + created),
			wsse: createHash('sha256').update(`${nonce}${created}axbSecret`).digest('base64'),
			url: hmac(`${receiver.url}\n${nonce}\n${created}`),
		};
		expect(digest).toBe(expected[pushScheme]);
		const hoursAhead = (Date.parse(created) - Date.now()) / 3_600_000;
		expect(Math.round(hoursAhead + 0.1)).toBe(pushScheme === 'url' ? 8 : 0);
	});
});
