import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Faults } from '../faults/faults';
import { refusalAnswer } from '../http/answers';
import type { Answer } from '../http/answers';
import type { Clock } from '../wire/clock';
import type { Connections } from '../http/connections';
import { remember } from '../wire/journal';
import type { Journal, RecordedRequest } from '../wire/journal';
import type { Random } from '../wire/random';
import { refuse } from '../wire/refusals';
import { recordOf, sendAnswer } from '../http/sending';
import type { Api } from './api';
import { openDamage } from './damage';
import { findOperation, operationName } from './operations';

/** What the API's routes are made of. */
export interface ApiRouteParts {
	api: Api;
	connections: Connections;
	faults: Faults;
	journal: Journal;
	clock: Clock;
	random: Random;
}

/** The routes of the API. */
export interface ApiRoutes {
	/** Forgets effects that are still to come. */
	clear(): void;
}

const appKeyOf = ({ headers }: RecordedRequest): string | undefined =>
	/Username="([^"]*)"/.exec(String(headers['x-aksk'] ?? headers['x-wsse']))?.[1];

/** Answers what no route of the control API or the page takes: the platform's own paths. */
export function registerApiRoutes(server: FastifyInstance, parts: ApiRouteParts): ApiRoutes {
	const { api, connections, faults, journal } = parts;

	const answerTo = (record: RecordedRequest): Answer => {
		const found = findOperation(record.method, record.path);
		// Access address and URI were joined wrongly: 404 without a result code.
		if (!found) return { status: 404 };
		if (found === 'unknownMethod') return refusalAnswer(refuse('invalidRestApi'));
		return api.answer(found, record);
	};
	const damage = openDamage({ ...parts, answerTo });

	const answer = async (record: RecordedRequest, reply: FastifyReply): Promise<void> => {
		const { operation, path, method } = record;
		const appKey = appKeyOf(record);
		const fault = faults.meet({ target: 'api', operation, path, method, appKey });
		record.fault = fault?.kind;
		journal.tell('request', record);
		if (fault) await damage.answer(fault, reply, record);
		else await sendAnswer(reply, record, answerTo(record));
		journal.tell('request', record);
	};

	server.route({
		method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'],
		url: '/*',
		onRequest(request, reply, next) {
			connections.receive(request, reply);
			next();
		},
		async handler(request, reply) {
			const record = remember(journal.requests, recordOf(request, journal.nextId()));
			const found = findOperation(record.method, record.path);
			if (found && found !== 'unknownMethod') record.operation = operationName(found);
			await answer(record, reply);
		},
	});
	return { clear: damage.clear };
}
