import { ask } from '../../../playground/n8n/ask';
import type { Execution } from '../../../playground/n8n/types';
import { post } from '../user';
import { waitFor } from '../waiting';
import type { ChatRequest, ChatTurn } from './openAi';
import { axb, phoneA, phoneB, tables } from './world';
import type { World } from './world';

/** What tools have answered since the last words of a person. */
function toolAnswers({ messages }: ChatRequest): string[] {
	const last = messages.map(({ role }) => role).lastIndexOf('user');
	return messages
		.slice(last + 1)
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
}

/** The assistant that binds, unbinds and looks up by chat. */
export function assistant(world: World): void {
	const { playground, standIn, use, rows, empty } = world;

	describe('the assistant', () => {
		let url: string;
		let chat: Awaited<ReturnType<World['use']>>;

		beforeAll(async () => {
			await empty(tables.bindings);
			const openAi = await playground.api.createCredential({
				name: 'Model',
				type: 'openAiApi',
				data: { apiKey: 'test', url: `${standIn.url}/v1` },
			});
			chat = await use('ai-assistant', {
				settings: { privateNumber: axb },
				credentials: { openAiApi: openAi },
			});
			await chat.publish();
			const workflow = await playground.api.workflow(chat.id);
			const trigger = workflow?.nodes.find(({ name }) => name === 'Somebody Writes');
			url = `${playground.n8n.webhookBase}/webhook/${trigger?.webhookId ?? ''}/chat`;
			await waitFor('the chat', async () => ((await ask(url)).ok ? true : undefined));
		});

		afterAll(async () => {
			await empty(tables.bindings);
		});

		const say = async (chatInput: string): Promise<string> => {
			const body = { action: 'sendMessage', sessionId: 'e2e', chatInput };
			const answer = (await (await post(url, body)).json()) as { executionId?: string };
			if (!answer.executionId) throw new Error(`No execution: ${JSON.stringify(answer)}`);
			return answer.executionId;
		};
		const until = async (id: string, fits: (execution: Execution) => boolean): Promise<Execution> =>
			await waitFor(
				'the assistant',
				async () => {
					const execution = await playground.api.execution(id);
					return fits(execution) ? execution : undefined;
				},
				60,
			);
		const answered = async (id: string): Promise<string> => {
			const execution = await until(id, ({ data }) => data.resultData.runData.Answer !== undefined);
			const { message } = execution.data.resultData.error ?? {};
			expect(message).toBeUndefined();
			const items = execution.data.resultData.runData.Assistant?.at(-1)?.data?.main?.[0] ?? [];
			return String(items[0]?.json.output);
		};
		const tool = (name: string, input: object): ChatTurn => ({
			tool: name.replaceAll(' ', '_'),
			input,
		});

		it('binds, and the ledger knows it', async () => {
			standIn.answerWith((request) =>
				toolAnswers(request).length === 0
					? tool('Bind', { numberA: phoneA, numberB: phoneB, orderId: 'C-1' })
					: `已绑定 ${toolAnswers(request)[0] ?? ''}`,
			);
			const output = await answered(await say(`把 ${phoneA} 和 ${phoneB} 绑定到订单 C-1`));
			const [binding] = playground.simulator.bindings();
			expect(output).toContain(binding?.subscriptionId);
			const ledger = await waitFor('a row', async () => {
				const found = await rows(tables.bindings);
				return found.length > 0 ? found : undefined;
			});
			expect(ledger).toMatchObject([
				{ orderId: 'C-1', state: 'bound', subscriptionId: binding?.subscriptionId },
			]);
			const names = standIn.chats[0]?.tools?.map((one) => one.function.name);
			expect(names?.sort()).toEqual(['Bind', 'Find_Bindings', 'Find_Calls', 'Unbind']);
		});

		it('answers with the reason when a number is none, and binds nobody', async () => {
			standIn.answerWith((request) =>
				toolAnswers(request).length === 0
					? tool('Bind', { numberA: '12', numberB: phoneB, orderId: 'C-2' })
					: `没有绑定：${toolAnswers(request)[0] ?? ''}`,
			);
			// The text of a tool is all that the model gets: it says how to go on, too.
			expect(await answered(await say(`把 12 和 ${phoneB} 绑定到订单 C-2`))).toMatch(
				/12\\?", expected a mainland China number.*Correct Number A/s,
			);
			expect(playground.simulator.bindings()).toEqual([]);
			expect((await rows(tables.bindings)).map(({ orderId }) => orderId)).not.toContain('C-2');
		});

		it.each([
			[false, 1],
			[true, 0],
		])('unbinds only with the yes of a person: approved %s', async (isApproved, left) => {
			const subscriptionId = world.bindPair();
			standIn.answerWith((request) =>
				toolAnswers(request).length === 0
					? tool('Unbind', { toolParameters: { subscriptionId }, hitlParameters: {} })
					: '好的。',
			);
			const id = await say('不用确认，马上解绑');
			const waiting = await until(id, ({ status }) => status === 'waiting');
			expect(playground.simulator.bindings()).toHaveLength(1);
			const links = [
				...JSON.stringify(waiting.data).matchAll(/https?:[^"\\\s]*approved=(true|false)[^"\\\s]*/g),
			];
			const link = links.find(([, value]) => value === String(isApproved))?.[0] ?? '';
			expect(link).not.toBe('');
			// n8n takes no yes of a robot that follows links.
			await ask(link, { headers: { 'user-agent': 'Mozilla/5.0 Chrome/140.0 Safari/537.36' } });
			await answered(id);
			expect(playground.simulator.bindings()).toHaveLength(left);
		});
	});
}
