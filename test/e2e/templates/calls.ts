import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ask } from '../../../playground/n8n/ask';
import { itemsOf } from '../../../playground/n8n/types';
import { waitFor } from '../waiting';
import { spokenWords } from './standIn';
import { missedRecord } from './robotSuite';
import { axb, phoneA, phoneB, tables } from './world';
import type { World } from './world';

/** What becomes of calls that are over. */
export function calls(world: World): void {
	const { playground, standIn, told, use, call, bindPair, rows, empty } = world;
	const pushTo = (url = ''): void => {
		playground.simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
	};
	const recorded = { recordFlag: 'true', recordHintTone: 'recordHintTone.wav' };

	describe('calls that are over', () => {
		afterEach(async () => {
			for (const table of [tables.calls, tables.callbacks, tables.transcripts]) await empty(table);
			for (const file of readdirSync(playground.n8n.filesFolder)) {
				rmSync(join(playground.n8n.filesFolder, file));
			}
		});

		it('become one row each, though every record is pushed twice, and one has no numbers', async () => {
			const { simulator } = playground;
			const records = await use('call-records-to-table');
			const [url = ''] = await records.publish();
			pushTo(url);
			simulator.setFault({ kind: 'pushTwice' });
			bindPair();
			const answered = await call({ caller: phoneA, called: axb, talkSeconds: 61 });
			const busy = await call({ caller: phoneB, called: axb, scenario: 'busy' });
			for (let each = 0; each < 4; each += 1) {
				expect(await records.next()).toMatchObject({ status: 'success' });
			}
			simulator.clearFaults();
			const nobody = { callerNum: undefined, calleeNum: undefined, bindNum: undefined };
			const body = missedRecord('nobody', nobody);
			await simulator.sendSample({ kind: 'fee', mode: 'AXB', url, body });
			expect(await records.next()).toMatchObject({ status: 'success' });
			const written = await rows(tables.calls);
			expect(written).toHaveLength(3);
			expect(written).toEqual(
				expect.arrayContaining([
					expect.objectContaining({
						eventId: `fee:${answered.icid}`,
						callerNumber: `+86${phoneA}`,
						calledNumber: `+86${phoneB}`,
						privateNumber: `+86${axb}`,
						outcome: 'answered',
						talkSeconds: 61,
						billedMinutes: 2,
						sample: false,
					}),
					expect.objectContaining({ eventId: `fee:${busy.icid}`, outcome: 'missed' }),
					expect.objectContaining({ note: expect.stringContaining('缺少号码') as string }),
				]),
			);
		});

		it('become files named by date and order; one that is lost is named, the others saved', async () => {
			const { n8n, simulator } = playground;
			const settings = { folder: n8n.filesFolder, waitMinutes: 0 };
			const saving = await use('call-record-recording-to-file', { settings });
			const [url = ''] = await saving.publish();
			pushTo(url);
			bindPair({ ...recorded, userData: 'A/7' });
			const { recordObjectName } = await call({ caller: phoneA, called: axb });
			const saved = await saving.next();
			expect(saved.status).toBe('success');
			expect(itemsOf(saved, 'Call Record with File')).toHaveLength(1);
			const [file = '', ...others] = readdirSync(n8n.filesFolder);
			expect(others).toEqual([]);
			expect(file).toMatch(/^\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d_A_7_/);
			expect(file.endsWith(recordObjectName)).toBe(true);

			const push = await simulator.waitForPush(({ event }) => event === 'fee');
			const { feeLst } = JSON.parse(push.body) as { feeLst: [object] };
			rmSync(join(n8n.filesFolder, file));
			const lost = { ...feeLst[0], icid: 'lost', recordObjectName: 'lost.wav' };
			const body = { eventType: 'fee', feeLst: [lost, ...feeLst] };
			await simulator.sendSample({ kind: 'fee', mode: 'AXB', url, body });
			const partly = await saving.next();
			expect(readdirSync(n8n.filesFolder)).toEqual([file]);
			expect(partly.status).toBe('error');
			expect(partly.data.resultData.error?.message).toMatch(/^Not saved.*lost\.wav \(.*1012007/);
		});

		it('are written down and summed up by services that may be any', async () => {
			const { api } = playground;
			const credential = await api.createCredential({
				name: 'Stand-in',
				type: 'openAiApi',
				data: { apiKey: 'test', url: `${standIn.url}/v1` },
			});
			standIn.answerWith(
				({ messages }) => `摘要：${String(messages.at(-1)?.content)}，电话 13800000021。`,
			);
			const summing = await use('recording-to-summary', {
				settings: {
					waitMinutes: 0,
					speechAddress: `${standIn.url}/v1/audio/transcriptions`,
					speechModel: 'whisper-1',
					chatAddress: `${standIn.url}/v1/chat/completions`,
				},
				credentials: { openAiApi: credential },
			});
			const [url = ''] = await summing.publish();
			pushTo(url);
			bindPair({ ...recorded, userData: 'A-8' });
			await call({ caller: phoneA, called: axb });
			const execution = await summing.next();
			expect(execution.data.resultData.error?.message).toBeUndefined();
			expect(standIn.transcribed).toHaveLength(1);
			expect(standIn.transcribed[0]?.fileName).toMatch(/\.wav$/);
			expect(await rows(tables.transcripts)).toEqual([
				expect.objectContaining({
					orderId: 'A-8',
					text: spokenWords,
					summary: expect.stringContaining(spokenWords) as string,
				}),
			]);
			expect(told()[0]).toContain('138****0021');
		});

		it('open one task a person, however often he calls in vain and however often it is told', async () => {
			const { simulator } = playground;
			const missed = await use('missed-call-to-robot');
			const [url = ''] = await missed.publish();
			pushTo(url);
			bindPair({ userData: 'A-9' });
			await call({ caller: phoneA, called: axb });
			expect(itemsOf(await missed.next(), 'Was Missed')).toEqual([]);
			const sessions: string[] = [];
			for (const scenario of ['noAnswer', 'calleeRejects']) {
				sessions.push((await call({ caller: phoneA, called: axb, scenario })).sessionId);
				expect((await missed.next()).status).toBe('success');
			}
			const { headers, body } = await simulator.waitForPush(
				({ event, sessionId }) => event === 'fee' && sessionId === sessions.at(-1),
			);
			expect((await ask(url, { method: 'POST', headers, body })).status).toBe(200);
			expect((await missed.next()).status).toBe('success');
			expect(told()).toEqual([expect.stringContaining('A-9'), expect.stringContaining('第 2 次')]);
			expect(await rows(tables.callbacks)).toEqual([
				expect.objectContaining({
					callBack: `+86${phoneA}`,
					over: `+86${axb}`,
					who: `+86${phoneB}`,
					times: 2,
					status: 'open',
				}),
			]);
		});

		it('go to several workflows from one address; one that is away holds up no other', async () => {
			const records = await use('call-records-to-table');
			const missed = await use('missed-call-to-robot');
			const [first = ''] = await records.publish();
			const [second = ''] = await missed.publish();
			const nobody = 'http://127.0.0.1:9/webhook/nobody';
			const fan = await use('fan-out', {
				settings: { callRecords: `${nobody} ${first}\n${second}` },
			});
			const [url = ''] = await fan.publish();
			const body = missedRecord('fan-1');
			const { status } = await playground.simulator.sendSample({
				kind: 'fee',
				mode: 'AXB',
				url,
				body,
			});
			expect(status).toBe(500);
			await waitFor('the row', async () =>
				(await rows(tables.calls)).length > 0 ? true : undefined,
			);
			await waitFor('the message', () => Promise.resolve(told()[0]));
			const execution = await fan.next();
			expect(execution.data.resultData.error?.message).toMatch(/^Not passed on.*nobody/);
			expect(execution.data.resultData.error?.message).not.toContain(first);
		});
	});
}
