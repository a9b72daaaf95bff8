import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { completion, completionEvents } from './openAi';
import type { ChatRequest, Model } from './openAi';

/** A language and speech service on this machine, as OpenAI's documents describe it. */
export interface StandIn {
	readonly url: string;
	/** What the model was asked, oldest first. */
	readonly chats: ChatRequest[];
	/** Recordings that came to be written down: name of the file, and its bytes. */
	readonly transcribed: { fileName: string; bytes: number }[];
	/** Sets what the model answers from now on. */
	answerWith(model: Model): void;
	/** Forgets everything that came. */
	clear(): void;
	close(): Promise<void>;
}

/** What a transcription answers. */
export const spokenWords = '您好，我到楼下了，麻烦下来取一下外卖。';

/** Starts the stand-in. */
export async function startStandIn(): Promise<StandIn> {
	const server = createServer((request, response) => {
		void read(request).then((body) => {
			const { status = 200, type = 'application/json', text } = answer(request, body);
			response.writeHead(status, { 'content-type': type }).end(text);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	let model: Model = () => '好的。';
	const standIn: StandIn = {
		url: `http://127.0.0.1:${port}`,
		chats: [],
		transcribed: [],
		answerWith(next) {
			model = next;
		},
		clear() {
			for (const list of [standIn.chats, standIn.transcribed]) list.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};

	function answer(request: IncomingMessage, body: Buffer): Answer {
		const url = new URL(request.url ?? '', standIn.url);
		if (url.pathname === '/v1/models') return json({ data: [{ id: 'test', object: 'model' }] });
		if (url.pathname === '/v1/chat/completions') {
			const chat = JSON.parse(body.toString()) as ChatRequest;
			standIn.chats.push(chat);
			const turn = model(chat);
			if (!chat.stream) return json(completion(turn, chat.model));
			return { type: 'text/event-stream', text: completionEvents(turn, chat.model) };
		}
		if (url.pathname === '/v1/audio/transcriptions') {
			const text = body.toString('latin1');
			const [, fileName = ''] = /filename="([^"]*)"/.exec(text) ?? [];
			const isWhole = /name="model"/.test(text) && text.includes('RIFF');
			if (!isWhole) return { ...json({ error: { message: 'no file' } }), status: 400 };
			standIn.transcribed.push({ fileName, bytes: body.length });
			return json({ text: spokenWords });
		}
		return { status: 404, text: 'Not Found', type: 'text/plain' };
	}
	return standIn;
}

interface Answer {
	status?: number;
	type?: string;
	text: string;
}

function json(body: object): Answer {
	return { text: JSON.stringify(body) };
}

async function read(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}
