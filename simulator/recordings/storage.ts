import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

import type { FastifyInstance, FastifyReply } from 'fastify';

import { faultAnswer } from '../faults/answers';
import type { Fault, Faults } from '../faults/faults';
import type { Clock } from '../wire/clock';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import { dropConnection, recordOf, sendAnswer, sendDrip, sendPart } from '../http/sending';
import { openServer } from '../http/server';
import type { Recordings } from './recordings';
import { wavBytes, wavHeader, wavParts } from './wav';

/** What the storage host is made of. */
export interface StorageParts {
	recordings: Recordings;
	clock: Clock;
	faults: Faults;
	journal: Journal;
	tls: { key: string; cert: string } | undefined;
}

const accessDenied = {
	status: 403,
	content: { type: 'application/xml', data: '<Error><Code>AccessDenied</Code></Error>' },
};

/** Content-Disposition as a storage host makes it from whatever the file is called. */
function disposition(file: string): string {
	const plain = /^[\x20-\x7e]+$/.test(file) && !file.includes('"') ? `; filename="${file}"` : '';
	return `attachment${plain}; filename*=UTF-8''${encodeURIComponent(file)}`;
}

/** Streams a recording, as a fault lets it. */
function sendRecording(reply: FastifyReply, file: string, seconds: number, fault?: Fault): void {
	const isCut = fault?.kind === 'cutAnswer';
	const isCoded = fault?.kind === 'gzip';
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, {
		'content-type': 'audio/wav',
		'content-disposition': disposition(file),
		...(isCoded ? { 'content-encoding': 'gzip' } : { 'content-length': wavBytes(seconds) }),
	});
	const parts = Readable.from(wavParts(isCut ? Math.floor(seconds / 2) : seconds));
	const source = isCoded ? parts.pipe(createGzip()) : parts;
	source.pipe(raw, { end: !isCut });
	if (isCut) source.on('end', () => raw.socket?.destroy());
	raw.on('close', () => {
		parts.destroy();
		source.destroy();
	});
}

/**
 * The storage host: another server at another port, as on the platform. It knows no signed headers
 * (a test reads `storageRequests` to see whether they leaked); the link itself opens the file.
 */
export function openStorageServer(parts: StorageParts): FastifyInstance {
	const { recordings, clock, faults, journal, tls } = parts;
	const server = openServer(tls);
	server.get<{ Params: { bucket: string; file: string }; Querystring: { Signature?: string } }>(
		'/:bucket/:file',
		async (request, reply) => {
			const record = remember(journal.storageRequests, recordOf(request, journal.nextId()));
			const { bucket, file } = request.params;
			const fault = faults.meet({ target: 'storage', path: record.path, method: record.method });
			record.fault = fault?.kind;
			if (fault?.kind === 'drip') {
				const begin = wavHeader(1);
				sendDrip(reply, clock, { type: 'audio/wav', begin }, fault.delayMs);
				return;
			}
			if (fault?.delayMs !== undefined) await clock.pause(fault.delayMs);
			const instead = fault && faultAnswer(fault, record);
			if (instead) await sendAnswer(reply, record, instead);
			else if (fault?.kind === 'hang') reply.hijack();
			else if (fault?.kind === 'reset') dropConnection(reply);
			else if (fault?.kind === 'resetAfterHeaders') sendPart(reply, { status: 200 }, 0);
			else {
				const recording = recordings.open(bucket, file, request.query.Signature ?? '');
				record.status = recording ? 200 : 403;
				if (recording) sendRecording(reply, file, recording.seconds, fault);
				else await sendAnswer(reply, record, accessDenied);
			}
		},
	);
	return server;
}
