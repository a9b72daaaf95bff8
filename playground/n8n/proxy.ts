import fastifyHttpProxy from '@fastify/http-proxy';
import { fastify } from 'fastify';
import { request } from 'undici';

/** Stands in front of servers, as a reverse proxy or load balancer does. */
export interface ReverseProxy {
	/** Base address that stands for all of them. */
	readonly url: string;
	/** Stops listening and ends every connection. */
	close: () => Promise<void>;
}

/** Pause between two questions for the health of a server, in milliseconds. */
const healthIntervalMs = 250;
/** Longest that an answer may take, in milliseconds: more than any deadline of a trigger. */
const answerTimeoutMs = 120_000;

/**
 * Passes each request to the next n8n in turn that says it is ready; answers 503 while none is. An n8n
 * that starts listens before it is ready, and until then answers every request with 200, events of the
 * platform included (docs/reliability.md): a proxy has to keep them from it.
 */
export async function startProxy(origins: readonly string[]): Promise<ReverseProxy> {
	const ready = new Set<string>();
	let turn = 0;
	const look = async (origin: string): Promise<void> => {
		if (await isReady(origin)) ready.add(origin);
		else ready.delete(origin);
	};
	const lookAtAll = async (): Promise<void> => {
		await Promise.all(origins.map(look));
	};
	const next = (): string | undefined => {
		const able = origins.filter((origin) => ready.has(origin));
		return able[turn++ % able.length];
	};

	const app = fastify({ bodyLimit: 64 * 1024 * 1024 });
	await app.register(fastifyHttpProxy, {
		upstream: '',
		undici: { headersTimeout: answerTimeoutMs, bodyTimeout: answerTimeoutMs },
		preHandler(_request, reply, done) {
			if (ready.size > 0) done();
			else reply.code(503).send('No server is ready.');
		},
		replyOptions: {
			rewriteRequestHeaders: (asked, headers) => ({ ...headers, host: asked.headers.host }),
			getUpstream: () => next() ?? '',
			onError(reply, { error }) {
				// Who does not answer is asked for its health before it gets another request.
				void lookAtAll();
				reply.code(502).send(error.message);
			},
		},
	});
	await lookAtAll();
	const timer = setInterval(() => void lookAtAll(), healthIntervalMs);
	app.addHook('onClose', () => {
		clearInterval(timer);
	});
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return { url, close: () => app.close() };
}

async function isReady(origin: string): Promise<boolean> {
	try {
		const { statusCode, body } = await request(`${origin}/healthz/readiness`, {
			signal: AbortSignal.timeout(5_000),
		});
		await body.dump();
		return statusCode === 200;
	} catch {
		return false;
	}
}
