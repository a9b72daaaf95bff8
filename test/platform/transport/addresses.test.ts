import { isInsideAddress, isInsideHost } from '../../../platform/transport/addresses';

/** First and last addresses of networks that the internet does not carry, and disguises of them. */
const INSIDE = [
	...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
	...['127.0.0.1', '127.255.255.255', '169.254.0.0', '169.254.169.254', '172.16.0.0'],
	...['172.31.255.255', '192.0.0.0', '192.0.0.255', '192.0.2.1', '192.168.0.0', '192.168.255.255'],
	...[
		'198.18.0.0',
		'198.19.255.255',
		'198.51.100.1',
		'203.0.113.1',
		'224.0.0.0',
		'239.255.255.255',
	],
	...['240.0.0.0', '255.255.255.254', '255.255.255.255'],
	...['::', '::1', '::2', 'fc00::', 'fdff:ffff::1', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
	...['fec0::1', 'feff::1', 'ff00::1', 'ff02::1', '2001:db8::1', '3fff::1', '100::1', '5f00::1'],
	...['::ffff:10.0.0.1', '::ffff:a00:1', '0:0:0:0:0:ffff:127.0.0.1', '::FFFF:169.254.169.254'],
	...['::10.0.0.1', '::127.0.0.1', '::ffff:0:10.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1'],
	...['64:ff9b:1::1', '64:ff9b:1:a00:1::', '2002:a00:1::', '2002:7f00:1::1', '2002:c0a8:101:1::1'],
	...['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
	...['', 'example.com', '1.2.3', '01.2.3.4', '[::1]'],
];

/** Their neighbours, and addresses of Huawei Cloud. */
const OUTSIDE = [
	...['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
	...['128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0'],
	...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
	...[
		'114.116.1.1',
		'2407:c080::1',
		'2407:c080::1%eth0',
		'2001:4860:4860::8888',
		'2a00:1450::1',
		'3ffe::1',
	],
	...['::ffff:114.116.1.1', '64:ff9b::114.116.1.1', '2002:7274:101::1'],
];

test.each(INSIDE)('%p is inside the network', (address) => {
	expect(isInsideAddress(address)).toBe(true);
});

test.each(OUTSIDE)('%p is outside', (address) => {
	expect(isInsideAddress(address)).toBe(false);
});

test.each([
	'localhost',
	'nas',
	'nas.',
	'nas.local.',
	'a.localhost',
	'metadata.google.internal',
	'x.LAN',
	'y.local',
])('the host %p has the looks of one inside', (host) => {
	expect(isInsideHost(host)).toBe(true);
});

test.each(['http://2130706433', 'http://0x7f.1', 'http://0177.0.0.1', 'http://[::ffff:7f00:1]'])(
	'the host of %p is inside, however it is spelled',
	(url) => {
		expect(isInsideHost(new URL(url).hostname)).toBe(true);
	},
);

test.each(['example.com', 'lan.example.com', 'wlan.cn', 'ostor.huawei.com', '[2407:c080::1]'])(
	'the host %p has the looks of one outside',
	(host) => {
		expect(isInsideHost(host)).toBe(false);
	},
);
