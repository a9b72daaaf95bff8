import type { CallRecord } from '../../../platform/pushes/callRecords';
import type { JsonObject } from '../../../platform/wire/json';
import { eventOf, named, withFields } from './pushBodies';

describe('a call record of a call that nobody answered', () => {
	const reasonOf = (fields: JsonObject): unknown => {
		const vain = named('call record of a call that rang in vain');
		const event = eventOf(withFields(vain, fields));
		return 'endReason' in event ? event.endReason : undefined;
	};

	test.each([[0], ['0'], [null], ['']])(
		'tells why the called side was not reached where its own reason is %j',
		(ulFailReason) => {
			expect(reasonOf({ ulFailReason, fwdUnaswRsn: 17 })).toEqual({
				code: 17,
				en: 'User busy',
				zh: '用户忙',
				by: 'network',
			});
		},
	);

	test('tells no reason where there is none: 0 belongs to answered calls', () => {
		expect(reasonOf({ ulFailReason: 0, fwdUnaswRsn: 0 })).toBeUndefined();
	});

	test('tells its own reason where it has one', () => {
		expect(reasonOf({ ulFailReason: 8102, fwdUnaswRsn: 17 })).toMatchObject({ code: 8102 });
	});
});

describe('a call that nobody took', () => {
	const outcomeOf = (fields: JsonObject) => {
		const none = { fwdDstNum: '', fwdStartTime: '', fwdAlertingTime: '', fwdAnswerTime: '' };
		return (eventOf(withFields(named('AXB call record'), { ...none, ...fields })) as CallRecord)
			.outcome;
	};

	test.each([
		[{ fwdDstNum: '+8613800000022' }],
		[{ fwdStartTime: '2019-01-23 09:15:15' }],
		[{ fwdAlertingTime: '2019-01-23 09:15:16' }],
		[{ fwdDstNum: 'sip-17000000001' }],
		[{ fwdDstNum: '+8613800000022', bindNum: '' }],
	])('is a missed one where somebody was called: %j', (fields) => {
		expect(outcomeOf(fields)).toBe('missed');
	});

	test.each([
		[{}],
		[{ bindNum: '' }],
		[{ fwdDstNum: '17000000001', bindNum: '+8617000000001' }],
		[{ fwdDstNum: 'x-17', bindNum: 'x-17' }],
	])('is not connected where nobody was: %j', (fields) => {
		expect(outcomeOf(fields)).toBe('notConnected');
	});
});

test.each([
	['was cut at its longest duration', 8010],
	['was ended by the application', 8017],
])('a call that was answered and %s (%d) counts as answered', (_, ulFailReason) => {
	const event = eventOf(withFields(named('AXB call record'), { ulFailReason }));
	expect(event).toMatchObject({
		answered: true,
		outcome: 'answered',
		endReason: { code: ulFailReason },
	});
});

describe('what became of a call', () => {
	const record = named('AXB call record');
	const of = (fields: JsonObject) => eventOf(withFields(record, fields)) as CallRecord;
	const nobody = { fwdAnswerTime: '', fwdDstNum: '', fwdStartTime: '', fwdAlertingTime: '' };

	test('is answered where somebody answered', () => {
		expect(of({})).toMatchObject({ outcome: 'answered', answered: true });
	});

	test.each([
		{ fwdDstNum: '+8613900000002' },
		{ fwdStartTime: '2026-01-23 09:15:14' },
		{ fwdAlertingTime: '2026-01-23 09:15:15' },
	])('is missed where the other side was called, as %j tells', (told) => {
		expect(of({ ...nobody, ...told })).toMatchObject({ outcome: 'missed', answered: false });
	});

	test('is not connected where nobody was called: that is no missed call', () => {
		expect(of(nobody)).toMatchObject({ outcome: 'notConnected', answered: false });
		expect(of(nobody)).not.toHaveProperty('billedMinutes');
	});

	test.each([
		['09:15:22', 1],
		['09:16:21', 1],
		['09:16:22', 2],
		['10:15:21', 60],
	])('costs whole minutes: talked from 09:15:21 to %s, %i', (end, minutes) => {
		const times = { fwdAnswerTime: '2026-01-23 09:15:21', callEndTime: `2026-01-23 ${end}` };
		expect(of(times).billedMinutes).toBe(minutes);
	});
});

