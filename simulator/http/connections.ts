import type { Socket } from 'node:net';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Behaviour } from '../config/behaviour';
import type { Clock } from '../wire/clock';
import type { Random } from '../wire/random';

/** Ends connections as the platform does. */
export interface Connections {
	/**
	 * Prepares the connection for the answer to come. A request on a connection whose answer is given
	 * already is never read: no handler sees it, and the connection ends without an answer.
	 */
	receive(request: FastifyRequest, reply: FastifyReply): void;
}

/**
 * Short connections (common.json, authentication): the server closes first, `closeDelayMs` after each
 * answer, and no header says so. Node itself announces what it keeps open, and closes at once when
 * the client asks for that.
 */
export function openConnections(behaviour: Behaviour, clock: Clock, random: Random): Connections {
	const answered = new WeakSet<Socket>();
	return {
		receive({ raw: { socket } }, reply) {
			if (answered.has(socket)) {
				reply.hijack();
				return;
			}
			if (behaviour.connections !== 'short') return;
			const { raw } = reply;
			// Neither Connection nor Keep-Alive: the end is not announced, nor is it denied.
			raw.removeHeader('connection');
			raw.once('finish', () => {
				answered.add(socket);
				clock.afterReal(random.between(...behaviour.closeDelayMs), () => {
					socket.destroySoon();
				});
			});
		},
	};
}
