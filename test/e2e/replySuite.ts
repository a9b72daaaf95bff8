import { chain, publish } from '../../playground/examples/chain';
import type { Link, Published } from '../../playground/examples/chain';
import { createDataTable } from '../../playground/examples/dataTables';
import type { Credential } from '../../playground/n8n/types';
import { n8nNode, packageNode } from '../../playground/n8n/nodeTypes';
import type { Playground } from '../../playground/playground';
import type { Call, PushRecord, SimulatorApplication } from '../../simulator';

/** An application of X mode, whose calls all wait for an answer. */
export const xApplication: SimulatorApplication = {
	appKey: 'replyXKey',
	appSecret: 'replyXSecret',
	mode: 'X',
	numbers: [{ number: '+8613800006641', areaCode: '0755' }],
};

/** An application of AX mode, whose texts from A wait for an answer. */
export const axApplication: SimulatorApplication = {
	appKey: 'replyAxKey',
	appSecret: 'replyAxSecret',
	mode: 'AX',
	numbers: [{ number: '+8613800006611', areaCode: '0755' }],
};

const caller = '+8613900000001';
const doctor = '+8613900000002';
const hotline = '+8613900000009';
const x = '13800006641';
const ax = '13800006611';

/** Longest answer on an idle machine, in milliseconds; a busy one may take longer. */
const idleMs = 500;
/** How much later than its deadline a default answer may come on a busy machine, in milliseconds. */
const lateMs = 2_500;
/** Seconds after which a waiting caller gets the default answer, in the tests of late workflows. */
const deadline = 1;

/**
 * Calls and texts that wait for a workflow, in a running n8n; the simulator carries each to its end.
 */
