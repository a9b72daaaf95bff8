import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';

import { outsideLookup } from '../../../platform/transport/lookup';
import { closeStores } from '../../../platform/state/store';
import { connectionsOf } from '../../../platform/transport/connections';
import { fetchText } from '../../../platform/transport/http';

const PLACES: Readonly<Record<string, string[]>> = {
	'platform.example': ['127.0.0.1'],
	'storage.example': ['114.116.1.1', '2407:c080::1'],
	'beside.example': ['127.0.0.1'],
	'inside.example': ['10.0.0.1'],
	'half.example': ['114.116.1.1', '10.0.0.1'],
	'both.example': ['127.0.0.1', '10.0.0.1'],
	'wide.example': ['114.116.1.1', '127.0.0.1'],
};
/** The names that were looked up. */
let asked: string[] = [];
const resolver: LookupFunction = (hostname, options, done) => {
	asked.push(hostname);
	const found = PLACES[hostname]?.map((address) => ({
		address,
		family: address.includes(':') ? 6 : 4,
	}));
	const [first] = found ?? [];
	if (!found || !first) done(new Error(`${hostname} is unknown.`), options.all ? [] : '');
	else if (options.all) done(null, found);
	else done(null, first.address, first.family);
};
const outside = outsideLookup(resolver, 'platform.example');

async function lookUp(hostname: string, all: boolean) {
	return await new Promise<LookupAddress[] | string>((resolve, reject) => {
		outside(hostname, { all }, (error, found) => {
			if (error) reject(error);
			else resolve(found);
		});
	});
}

test('a name of the wide world leads to all of its addresses, or to the first', async () => {
	expect(await lookUp('storage.example', true)).toEqual([
		{ address: '114.116.1.1', family: 4 },
		{ address: '2407:c080::1', family: 6 },
	]);
	expect(await lookUp('storage.example', false)).toBe('114.116.1.1');
});

test('a name of the wide world is the only one that is looked up', async () => {
	asked = [];
	await lookUp('storage.example', true);
	expect(asked).toEqual(['storage.example']);
});

test.each([
	['114.116.1.1', 4],
	['2407:c080::1', 6],
])('a resolver that always gives one address leads to it (%s)', async (address, family) => {
	const single = outsideLookup((_name, _options, done) => {
		done(null, address, family);
	}, 'platform.example');
	const found = await new Promise((resolve) => {
		single('storage.example', { all: true }, (_, addresses) => {
			resolve(addresses);
		});
	});
	expect(found).toEqual([{ address, family }]);
});

test.each(['inside.example', 'half.example', 'both.example'])(
	'%s, which leads into the network, is refused',
	async (name) => {
		for (const all of [true, false]) {
			const sought = lookUp(name, all);
			await expect(sought).rejects.toMatchObject({ code: 'refusedHost', outcome: 'unsent' });
			await expect(sought).rejects.toThrow(`${name} leads to `);
		}
	},
);

test('a server on the machine of the platform is let through', async () => {
	expect(await lookUp('beside.example', false)).toBe('127.0.0.1');
	const beside = outsideLookup(resolver, 'wide.example');
	const found = await new Promise((resolve) => {
		beside('beside.example', {}, (error, address) => {
			resolve(error ?? address);
		});
	});
	expect(found).toBe('127.0.0.1');
});

test('nothing is let through for a platform whose name nobody knows', async () => {
	const strict = outsideLookup(resolver, 'unknown.example');
	const sought = new Promise((_, reject) => {
		strict('beside.example', {}, reject);
	});
	await expect(sought).rejects.toMatchObject({ code: 'refusedHost' });
});

test('an unknown name stays one', async () => {
	for (const all of [true, false]) {
		const sought = lookUp('nowhere.example', all);
		await expect(sought).rejects.toThrow('nowhere.example is unknown.');
	}
});

test.each(['inside.example', 'nowhere.example'])(
	'no address of %s is handed over',
	async (name) => {
		const found = await new Promise((resolve) => {
			outside(name, {}, (_, address) => {
				resolve(address);
			});
		});
		expect(found).toEqual([]);
	},
);

test('it is what connections ask: a refused name is not connected to', async () => {
	let connections = 0;
	const strict = outsideLookup(resolver, 'storage.example');
	const server = createServer((_, response) => response.end('here'));
	server.on('connection', () => {
		connections += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = new URL(`http://beside.example:${port}/`);
	const ask = async (lookup: LookupFunction) => {
		const connections = connectionsOf(lookup === strict ? 'strict' : 'open', {
			rejectUnauthorized: true,
			lookup,
		});
		return await fetchText(connections, { method: 'GET', url, headers: {}, timeoutMs: 30_000 });
	};
	await expect(ask(strict)).rejects.toMatchObject({ code: 'refusedHost', outcome: 'unsent' });
	expect(connections).toBe(0);
	expect(await ask(outside)).toMatchObject({ status: 200, text: 'here' });
	await closeStores();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
