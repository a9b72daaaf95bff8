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
	])('is a missed one where somebody was called: %j', (fields) => {
		expect(outcomeOf(fields)).toBe('missed');
	});

	test.each([[{}], [{ fwdDstNum: '17000000001', bindNum: '+8617000000001' }]])(
		'is not connected where nobody was: %j',
		(fields) => {
			expect(outcomeOf(fields)).toBe('notConnected');
		},
	);
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
			expect(event).not.toHaveProperty('ringSeconds');
			expect(event).not.toHaveProperty('talkSeconds');
		}
	});

	test('of a blank is no answer', () => {
		expect(answerOf({ fwdAnswerTime: ' ' })).toMatchObject({ answered: false });
	});
});
