import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

import { packPackage, type PackedPackage } from '../../playground/n8n/install/package';

/** npm's registry as an n8n of the tests sees it, with one package in it. */
export interface NpmRegistry {
	/** Digest of the package as npm writes it. */
	integrity: string;
	/** Variables of an n8n for which this is npm's registry, and nothing else can be reached. */
	environment: Record<string, string>;
	/** Paths that were asked for. */
	asked: readonly string[];
	close: () => Promise<void>;
}

/** npm's registry with this package in it, and a folder for who installs from there. */
export interface PackageRegistry extends NpmRegistry {
	packed: PackedPackage;
	/** Gone with the registry. */
	folder: string;
}

/** Packs this package and serves it under the name of npm's registry. */
export async function startPackageRegistry(): Promise<PackageRegistry> {
	const folder = await mkdtemp(join(tmpdir(), 'private-number-registry-'));
	const packed = await packPackage(folder);
	const registry = await startNpmRegistry(packed, folder);
	return {
		...registry,
		packed,
		folder,
		async close() {
			await registry.close();
			await rm(folder, { recursive: true, force: true, maxRetries: 10 });
		},
	};
}

/**
 * Serves a tarball under the name of npm's registry: n8n takes another registry only with a licence.
 * It is a proxy that leads this one name to a server of its own, and refuses every other.
 *
 * @param folder where the certificate is written, so that n8n and its npm trust it
 */
async function startNpmRegistry(
	{ name, version, tarball }: PackedPackage,
	folder: string,
): Promise<NpmRegistry> {
	const file = readFileSync(tarball);
	const digest = (algorithm: string) => createHash(algorithm).update(file);
	const integrity = `sha512-${digest('sha512').digest('base64')}`;
	const tarballPath = `/${name}/-/${name}-${version}.tgz`;
	const manifest = {
		name,
		version,
		dist: {
			tarball: `https://${HOST}${tarballPath}`,
			integrity,
			shasum: digest('sha1').digest('hex'),
		},
	};
	const documents: Record<string, object> = {
		[`/${name}`]: { name, 'dist-tags': { latest: version }, versions: { [version]: manifest } },
		[`/${name}/${version}`]: manifest,
	};

	const asked: string[] = [];
	const registry = createServer({ key, cert }, ({ url = '' }, response) => {
		asked.push(url);
		if (url === tarballPath) return response.end(file);
		const found = documents[url];
		response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
		return response.end(JSON.stringify(found ?? { error: 'Not found' }));
	});
	const registryPort = await listen(registry);
	const proxy = createProxy((_, response) => response.writeHead(403).end());
	const tunnels = new Set<Duplex>();
	proxy.on('connect', ({ url }, socket) => {
		tunnels.add(socket);
		socket.on('error', () => socket.destroy());
		if (url !== `${HOST}:443`) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		const server = connect(registryPort, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			server.pipe(socket).pipe(server);
		});
		server.on('error', () => socket.destroy());
		return server;
	});
	const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;

	const certificate = join(folder, 'npm.pem');
	await writeFile(certificate, cert);
	return {
		integrity,
		environment: {
			HTTPS_PROXY: proxyUrl,
			HTTP_PROXY: proxyUrl,
			NODE_EXTRA_CA_CERTS: certificate,
			// Nothing of an earlier run, and nothing of the person whose machine this is.
			npm_config_cache: join(folder, 'npm-cache'),
			npm_config_userconfig: join(folder, 'npmrc'),
		},
		asked,
		async close() {
			// Of no server any more once they have been asked for.
			for (const socket of tunnels) socket.destroy();
			await Promise.all([registry, proxy].map(end));
		},
	};
}

const HOST = 'registry.npmjs.org';

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return (server.address() as AddressInfo).port;
}

async function end(server: Server): Promise<void> {
	await new Promise((resolve) => {
		server.close(resolve);
		(server as Partial<ReturnType<typeof createProxy>>).closeAllConnections?.();
	});
}

/** A self-signed certificate, for tests only. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgktGsOpXMyL8e0sOG
2WIP1rd7jykmE6g9zKZX+J/zV9GhRANCAARs2M6aOJ4kVZ6PWsnGHzGGb2+aDrsc
6wQPRjCBm7wYE6EsDkatveasdnDxdBvqRoBm8pDPsXa26F53hpE8mkvj
-----END PRIVATE KEY-----
`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBrzCCAVagAwIBAgIUAqxTAzK13VK6nDUzfcF0sBzi9KAwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwScmVnaXN0cnkubnBtanMub3JnMCAXDTI2MTEyNjEzMDgwMloY
DzIxMjYxMTAyMTMwODAyWjAdMRswGQYDVQQDDBJyZWdpc3RyeS5ucG1qcy5vcmcw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARs2M6aOJ4kVZ6PWsnGHzGGb2+aDrsc
6wQPRjCBm7wYE6EsDkatveasdnDxdBvqRoBm8pDPsXa26F53hpE8mkvjo3IwcDAd
BgNVHQ4EFgQUhAxNuoJk2VVtLTNRC3eqMs9kwlQwHwYDVR0jBBgwFoAUhAxNuoJk
2VVtLTNRC3eqMs9kwlQwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHREEFjAUghJyZWdp
c3RyeS5ucG1qcy5vcmcwCgYIKoZIzj0EAwIDRwAwRAIgWEyEXZAyBS5nCzVsiJMm
cSt0Dowm348TXC91yjwdJgACIGcP6473NN6g5pHmuXjb7paFRxw4f14D651gCDWR
gZqz
-----END CERTIFICATE-----
`;
