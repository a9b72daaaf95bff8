import { place, bound } from '../calls/placing';
import { axbApplication, call, closeAll, open, outcome, stopClock } from '../helpers';

const recordPath = '/rest/provision/voice/record/v1.0';

afterEach(closeAll);

describe('a recording', () => {
	const recorded = { recordFlag: 'true', recordHintTone: 'notice.wav' };
	const link = (record: Record<string, unknown>): string =>
		`${recordPath}?fileName=${String(record.recordObjectName)}&recordDomain=${String(record.recordDomain)}`;

	it('is a playable WAV behind a 301 to the storage host, which needs no signature', async () => {
		const simulator = await bound(recorded);
		const { record } = await place(simulator, { talkSeconds: 7 });
		const answer = await call(simulator, 'GET', link(record));
		expect([answer.status, answer.text]).toEqual([301, '']);
		const location = answer.headers.get('location') ?? '';
		expect(location.startsWith(`${simulator.storageUrl}/`)).toBe(true);
		expect(new URL(location).host).not.toBe(new URL(simulator.url).host);
		const file = await fetch(location);
		const bytes = Buffer.from(await file.arrayBuffer());
		expect(file.headers.get('content-type')).toBe('audio/wav');
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(bytes.readUInt32LE(40)).toBe(7 * 16_000);
		expect(bytes).toHaveLength(44 + 7 * 16_000);
		// Audible: the samples are not all the same.
		expect(new Set(bytes.subarray(44, 1044)).size).toBeGreaterThan(50);
		expect(simulator.storageRequests[0]?.headers).not.toHaveProperty('x-aksk');
		expect((await fetch(location.replace(/Signature=.*/, 'Signature=x'))).status).toBe(403);
	});

	it('can lag behind its call record, is gone after 7 days, and belongs to its application', async () => {
		const pass = stopClock();
		const other = { ...axbApplication, appKey: 'other', appSecret: 'other', numbers: [] };
		const simulator = await bound(recorded, {
			applications: [axbApplication, other],
			// A minute at a thousand times the speed.
			timings: { recordingLagSeconds: 60_000 },
			// A week takes a day.
			expirySpeed: 7,
		});
		const { record } = await place(simulator);
		pass(59);
		expect(outcome(await call(simulator, 'GET', link(record)))).toBe('403 1012007');
		pass(1);
		const foreign = { appKey: 'other', appSecret: 'other' };
		const asOther = await call(simulator, 'GET', link(record), undefined, foreign);
		expect(outcome(asOther)).toBe('403 1012007');
		expect((await call(simulator, 'GET', link(record))).status).toBe(301);
		pass(86_400 - 61);
		expect((await call(simulator, 'GET', link(record))).status).toBe(301);
		pass(1);
		expect(outcome(await call(simulator, 'GET', link(record)))).toBe('403 1012007');
	});

	it('does not exist for talks under 3 seconds, wrong names and applications without recording', async () => {
		const simulator = await bound(recorded);
		expect((await place(simulator, { talkSeconds: 2 })).record.recordFlag).toBe(0);
		const wrong = `${recordPath}?fileName=x.wav&recordDomain=ostor.huawei.com`;
		expect(outcome(await call(simulator, 'GET', wrong))).toBe('403 1012007');
		expect(outcome(await call(simulator, 'GET', recordPath))).toBe('403 1010002');
		const off = await open({ applications: [{ ...axbApplication, recording: false }] });
		expect(outcome(await call(off, 'GET', wrong))).toBe('403 1012012');
	});

	it('can come as a direct address in place of name and domain', async () => {
		const simulator = await bound(recorded);
		const { record } = await place(simulator, { recordingAs: 'url' });
		expect(record).toMatchObject({ recordObjectName: '', recordDomain: '' });
		expect((await fetch(String(record.recordFileDownloadUrl))).status).toBe(200);
	});
});
