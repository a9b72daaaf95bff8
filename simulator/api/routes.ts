import type { FastifyInstance, FastifyReply } from 'fastify';

import {
	dropConnection,
	faultAnswer,
	recordOf,
	sendAnswer,
	sendCut,
	sendHtml,
	sendTruncated,
} from '../faults/answers';
import type { Fault, Faults } from '../faults/faults';
import { refusalAnswer } from '../wire/answers';
import type { Answer } from '../wire/answers';
import type { Clock } from '../wire/clock';
import { remember } from '../wire/journal';
import type { Journal, RecordedRequest } from '../wire/journal';
import { refuse } from '../wire/refusals';
import { operationName } from './api';
import type { Api } from './api';

/** What the API's routes are made of. */
export interface ApiRouteParts {
	api: Api;
	faults: Faults;
	journal: Journal;
	clock: Clock;
}

/** Answers what no route of the control API or the page takes: the platform's own paths. */
export function registerApiRoutes(server: FastifyInstance, parts: ApiRouteParts): void {
	const { api, faults, journal, clock } = parts;

	const answerTo = (record: RecordedRequest): Answer => {
		const found = api.find(record.method, record.path);
		// Access address and URI were joined wrongly: 404 without a result code.
		if (!found) return { status: 404 };
		if (found === 'unknownMethod') return refusalAnswer(refuse('invalidRestApi'));
		return api.answer(found, record);
	};

	const damage = async (
		fault: Fault,
		reply: FastifyReply,
		record: RecordedRequest,
	): Promise<void> => {
		const needsAnswer =
			fault.acts === true || ['slow', 'truncatedJson', 'cutAnswer'].includes(fault.kind);
		const right = needsAnswer ? answerTo(record) : undefined;
		if (fault.delayMs !== undefined) await clock.pause(fault.delayMs);
		const instead = faultAnswer(fault);
		if (instead && 'html' in instead) await sendHtml(reply, record, instead.status, instead.html);
		else if (instead) await sendAnswer(reply, record, instead);
		else if (fault.kind === 'hang') reply.hijack();
		else if (fault.kind === 'reset') dropConnection(reply);
		else if (fault.kind === 'truncatedJson')
			await sendTruncated(reply, record, right ?? { status: 200 });
		else if (fault.kind === 'cutAnswer') sendCut(reply, right ?? { status: 200 });
		else await sendAnswer(reply, record, right ?? { status: 500 });
	};

	server.route({
		method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'],
		url: '/*',
		async handler(request, reply) {
			const record = remember(journal.requests, recordOf(request, journal.nextId()));
			const found = api.find(record.method, record.path);
			if (found && found !== 'unknownMethod') record.operation = operationName(found);
			const { operation, path, method } = record;
			const fault = faults.meet({
				target: 'api',
				operation,
				path,
				method,
				appKey: /Username="([^"]*)"/.exec(
					String(record.headers['x-aksk'] ?? record.headers['x-wsse']),
				)?.[1],
			});
			record.fault = fault?.kind;
			journal.tell('request', record);
			if (fault) await damage(fault, reply, record);
			else await sendAnswer(reply, record, answerTo(record));
			journal.tell('request', record);
		},
	});
}