describe('a time in another spelling', () => {
	const record = named('AXB call record');
	const answerOf = (fields: JsonObject) => eventOf(withFields(record, fields)) as CallRecord;

	test.each([
		['2019-01-23T17:15:36+08:00'],
		['20190123091536'],
		['2019/01/23 09:15:36'],
		[1_548_234_936_000],
		[1_548_234_936],
	])('leaves an answered call answered: %p', (fwdAnswerTime) => {
		expect(answerOf({ fwdAnswerTime })).toEqual(eventOf(record));
	});

	test('that cannot be read is kept, and does not make an answered call a missed one', () => {
		const event = answerOf({ fwdAnswerTime: '9 h 15', callDuration: 65 });
		expect(event).toMatchObject({
			answered: true,
			talkSeconds: 65,
			endReason: { code: 0 },
			extra: { fwdAnswerTime: '9 h 15' },
		});
		expect(event).not.toHaveProperty('answerTime');
		expect(event).not.toHaveProperty('ringSeconds');
	});

	test('that cannot be read leaves open whether a call was answered that nothing else tells of', () => {
		for (const ulFailReason of ['', 8017]) {
			const event = answerOf({ fwdAnswerTime: '9 h 15', ulFailReason });
			expect(event).not.toHaveProperty('answered');
			expect(event).not.toHaveProperty('outcome');
			expect(event).not.toHaveProperty('ringSeconds');
			expect(event).not.toHaveProperty('talkSeconds');
		}
	});

	test('of a blank is no answer', () => {
		expect(answerOf({ fwdAnswerTime: ' ' })).toMatchObject({ answered: false });
	});
});

describe('what a call record tells', () => {
	const record = named('AXB call record');
	const of = (fields: JsonObject) => eventOf(withFields(record, fields)) as CallRecord;

	test('of the time is the end, or else when it failed, or else when it came in', () => {
		const [callEndTime, failTime] = ['2019-01-23 09:16:41', '2019-01-23 09:15:20'];
		expect(of({ callEndTime, failTime }).time).toBe('2019-01-23T09:16:41.000Z');
		expect(of({ callEndTime: '', failTime }).time).toBe('2019-01-23T09:15:20.000Z');
		expect(of({ callEndTime: '', failTime: '' }).time).toBe('2019-01-23T09:15:14.000Z');
	});

	test.each([
		[0, 'bToA'],
		['1', 'aToB'],
		[2, 'unknown'],
		['', undefined],
		[3, undefined],
		[-1, undefined],
	])('of the direction %p is %p', (direction, expected) => {
		expect(of({ direction }).direction).toBe(expected);
	});

	test.each([
		['003', '', 'AX'],
		['004', '', 'AXB'],
		['005', '', 'AXE'],
		['007', '', 'AXYB'],
		['004', 'Block', 'X'],
		['999', '', undefined],
		['', '', undefined],
	])('of the mode by service %p and notify mode %p is %p', (serviceType, notifyMode, mode) => {
		expect(of({ serviceType, notifyMode }).mode).toBe(mode);
	});

	test('of who was called is where the call went, or else X', () => {
		expect(of({}).calledNumber).toBe('+8613800000022');
		expect(of({ fwdDstNum: '' }).calledNumber).toBe('+8617000000001');
	});

	test.each([
		[{ extendNumber: '0012' }],
		[{ extendNum: '0012' }],
		[{ extendNumber: '0012', extendNum: '9' }],
	])('of the extension stands in one of two fields: %j', (fields) => {
		expect(of(fields).extension).toBe('0012');
	});

	test.each([
		[1, 'caller'],
		['2', 'callee'],
		[0, undefined],
		[3, undefined],
		['', undefined],
	])('of who hung up is, for %p, %p', (callRelDirection, by) => {
		expect(of({ callRelDirection }).hungUpBy).toBe(by);
	});

	test('of how long somebody talked is nothing where nobody answered', () => {
		const vain = of({ fwdAnswerTime: '', callDuration: 65 });
		expect(vain).not.toHaveProperty('talkSeconds');
		expect(vain).not.toHaveProperty('billedMinutes');
	});

	test('of how long it rang is told where it rang in vain, too', () => {
		const [fwdAlertingTime, callEndTime] = ['2019-01-23 09:15:21', '2019-01-23 09:15:51'];
		expect(of({ fwdAlertingTime, callEndTime, fwdAnswerTime: '' }).ringSeconds).toBe(30);
		expect(of({ fwdAlertingTime: '', fwdAnswerTime: '' })).not.toHaveProperty('ringSeconds');
	});
});

describe('a recording', () => {
	const none = { recordObjectName: '', recordFileDownloadUrl: '', recordDomain: '' };
	const of = (fields: JsonObject) =>
		(eventOf(withFields(named('AXB call record'), { ...none, ...fields })) as CallRecord).recording;
	const [recordObjectName, recordFileDownloadUrl] = ['a.wav', 'https://a.example/a.wav'];
	const recordDomain = 'a.example';

	test.each([
		[
			{ recordObjectName, recordDomain },
			{ fileName: 'a.wav', recordDomain },
		],
		[{ recordObjectName }, { fileName: 'a.wav' }],
		[{ recordFileDownloadUrl }, { url: recordFileDownloadUrl }],
		[{ recordObjectName, recordFlag: '' }, { fileName: 'a.wav' }],
	])('is told by its name or its address: %j', (fields, expected) => {
		expect(of(fields)).toEqual(expected);
	});

	test.each([
		[{}],
		[{ recordDomain }],
		[{ recordObjectName, recordFlag: 0 }],
		[{ recordFileDownloadUrl, recordFlag: 'false' }],
	])('is none with %j', (fields) => {
		expect(of(fields)).toBeUndefined();
	});
});
