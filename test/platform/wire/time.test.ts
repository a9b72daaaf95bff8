import fc from 'fast-check';

import {
	expiry,
	parseAnyTime,
	parseTime,
	secondsBetween,
	signatureTime,
} from '../../../platform/wire/time';

describe('a time of the platform', () => {
	test.each([
		['2018-2-24 15:15:15', '2018-02-24T15:15:15.000Z'],
		['2019-01-24 07:03:28', '2019-01-24T07:03:28.000Z'],
		['2020-12-23T09:06:16.450Z', '2020-12-23T09:06:16.450Z'],
		['2018-09-13T09:46:16.023Z', '2018-09-13T09:46:16.023Z'],
		['2018-02-12T15:30:20Z', '2018-02-12T15:30:20.000Z'],
		['2018-02-12T15:30:20', '2018-02-12T15:30:20.000Z'],
		['2018-02-12T15:30:20.4', '2018-02-12T15:30:20.400Z'],
		['2018-02-12T15:30:20.123456Z', '2018-02-12T15:30:20.123Z'],
		[' 2018-02-12 15:30:20 ', '2018-02-12T15:30:20.000Z'],
		['2024-02-29 00:00:00', '2024-02-29T00:00:00.000Z'],
	])('"%s" is %s', (text, iso) => {
		expect(parseTime(text)).toBe(iso);
	});

	test.each([
		'',
		'now',
		'0',
		'1516689315',
		'2023-02-29 00:00:00',
		'2024-04-31 00:00:00',
		'2024-13-01 00:00:00',
		'2024-00-01 00:00:00',
		'2024-01-01 24:00:00',
		'2024-01-01 10:60:00',
		'2024-01-01 10:10:75',
		'0050-01-01 00:00:00',
		'2024-01-01',
		'2024-01-01 10:10',
		'2024-01-01T10:10:10+08:00',
		'12024-01-01 10:10:10',
		'2024-01-01 10:10:10 and more',
	])('"%s" is none', (text) => {
		expect(parseTime(text)).toBeUndefined();
	});

	test('is read whatever its spelling, and stays the same when it is read again', () => {
		const moment = fc.date({
			min: new Date('1970-01-01T00:00:00Z'),
			max: new Date('9999-12-31T23:59:59Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moment, (date) => {
				const iso = date.toISOString();
				expect(parseTime(iso)).toBe(iso);
				expect(parseTime(iso.slice(0, 19).replace('T', ' '))).toBe(`${iso.slice(0, 19)}.000Z`);
				expect(parseTime(signatureTime(date))).toBe(`${iso.slice(0, 19)}.000Z`);
			}),
		);
	});

	test('is never another time than the text tells', () => {
		const part = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
		fc.assert(
			fc.property(part, part, part, part, part, (month, day, hour, minute, second) => {
				const text = `2024-${month}-${day} ${hour}:${minute}:${second}`;
				const iso = parseTime(text);
				if (iso !== undefined) expect(iso).toBe(`${text.replace(' ', 'T')}.000Z`);
			}),
			{ numRuns: 2000 },
		);
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				parseTime(text);
			}),
		);
	});
});

