import type { FastifyInstance, FastifyReply } from 'fastify';
import { ZodError } from 'zod';

import { OrderError } from '../applications/orders';
import type { Journal, LiveEvent } from '../wire/journal';
import { Refusal } from '../wire/refusals';
import { schemas } from './schemas';
import type { Simulator } from './simulator';

/** Streams live events to a browser (server-sent events). */
function streamEvents(reply: FastifyReply, journal: Journal): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, {
		'content-type': 'text/event-stream',
		'cache-control': 'no-store',
		connection: 'keep-alive',
	});
	raw.write(': the simulator speaks\n\n');
	const stop = journal.listen(({ topic, data }: LiveEvent) => {
		raw.write(`event: ${topic}\ndata: ${JSON.stringify(data)}\n\n`);
	});
	raw.on('close', stop);
}

/** Acts on a call; false when it is not under way, or when there is no such action. */
function actOn(sim: Simulator, id: string, action: string, body: unknown): boolean {
	switch (action) {
		case 'answer':
			return sim.answer(id);
		case 'hangUp':
			return sim.hangUp(id, schemas.hangUp.parse(body).by);
		case 'digits':
			return sim.enterDigits(id, schemas.digits.parse(body).digits);
		case 'end':
			return sim.endRinging(id, schemas.ringEnd.parse(body).scenario);
		default:
			return false;
	}
}

/**
 * The control API under `/sim`: what people and machines do outside the platform's own API. Every
 * route is a method of `Simulator`; bodies are checked by schemas. See README.md for examples.
 */
export function registerControl(server: FastifyInstance, sim: Simulator, journal: Journal): void {
	void server.register(
		(routes, _options, done) => {
			routes.setErrorHandler(async (error, _request, reply) => {
				if (error instanceof ZodError) {
					const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
					return reply.code(400).send({ message: problems.join('; ') });
				}
				if (error instanceof OrderError) return reply.code(400).send({ message: error.message });
				if (error instanceof Refusal) {
					return reply.code(error.http).send({ resultcode: error.code, resultdesc: error.text });
				}
				throw error;
			});
			const read = (body: unknown): unknown => {
				if (typeof body !== 'string' || body === '') return {};
				try {
					return JSON.parse(body);
				} catch {
					throw new OrderError('The body is not JSON.');
				}
			};
			const notFound = (reply: FastifyReply, what: string): FastifyReply =>
				reply.code(404).send({ message: `There is no ${what}.` });

			routes.get('/state', () => sim.state());
			routes.get('/events', (_request, reply) => {
				streamEvents(reply, journal);
			});
			routes.post('/reset', () => {
				sim.reset();
				return sim.state();
			});

			routes.post('/start-over', () => {
				sim.startOver();
				return sim.state();
			});
			routes.put('/start', () => {
				sim.keepAsStart();
				return sim.state();
			});

			routes.get('/calls', () => sim.calls);
			routes.post('/calls', (request, reply) => {
				const { count, ...order } = schemas.call.parse(read(request.body));
				void reply.code(201);
				if (count === undefined) return sim.startCall(order);
				return Array.from({ length: count }, () => sim.startCall(order));
			});
			routes.get<{ Params: { id: string } }>('/calls/:id', (request, reply) => {
				const call = sim.call(request.params.id);
				return call ?? notFound(reply, 'such call');
			});
			routes.get<{ Params: { id: string } }>('/calls/:id/recording', (request, reply) => {
				const link = sim.recordingOf(request.params.id);
				return link === undefined
					? notFound(reply, 'recording of this call')
					: reply.redirect(link);
			});
			routes.post<{ Params: { id: string; action: string } }>(
				'/calls/:id/:action',
				(request, reply) => {
					const { id, action } = request.params;
					const body = read(request.body);
					return actOn(sim, id, action, body)
						? sim.call(id)
						: notFound(reply, 'such call under way, or no such action');
				},
			);

			routes.get('/sms', () => sim.messages);
			routes.post('/sms', async (request, reply) => {
				const order = schemas.sms.parse(read(request.body));
				return reply.code(201).send(await sim.sendSms(order));
			});
			routes.post('/number-status', (request) => {
				const changes = schemas.numberStatus.parse(read(request.body));
				sim.setNumberStatus(changes);
				return sim.state();
			});

			routes.get('/pushes', () => sim.pushes);
			routes.get('/requests', () => sim.requests);
			routes.get('/storage-requests', () => sim.storageRequests);
			routes.put('/push-urls', (request) => {
				const { appKey, ...urls } = schemas.pushUrls.parse(read(request.body));
				sim.setPushUrls(urls, appKey);
				return sim.state();
			});
			routes.post('/samples', (request) =>
				sim.sendSample(schemas.sample.parse(read(request.body))),
			);

			routes.get('/robot-messages', () => sim.robotMessages);
			routes.get('/guide', () => sim.state().guide);
			routes.put('/guide', (request) => {
				sim.setGuide(schemas.guide.parse(read(request.body)));
				return sim.state().guide;
			});
			routes.post('/orders', (request) => sim.sendOrder(schemas.order.parse(read(request.body))));

			routes.get('/bindings', () => sim.bindings());
			routes.post('/bindings', (request, reply) => {
				const { appKey, ...body } = schemas.binding.parse(read(request.body));
				return reply.code(201).send(sim.bind(appKey, body));
			});
			routes.delete<{ Params: { id: string } }>('/bindings/:id', (request, reply) =>
				sim.release(request.params.id) ? { released: true } : notFound(reply, 'such binding'),
			);

			routes.get('/behaviour', () => sim.behaviour);
			routes.put('/behaviour', (request) => {
				sim.setBehaviour(schemas.behaviour.parse(read(request.body)));
				return sim.behaviour;
			});

			routes.get('/faults', () => sim.faults);
			routes.post('/faults', (request, reply) =>
				reply.code(201).send(sim.setFault(schemas.fault.parse(read(request.body)))),
			);
			routes.put('/faults', (request) => {
				const faults = schemas.faults.parse(read(request.body));
				sim.clearFaults();
				return faults.map((fault) => sim.setFault(fault));
			});
			routes.delete('/faults', () => {
				sim.clearFaults();
				return sim.faults;
			});
			routes.delete<{ Params: { id: string } }>('/faults/:id', (request) => {
				sim.clearFaults(Number(request.params.id));
				return sim.faults;
			});
			routes.all('/*', (_request, reply) => notFound(reply, 'such route of the control API'));
			done();
		},
		{ prefix: '/sim' },
	);
}