export function describeReplies(playground: Playground): void {
	const credentialOf = (mode: string): Credential => {
		const credential = playground.credentials.find(({ name }) => name.endsWith(` ${mode}`));
		if (!credential) throw new Error(`There is no credential for ${mode}.`);
		return credential;
	};
	const trigger = (mode: string, options: object = {}): Link => ({
		name: 'Somebody Waits',
		type: packageNode('privateNumberTrigger'),
		parameters: { events: ['callin', 'sms'], respond: 'workflow', options },
		credential: credentialOf(mode),
	});
	const start = async (
		{ appKey, mode }: SimulatorApplication,
		links: Link[],
		options: object = {},
	): Promise<Published> => {
		const { api, n8n, simulator } = playground;
		const document = chain('Reply', [trigger(mode, options), ...links]);
		const published = await publish(api, n8n.webhookBase, document);
		simulator.setPushUrls({ callEvent: published.url, smsControl: published.url }, appKey);
		return published;
	};
	const call = async (): Promise<{ call: Call; push: PushRecord }> => {
		const { simulator } = playground;
		const { sessionId } = simulator.startCall({ caller, called: x });
		const ended = await simulator.waitForCall(sessionId);
		const push = simulator.pushes.find((one) => one.isBlock && one.sessionId === sessionId);
		if (!push) throw new Error('Nobody was asked about the call.');
		return { call: ended, push };
	};
	const connectTo = (calleeNum: string): Link => ({
		name: 'Connect',
		type: packageNode('privateNumberX'),
		parameters: { resource: 'call', operation: 'connect', calleeNum, options: {} },
		credential: credentialOf('X'),
	});

	describe('an X-mode call', () => {
		it('is connected to the number that a data table names', async () => {
			const { api } = playground;
			const table = await createDataTable(api, 'Duty', { line: 'string', doctor: 'string' });
			await table.insert([
				{ line: '+8613800006642', doctor: hotline },
				{ line: `+86${x}`, doctor },
			]);
			await start(xApplication, [
				{
					name: 'Who Is on Duty',
					type: n8nNode('dataTable'),
					typeVersion: 1.1,
					parameters: {
						resource: 'row',
						operation: 'get',
						dataTableId: { __rl: true, mode: 'id', value: table.id },
						matchType: 'allConditions',
						filters: {
							conditions: [
								{ keyName: 'line', condition: 'eq', keyValue: '={{ $json.privateNumber }}' },
							],
						},
						returnAll: false,
						limit: 1,
					},
				},
				connectTo('={{ $json.doctor }}'),
			]);

			const durations: number[] = [];
			for (let round = 0; round < 20; round += 1) {
				const { call: ended, push } = await call();
				expect(ended).toMatchObject({ callee: doctor, state: 'ended', releasedBy: 'caller' });
				expect(ended.times.answer).toBeDefined();
				durations.push(push.attempts[0]?.durationMs ?? Infinity);
			}
			tell('X call, data table → connect', durations);
		});
	});

	describe('a text in AX mode', () => {
		const send = async (text: string) => {
			const { simulator } = playground;
			const sms = await simulator.sendSms({ from: caller, to: ax, text });
			const push = simulator.pushes.find(
				(one) => one.isBlock && one.sessionId === sms.smsIdentifier,
			);
			return { sms, durationMs: push?.attempts[0]?.durationMs ?? Infinity };
		};

		it('is forwarded or discarded as the workflow decides by its words', async () => {
			const { simulator } = playground;
			simulator.bind(axApplication.appKey, { origNum: caller, privateNum: ax });
			const answer = (operation: 'forward' | 'discard', output: number): Link => ({
				name: operation,
				type: packageNode('privateNumberAx'),
				parameters: { resource: 'sms', operation, called: doctor },
				credential: credentialOf('AX'),
				after: [['Is It Polite', output]],
			});
			await start(axApplication, [
				{
					name: 'Is It Polite',
					type: n8nNode('if'),
					typeVersion: 2.2,
					parameters: {
						conditions: {
							combinator: 'and',
							options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
							conditions: [
								{
									id: 'c1',
									leftValue: '={{ $json.text }}',
									rightValue: '加微信',
									operator: { type: 'string', operation: 'notContains' },
								},
							],
						},
						options: {},
					},
				},
				answer('forward', 0),
				answer('discard', 1),
			]);

			const durations: number[] = [];
			for (let round = 0; round < 10; round += 1) {
				const polite = await send('我到楼下了');
				expect(polite.sms).toMatchObject({
					state: 'done',
					to: doctor,
					deliveredText: '我到楼下了',
					sendResult: 0,
				});
				const impolite = await send('加微信 13900000001');
				expect(impolite.sms).toMatchObject({ state: 'done', sendResult: 6 });
				expect(impolite.sms.deliveredText).toBeUndefined();
				durations.push(polite.durationMs, impolite.durationMs);
			}
			tell('AX text, condition → forward or discard', durations);
		});
	});

	describe('a caller whom the workflow leaves alone', () => {
		const silent: Link[] = [{ name: 'Nothing', type: n8nNode('noOp') }];
		const failing: Link[] = [
			{
				name: 'Stop',
				type: n8nNode('stopAndError'),
				parameters: { errorMessage: 'No doctor today' },
			},
		];
		const late: () => Link[] = () => [
			{
				name: 'Wait',
				type: n8nNode('wait'),
				typeVersion: 1.1,
				parameters: { resume: 'timeInterval', amount: deadline + 2, unit: 'seconds' },
			},
			connectTo(doctor),
		];

		it.each([
			['silent', () => silent],
			['failing', () => failing],
			['late', late],
		])('gets the default answer in time when it is %s', async (_case, links) => {
			await start(xApplication, links(), { replyDeadline: deadline });
			const { call: ended, push } = await call();

			expect(ended.callee).toBeUndefined();
			expect(JSON.parse(push.attempts[0]?.answerBody ?? '')).toMatchObject({ operation: 'close' });
			expectInTime(push);
		});

		it.each([
			['silent', () => silent],
			['failing', () => failing],
			['late', late],
		])('reaches the default destination in time when it is %s', async (_case, links) => {
			await start(xApplication, links(), {
				replyDeadline: deadline,
				defaultDestination: '139 0000 0009',
			});
			const { call: ended, push } = await call();

			expect(ended).toMatchObject({ callee: hotline, state: 'ended' });
			expect(ended.times.answer).toBeDefined();
			expectInTime(push);
		});

		const expectInTime = (push: PushRecord): void => {
			expect(push.attempts).toHaveLength(1);
			expect(push.attempts[0]?.durationMs).toBeLessThan(deadline * 1000 + lateMs);
		};
	});
}

/** Prints how long answers took. Who waits longer than the deadline gets another answer. */
function tell(what: string, durations: readonly number[]): void {
	const sorted = [...durations].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
	const slowest = sorted.at(-1) ?? NaN;
	const verdict = slowest < idleMs ? 'within' : 'above';
	process.stdout.write(
		`${what}: median ${median} ms, slowest ${slowest} ms of ${sorted.length} (${verdict} ${idleMs} ms)\n`,
	);
}
