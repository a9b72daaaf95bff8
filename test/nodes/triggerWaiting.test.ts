import type { ModeName } from '../../simulator';
import { X1 } from './fixture';
import { A, B, blockCall, signed, stampOfNow, triggerDesk } from './triggerDesk';
import { ENDED, startWebhookServer } from './webhookServer';
import { work } from './work';

const { push, sample, trigger } = triggerDesk();

describe('calls and texts that wait', () => {
	/** The platform takes no answer but one with status 200. */
	const callin = async (more: object = {}) => {
		const answer = await push(blockCall(more));
		expect(answer.status).toBe(200);
		return answer;
	};
	const textFrom = async (mode: ModeName): Promise<unknown> => {
		const { status, answerBody } = await sample('smsBlock', mode);
		expect(status).toBe(200);
		return JSON.parse(answerBody ?? '');
	};
	const reject = { operation: 'close', closeInfo: {} };
	const connect = (calleeNum: string) => ({ operation: 'connect', connectInfo: { calleeNum } });
	const workflow = (options: object = {}) => {
		trigger.set({ respond: 'workflow', options: { replyDeadline: 60, ...options } });
	};

	test('the workflow answers a call', async () => {
		workflow();
		trigger.onReply((item) => Promise.resolve({ ...connect(B), for: item.callerNumber }));
		const { text } = await callin();
		expect(JSON.parse(text)).toEqual({ ...connect(B), for: A });
		expect(trigger.items()[0]).toMatchObject({ needsReply: true, mode: 'X', privateNumber: X1 });
	});

	test('a silent workflow leaves nobody waiting: the default answer goes out at the deadline', async () => {
		workflow({ defaultDestination: '13900000009', replyDeadline: 1 });
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
	});

	test('so does a late workflow, whose answer is dropped', async () => {
		const { result, end } = work();
		workflow({ defaultDestination: '13900000009', replyDeadline: 1 });
		trigger.onReply(() => result);
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
		expect(trigger.warnings).toEqual([]);
		end(connect(B));
		await result;
		// On a busy machine this one may take as long as the deadline of the one before.
		workflow({ defaultDestination: '13900000009' });
		trigger.onReply(() => Promise.resolve(reject));
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		expect(trigger.warnings).toEqual([
			expect.stringMatching(/a reply came \d+ ms after the default answer.*Reply Deadline/),
		]);
	});

	test('a workflow has as long as the user gives it, not longer', async () => {
		const { result, end } = work();
		workflow({ replyDeadline: 60 });
		const asked = new Promise<void>((resolve) => {
			trigger.onReply(() => {
				resolve();
				return result;
			});
		});
		const patient = callin();
		await asked;
		workflow({ replyDeadline: 1 });
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		end(connect(B));
		expect(JSON.parse((await patient).text)).toEqual(connect(B));
	});

	test('a run that ends without an answer gets the default one at once', async () => {
		// Not at the deadline, for which this test would not wait.
		workflow({ replyDeadline: 600 });
		trigger.onReply(() => Promise.resolve(ENDED));
		expect(JSON.parse((await callin()).text)).toEqual(reject);
	});

	test.each(['immediately', 'afterSuccess'])(
		'under %s the default answer goes out at once',
		async (respond) => {
			trigger.set({ respond, options: { defaultDestination: '139 0000 0009' } });
			expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
			expect(trigger.items()[0]).toMatchObject({ eventType: 'callin', needsReply: false });
		},
	);

	test('a call whose event is not chosen is answered all the same', async () => {
		trigger.set({ respond: 'workflow', events: ['fee'] });
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		expect(trigger.executions).toEqual([]);
	});

	test('a call that waited too long is never connected', async () => {
		workflow({ defaultDestination: '13900000009' });
		trigger.onReply(() => Promise.resolve(connect(B)));
		expect(JSON.parse((await callin({ timestamp: '2026-01-01 00:00:00' })).text)).toEqual(reject);
		expect(trigger.executions).toEqual([]);
	});

	test('a call that does not tell its time is as young as one can be', async () => {
		workflow();
		trigger.onReply(() => Promise.resolve(connect(B)));
		expect(JSON.parse((await callin({ timestamp: undefined })).text)).toEqual(connect(B));
	});

	test('a call that is asked about again is never connected', async () => {
		workflow({ defaultDestination: '13900000009' });
		trigger.onReply(() => Promise.resolve(connect(B)));
		const same = { sessionId: 'again', timestamp: stampOfNow() };
		expect(JSON.parse((await callin(same)).text)).toEqual(connect(B));
		expect(JSON.parse((await callin(same)).text)).toEqual(reject);
	});

	test('a call that two workflows are asked about is connected by both', async () => {
		const second = await startWebhookServer({ respond: 'workflow' }, 'second');
		second.onReply(() => Promise.resolve(connect(B)));
		workflow();
		trigger.onReply(() => Promise.resolve(connect(B)));
		const first = await callin({ sessionId: 'shared' });
		const other = await second.post(blockCall({ sessionId: 'shared' }), signed());
		await second.close();
		expect([first, other].map(({ text }) => JSON.parse(text) as unknown)).toEqual([
			connect(B),
			connect(B),
		]);
	});

	test('a text goes to the default destination, with its own sender', async () => {
		trigger.set({ options: { defaultDestination: '13900000009' } });
		const answer = await textFrom('AX');
		expect(answer).toEqual({
			actions: [{ operation: 'vNumberRoute', message: { called: '+8613900000009', calling: A } }],
		});
	});

	test('a text never goes to a landline, which cannot receive it, though calls do', async () => {
		trigger.set({ options: { defaultDestination: '0755-28000001' } });
		const answer = await textFrom('AX');
		expect(answer).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8675528000001'));
	});

	test('nobody reaches himself where he is the default destination', async () => {
		trigger.set({ options: { defaultDestination: A } });
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		expect(JSON.parse((await callin({ caller: B, called: A })).text)).toEqual(reject);
		expect(JSON.parse((await callin({ caller: B })).text)).toEqual(connect(A));
		const { answerBody } = (await sample('smsBlock', 'AX')) as { answerBody?: string };
		expect(JSON.parse(answerBody ?? '')).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
	});

	test('a text without a destination is discarded', async () => {
		const answer = await textFrom('X');
		expect(answer).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
	});

	test('the real sender of a text is told to the platform though the workflow sees it masked', async () => {
		workflow({ maskNumbers: true });
		trigger.onReply((item) =>
			Promise.resolve({
				actions: [{ operation: 'vNumberRoute', message: { called: B, calling: item.from } }],
			}),
		);
		const answer = await textFrom('AX');
		expect(trigger.items()[0]?.from).toBe('+86138****0021');
		expect(answer).toMatchObject({ actions: [{ message: { calling: A } }] });
	});

	test('plain notifications are acknowledged at once, whatever becomes of the workflow', async () => {
		workflow();
		trigger.onRun(() => Promise.reject(new Error('no')));
		expect((await sample('fee')).status).toBe(200);
		expect(trigger.items()).toHaveLength(1);
	});
});
