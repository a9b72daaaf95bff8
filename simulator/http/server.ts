import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

/** A server that reads every body as text: the API wants it as it was sent, the rest parses it. */
export function openServer(tls: { key: string; cert: string } | undefined): FastifyInstance {
	const settings = {
		forceCloseConnections: true,
		bodyLimit: 16 * 1024 * 1024,
		exposeHeadRoutes: false,
	};
	const server = (tls
		? fastify({ ...settings, https: tls })
		: fastify(settings)) as unknown as FastifyInstance;
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});
	return server;
}

/** Listens and tells the base URL, without a trailing slash. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
	const address = await server.listen({ host, port });
	const url = new URL(address);
	// `0.0.0.0` and `localhost` are told as they were asked for; the port is the real one.
	return `${url.protocol}//${host.includes(':') ? `[${host}]` : host}:${url.port}`;
}
