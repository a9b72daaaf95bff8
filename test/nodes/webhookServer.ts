import type { AddressInfo } from 'node:net';
import { parse as parseForm } from 'node:querystring';

import express, { type Request, type Response } from 'express';
import { WebhookContext } from 'n8n-core';
import { createRunExecutionData, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { additionalDataOf, buildWorkflow } from './engine';
import { KEYS } from './fixture';
import { shared } from '../shared';

/** The trigger behind a real HTTP server, with n8n's own webhook context. */
export interface WebhookServer {
	url: string;
	/** Items of each execution, by output; one entry an execution. */
	executions: INodeExecutionData[][][];
	/** All items of all executions, without their outputs. */
	items(): IDataObject[];
	/** Lines that the node logged. */
	log: string[];
	/** Those among them that are warnings. */
	warnings: string[];
	/** How often the trigger has read its credential. */
	credentialReads(): number;
	/** App secret that the credential holds from now on. */
	setSecret(appSecret: string): void;
	/** From now on n8n cannot read the credential, for this reason. */
	lockCredential(reason: string): void;
	/** Parameters of the trigger from now on. */
	set(parameters: IDataObject): void;
	/** What the workflow does that n8n waits for; default: it succeeds at once. */
	onRun(run: (items: IDataObject[]) => Promise<void>): void;
	/** What the workflow answers to a waiting request; default: nothing. */
	onReply(reply: (item: IDataObject) => Promise<unknown>): void;
	/** @param signal hangs up */
	post(
		body: unknown,
		headers?: Record<string, string>,
		signal?: AbortSignal,
	): Promise<{ status: number; text: string }>;
	/** Back to the start: its parameters, no executions, no log, no workflow. */
	reset(): void;
	close(): Promise<void>;
}

/** Time zone of the workflow. */
export const TIME_ZONE = 'Asia/Shanghai';

/** A run in queue mode that ended without an answer. */
export const ENDED = Symbol('ended');

/** The largest body, as n8n sets it. */
const bytes = express.raw({ type: () => true, limit: '16mb' });

/** Gives a request n8n's reader: it keeps to the limit, unpacks, and sets `rawBody`. */
function withReader(request: Request, response: Response): () => Promise<void> {
	const readRawBody = async (): Promise<void> => {
		await new Promise<void>((resolve, reject) => {
			bytes(request, response, (error?: Error) => {
				if (error) reject(error);
				else resolve();
			});
		});
		const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		request.body = undefined;
		Object.assign(request, { rawBody });
	};
	Object.assign(request, { readRawBody });
	return readRawBody;
}

/** What n8n does with a body before it asks a node of version 1. */
async function parse(request: Request, readRawBody: () => Promise<void>): Promise<void> {
	const contentType = request.headers['content-type']?.split(';')[0];
	await readRawBody();
	const rawBody = request.rawBody;
	// A form with parts comes from the stream, and n8n keeps no bytes of it.
	if (contentType === 'multipart/form-data') {
		request.body = { data: { text: rawBody.toString('utf8') }, files: {} };
		Object.assign(request, { rawBody: undefined });
		return;
	}
	request.body = parsed(rawBody, contentType);
}

/** What n8n makes of a body: it goes by the content type alone. Throws where JSON is malformed. */
function parsed(rawBody: Buffer, contentType?: string): unknown {
	if (rawBody.length === 0) return undefined;
	const text = rawBody.toString('utf8');
	switch (contentType) {
		case 'application/json':
			return JSON.parse(text);
		case 'application/x-www-form-urlencoded':
			return { ...parseForm(text) };
		case 'text/plain':
			return text;
		default:
			return undefined;
	}
}

/** The workflow unless a test says otherwise. */
const succeed = (_items: IDataObject[]): Promise<void> => Promise.resolve();
const saysNothing = (_item: IDataObject): Promise<unknown> => Promise.resolve(undefined);

/** One trigger for the tests of a file: as it was started at the start of each. */
export function sharedTrigger(parameters: IDataObject = {}): WebhookServer {
	return shared({
		start: async () => await startWebhookServer(parameters),
		end: async (trigger) => {
			await trigger.close();
		},
		clear: (trigger) => {
			trigger.reset();
		},
	});
}

/** Starts the trigger on a port of its own. */
export async function startWebhookServer(
	parameters: IDataObject = {},
	webhookId = 'test',
): Promise<WebhookServer> {
	let current = parameters;
	let credential = { ...KEYS, baseUrl: 'http://127.0.0.1' };
	let credentialReads = 0;
	let locked: string | undefined;
	let run = succeed;
	let reply = saysNothing;
	const executions: INodeExecutionData[][][] = [];
	const log: string[] = [];
	const warnings: string[] = [];
	const app = express();

	app.post('/webhook/{*path}', async (request, response) => {
		const type = new PrivateNumberTrigger();
		const workflow = buildWorkflow([
			{ name: 'Trigger', type, parameters: current, settings: { id: webhookId, webhookId } },
		]);
		Object.assign(workflow, { timezone: TIME_ZONE });
		const node = workflow.getNode('Trigger');
		if (!node) throw new Error('The workflow has no trigger.');
		const readRawBody = withReader(request, response);
		// n8n's own switch for nodes of version 1: it leaves the body to them.
		if ((node.parameters.options as IDataObject).binaryData !== true) {
			try {
				await parse(request, readRawBody);
			} catch {
				// n8n's own answer to malformed JSON.
				response.status(422).end();
				return;
			}
		}
		const additionalData = {
			...additionalDataOf({ mode: 'webhook' }),
			httpRequest: request,
			httpResponse: response,
		};
		additionalData.credentialsHelper.getDecrypted = () => {
			credentialReads += 1;
			return locked === undefined ? Promise.resolve(credential) : Promise.reject(new Error(locked));
		};
		const context = new WebhookContext(
			workflow,
			node,
			additionalData as never,
			'webhook',
			{ webhookDescription: type.description.webhooks?.[0] } as never,
			[],
			createRunExecutionData(),
		);
		const remember = (line: string): number => log.push(line);
		Object.defineProperty(context, 'logger', {
			value: {
				info: remember,
				warn: (line: string) => remember(line) && warnings.push(line),
				error: remember,
			},
		});

		const result = await type.webhook.call(context);
		const { workflowData } = result;
		if (response.writableEnded && !result.noWebhookResponse) {
			throw new Error('n8n would answer a second time.');
		}
		if (workflowData) executions.push(workflowData);
		const first = workflowData?.flat()[0]?.json;
		if (result.noWebhookResponse) {
			if (first?.needsReply === true) {
				const body = await reply(first);
				// In queue mode n8n ends the answer of a run that gave none; in one process it does nothing.
				if (body === ENDED) response.end();
				else if (body !== undefined) response.end(Buffer.from(JSON.stringify(body)));
			}
			return;
		}
		// Unless the answer leaves at once, n8n gives it when the workflow has ended.
		if (current.respond === 'afterSuccess' || current.respond === 'workflow') {
			const items = workflowData?.flat().map(({ json }) => json) ?? [];
			await run(items).then(
				() => response.status(200).end(),
				() => response.status(500).json({ message: 'Error in workflow' }),
			);
			return;
		}
		response.status(200).end();
	});

	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}/webhook/${webhookId}/private-number`;
	return {
		url,
		executions,
		items: () => executions.flatMap((outputs) => outputs.flat()).map(({ json }) => json),
		log,
		warnings,
		credentialReads: () => credentialReads,
		setSecret: (appSecret) => {
			credential = { ...credential, appSecret };
		},
		lockCredential: (reason) => {
			locked = reason;
		},
		set: (parameters) => {
			current = parameters;
		},
		onRun: (given) => {
			run = given;
		},
		onReply: (given) => {
			reply = given;
		},
		async post(body, headers = {}, signal) {
			const answer = await fetch(url, {
				method: 'POST',
				signal,
				headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
				body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
			});
			return { status: answer.status, text: await answer.text() };
		},
		reset() {
			executions.length = 0;
			log.length = 0;
			warnings.length = 0;
			current = parameters;
			locked = undefined;
			run = succeed;
			reply = saysNothing;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
