import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { completion, completionEvents } from './openAi';
import type { ChatRequest, Model } from './openAi';
import { askRobot, robotKeys } from './robots';
import type { RobotKind, RobotMessage } from './robots';

/** Robots and a language and speech service on this machine, as their documents describe them. */
export interface StandIn {
	readonly url: string;
	/** What the robots' groups have read, oldest first. */
	readonly messages: RobotMessage[];
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

/** The settings of an example for a robot of the stand-in. */
export function robotOf({ url }: StandIn, robot: RobotKind = 'wecom') {
	const addresses = {
		wecom: `/cgi-bin/webhook/send?key=${robotKeys.wecom}`,
		dingtalk: `/robot/send?access_token=${robotKeys.dingtalk}`,
		feishu: `/open-apis/bot/v2/hook/${robotKeys.feishu}`,
	};
	const robotSecret = robot === 'wecom' ? '' : robotKeys.secret;
	return { robot, robotAddress: url + addresses[robot], robotSecret };
}

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
		messages: [],
		chats: [],
		transcribed: [],
		answerWith(next) {
			model = next;
		},
		clear() {
			for (const list of [standIn.messages, standIn.chats, standIn.transcribed]) list.length = 0;
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
		const robot = askRobot({
			url,
			body: JSON.parse(body.toString() || '{}') as Record<string, unknown>,
		});
		if (!robot) return { status: 404, text: 'Not Found', type: 'text/plain' };
		if (robot.taken) standIn.messages.push(robot.taken);
		return json(robot.body);
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
