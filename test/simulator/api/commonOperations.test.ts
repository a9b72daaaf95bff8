import { a, bound, place, x } from '../calls/placing';
import { applicationOf, axbApplication, call, closeAll, open, outcome } from '../helpers';
import type { Signing } from '../helpers';

const linkPath = '/rest/provision/voice/record/v1.0';
const stopPath = '/rest/httpsessions/callStop/v2.0';
const recorded = { recordFlag: 'true', recordHintTone: 'notice.wav' };
const other = applicationOf('AXB', { appKey: 'other', appSecret: 'other', numbers: [] });
const asOther: Signing = { appKey: 'other', appSecret: 'other' };

afterEach(closeAll);

const link = (fileName: string, recordDomain: string): string =>
	`${linkPath}?${new URLSearchParams({ fileName, recordDomain }).toString()}`;

/** The link of a recording as its call record names it. */
const linkOf = ({ recordObjectName, recordDomain }: Record<string, unknown>): string =>
	link(String(recordObjectName), String(recordDomain));

describe('the link of a recording', () => {
	it('comes as a 301 with an empty body, which says that the connection ends', async () => {
		const simulator = await bound(recorded);
		const { record } = await place(simulator);
		const { status, text, headers } = await call(simulator, 'GET', linkOf(record));
		expect([status, text]).toEqual([301, '']);
		expect(headers.get('connection')).toBe('close');
		const file = await fetch(headers.get('location') ?? '');
		expect(file.headers.get('content-type')).toBe('audio/wav');
	});

	it.each([
		['a name and a domain of 128 characters', 128, 128, '403 1012007'],
		['a name of 129 characters', 129, 1, '403 1010002'],
		['a domain of 129 characters', 1, 129, '403 1010002'],
		['no name', 0, 1, '403 1010002'],
		['no domain', 1, 0, '403 1010002'],
	])('is looked for by %s', async (_what, name, domain, expected) => {
		const query = link('f'.repeat(name), 'd'.repeat(domain));
		expect(outcome(await call(await open(), 'GET', query))).toBe(expected);
	});

	it('is refused to an application that does not record', async () => {
		const simulator = await open({ applications: [{ ...axbApplication, recording: false }] });
		expect(outcome(await call(simulator, 'GET', link('f', 'd')))).toBe('403 1012012');
	});

	it('is kept from an account in arrears, as if there were no recording', async () => {
		const applications = [{ ...axbApplication, status: 'frozen' as const }];
		const simulator = await bound(recorded, { applications });
		const { record } = await place(simulator);
		expect(record.recordFlag).toBe(1);
		expect(outcome(await call(simulator, 'GET', linkOf(record)))).toBe('403 1012007');
	});
});

describe('a request to stop a call', () => {
	it('ends a call of the application, once', async () => {
		const simulator = await bound({}, { speed: 1 });
		const { sessionId } = simulator.startCall({ caller: a, called: x });
		const body = { sessionid: sessionId, signal: 'call_stop' };
		const { status, json } = await call(simulator, 'POST', stopPath, body);
		expect([status, json]).toEqual([200, { resultcode: '0', resultdesc: 'Success' }]);
		await simulator.waitForCall(sessionId);
		expect(outcome(await call(simulator, 'POST', stopPath, body))).toBe('500 1020152');
	});

	it('does not end a call of another application, nor one that nobody knows', async () => {
		const simulator = await bound({}, { speed: 1, applications: [axbApplication, other] });
		const { sessionId } = simulator.startCall({ caller: a, called: x });
		const body = { sessionid: sessionId, signal: 'call_stop' };
		const stop = async (session: string, signing?: Signing): Promise<string> =>
			outcome(await call(simulator, 'POST', stopPath, { ...body, sessionid: session }, signing));
		expect(await stop(sessionId, asOther)).toBe('500 1020152');
		expect(await stop('unknown')).toBe('500 1020152');
		expect(await stop(sessionId)).toBe('200 0');
	});

	it('is taken from an account in arrears, whose calls go on', async () => {
		const applications = [{ ...axbApplication, status: 'frozen' as const }];
		const simulator = await bound({}, { speed: 1, applications });
		const { sessionId } = simulator.startCall({ caller: a, called: x });
		const body = { sessionid: sessionId, signal: 'call_stop' };
		expect(outcome(await call(simulator, 'POST', stopPath, body))).toBe('200 0');
	});
});

describe('the content type of a request', () => {
	it.each([
		['application/json', true],
		['Application/JSON; Charset=utf-8', true],
		['application/json;charset="UTF-8"', true],
		['application/json;profile=x;charset=UTF-8', true],
		['application/json;profile=x', true],
		['application/json;charset=GBK', false],
		['application/json;charset=', false],
		['text/json;charset=UTF-8', false],
	])('%s: taken %s', async (type, isTaken) => {
		const signing = { headers: { 'Content-Type': type } };
		const answer = await call(await open(), 'GET', link('f', 'd'), undefined, signing);
		expect(outcome(answer)).toBe(isTaken ? '403 1012007' : '403 1010002');
		if (!isTaken) expect(answer.json.resultdesc).toBe('Invalid request.Content-Type is invalid.');
	});
});
