/** A message of a chat as OpenAI's chat completions interface takes it. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content?: unknown;
	tool_calls?: { id: string; function: { name: string; arguments: string } }[];
	tool_call_id?: string;
}

/** A request to the model, as far as a test looks at it. */
export interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	tools?: { function: { name: string; description?: string; parameters?: object } }[];
	stream?: boolean;
}

/** What the model does next: it says something, or calls a tool. */
export type ChatTurn = string | { tool: string; input: object };

/** Decides the model's next turn from all that it was told. */
export type Model = (request: ChatRequest) => ChatTurn;

/** The answer of `POST /v1/chat/completions`, as OpenAI's reference gives it. */
export function completion(turn: ChatTurn, model: string): object {
	const call = typeof turn === 'string' ? undefined : turn;
	const id = `call_${Math.random().toString(36).slice(2, 14)}`;
	return {
		id: `chatcmpl-${id}`,
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [
			{
				index: 0,
				message: {
					role: 'assistant',
					content: call ? null : turn,
					...(call && {
						tool_calls: [
							{
								id,
								type: 'function',
								function: { name: call.tool, arguments: JSON.stringify(call.input) },
							},
						],
					}),
				},
				finish_reason: call ? 'tool_calls' : 'stop',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

/** The same answer as a stream of events. */
export function completionEvents(turn: ChatTurn, model: string): string {
	const whole = completion(turn, model) as {
		choices: { message: { tool_calls?: object[] }; finish_reason: string }[];
	};
	const [choice] = whole.choices;
	const calls = choice?.message.tool_calls?.map((call, index) => ({ index, ...call }));
	const chunk = (delta: object, finish: string | null): string =>
		`data: ${JSON.stringify({ ...whole, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
	return [
		chunk({ ...choice?.message, ...(calls && { tool_calls: calls }) }, null),
		chunk({}, choice?.finish_reason ?? 'stop'),
		'data: [DONE]\n\n',
	].join('');
}