describe('a time in another spelling', () => {
	test.each([
		['2026-01-02T18:00:00+08:00', '2026-01-02T10:00:00.000Z'],
		['2026-01-02T18:00:00.450+0800', '2026-01-02T10:00:00.450Z'],
		['2026-01-02 18:00:00 +08:00', '2026-01-02T10:00:00.000Z'],
		['2026-01-01T23:30:00-02:30', '2026-01-02T02:00:00.000Z'],
		['2026/01/02 10:00:00', '2026-01-02T10:00:00.000Z'],
		['2026/1/2 10:00:00', '2026-01-02T10:00:00.000Z'],
		['20260102100000', '2026-01-02T10:00:00.000Z'],
		['20260102T100000Z', '2026-01-02T10:00:00.000Z'],
		['20260102180000+0800', '2026-01-02T10:00:00.000Z'],
		['1767348000', '2026-01-02T10:00:00.000Z'],
		['1767348000123', '2026-01-02T10:00:00.123Z'],
		[' 1767348000 ', '2026-01-02T10:00:00.000Z'],
		['2524607999', '2049-12-31T23:59:59.000Z'],
		['2524607999999', '2049-12-31T23:59:59.999Z'],
	])('"%s" is %s', (text, iso) => {
		expect(parseAnyTime(text)).toBe(iso);
	});

	test.each([
		'2026-02-29T10:00:00+08:00',
		'2026-01-02T24:00:00+08:00',
		'2026-01-02T10:00:00+15:00',
		'2026-01-02T10:00:00+08:60',
		'2026-01-02T10:00:00Z+08:00',
		'2026-01-02+08:00',
		'2026/02/30 10:00:00',
		'2026/01-02 10:00:00',
		'20260230100000',
		'202601021000',
		'2026010210000012',
		'176734800',
		'17673480000',
		'0767348000',
		'9767348000',
		'2524608000',
		'2524608000000',
		'8613800000001',
		'0',
		'yesterday',
		'',
	])('"%s" is none', (text) => {
		expect(parseAnyTime(text)).toBeUndefined();
	});

	const moment = fc.date({
		min: new Date('2002-01-01T00:00:00Z'),
		max: new Date('2049-12-30T23:59:59Z'),
		noInvalidDate: true,
	});

	test('is the same moment in every one of them', () => {
		const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
		fc.assert(
			fc.property(moment, offset, fc.constantFrom('', ':'), (date, minutes, colon) => {
				const iso = date.toISOString();
				const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
				const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map(
					(part) => String(part).padStart(2, '0'),
				);
				const zone = `${minutes < 0 ? '-' : '+'}${hour}${colon}${minute}`;
				expect(parseAnyTime(local + zone)).toBe(iso);
				expect(parseAnyTime(local.replaceAll('-', '/') + zone)).toBe(iso);
				expect(parseAnyTime(String(date.getTime()))).toBe(iso);
				const whole = `${iso.slice(0, 19)}.000Z`;
				expect(parseAnyTime(iso.slice(0, 19).replace(/\D/g, ''))).toBe(whole);
				expect(parseAnyTime(String(Math.floor(date.getTime() / 1000)))).toBe(whole);
			}),
		);
	});

	test("never changes one in the platform's own spelling", () => {
		fc.assert(
			fc.property(moment, fc.constantFrom('T', ' '), fc.constantFrom('', 'Z'), (date, t, z) => {
				const text = date.toISOString().slice(0, -1).replace('T', t) + z;
				expect(parseAnyTime(text)).toBe(parseTime(text));
			}),
		);
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\d:/.TZ +-]{0,30}$/), (text) => {
				const iso = parseAnyTime(text);
				if (iso !== undefined) expect(new Date(iso).toISOString()).toBe(iso);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('the seconds between two times', () => {
	const [early, late] = ['2024-01-01T00:00:00.000Z', '2024-01-01T00:01:00.600Z'];

	test('are whole', () => {
		expect(secondsBetween(early, late)).toBe(61);
		expect(secondsBetween(early, early)).toBe(0);
	});

	test('are absent when a time is, or when the times are reversed', () => {
		expect(secondsBetween(undefined, late)).toBeUndefined();
		expect(secondsBetween(early)).toBeUndefined();
		expect(secondsBetween(late, early)).toBeUndefined();
	});
});

describe('the end of a binding', () => {
	const from = new Date('2024-01-01T00:00:00Z');

	test('is that many seconds later', () => {
		expect(expiry(from, 60)).toBe('2024-01-01T00:01:00.000Z');
	});

	test('never comes for 0', () => {
		expect(expiry(from, 0)).toBeUndefined();
	});

	test.each([Number.MAX_SAFE_INTEGER, 9e15, Infinity, NaN, -1])(
		'is absent when no calendar has it (%d seconds)',
		(seconds) => {
			expect(expiry(from, seconds)).toBeUndefined();
		},
	);
});
