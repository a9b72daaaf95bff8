import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

import type { Clock } from '../wire/clock';
import type { Faults } from '../faults/faults';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import type { Recordings } from './recordings';
import { openServer } from '../wire/server';
import { wavBytes, wavParts } from './wav';
import { dropConnection, faultAnswer, recordOf, sendAnswer, sendHtml } from '../faults/answers';

/**
 * The storage host: another server at another port, as on the platform. It knows no signed headers
 * (a test reads `storageRequests` to see whether they leaked); the link itself opens the file.
 */
export function openStorageServer(
	recordings: Recordings,
	clock: Clock,
	faults: Faults,
	journal: Journal,
	tls: { key: string; cert: string } | undefined,
): FastifyInstance {
	const server = openServer(tls);
	server.get<{ Params: { bucket: string; file: string }; Querystring: { Signature?: string } }>(
		'/:bucket/:file',
		async (request, reply) => {
			const record = remember(journal.storageRequests, recordOf(request, journal.nextId()));
			const { bucket, file } = request.params;
			const fault = faults.meet({ target: 'storage', path: record.path, method: record.method });
			record.fault = fault?.kind;
			if (fault?.delayMs !== undefined) await clock.pause(fault.delayMs);
			const instead = fault && faultAnswer(fault);
			if (instead && 'html' in instead) {
				await sendHtml(reply, record, instead.status, instead.html);
				return;
			}
			if (instead) {
				await sendAnswer(reply, record, instead);
				return;
			}
			if (fault?.kind === 'hang') {
				reply.hijack();
				return;
			}
			if (fault?.kind === 'reset') {
				dropConnection(reply);
				return;
			}
			const recording = recordings.open(bucket, file, request.query.Signature ?? '');
			if (!recording) {
				await sendHtml(reply, record, 403, '<Error><Code>AccessDenied</Code></Error>');
				return;
			}
			const { seconds } = recording;
			record.status = 200;
			const isCut = fault?.kind === 'cutAnswer';
			reply.hijack();
			reply.raw.writeHead(200, {
				'content-type': 'audio/wav',
				'content-length': wavBytes(seconds),
				'content-disposition': `attachment; filename="${file}"`,
			});
			const parts = Readable.from(wavParts(isCut ? Math.floor(seconds / 2) : seconds));
			parts.pipe(reply.raw, { end: !isCut });
			if (isCut) parts.on('end', () => reply.raw.socket?.destroy());
			reply.raw.on('close', () => parts.destroy());
		},
	);
	return server;
}
