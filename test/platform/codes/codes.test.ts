import { HANG_UP_CAUSES, Q850_CAUSES, RECORD_WORDING } from '../../../platform/codes/hangUpCauses';
import { PlatformError } from '../../../platform/codes/errors';
import { LOCAL_CODES } from '../../../platform/codes/localCodes';
import { readPush } from '../../../platform/pushes/notifications';
import { explain, isNotFound, isThrottled, stopsRun } from '../../../platform/codes/refusals';
import { RESULT_CODES } from '../../../platform/codes/resultCodes';
import documentedCauses from '../fixtures/hangUpCauses.json';
import documentedCodes from '../fixtures/resultCodes.json';

const refusal = (code: string, httpStatus?: number): PlatformError =>
	new PlatformError({ code, text: '', outcome: 'refused', httpStatus });

describe('every result code of the documents', () => {
	test.each(documentedCodes)('$code with HTTP $httpStatus is explained', (documented) => {
		const { code, httpStatus, category, zh } = documented;
		const explanation = explain(refusal(code, httpStatus));
		expect(explanation.category).toBe(category);
		expect(explanation.platformText).toBe(zh);
		// One sentence without a period; a remedy of whole sentences.
		expect(explanation.message.en).toMatch(/^[A-Z].{10,}[^.]$/);
		expect(explanation.remedy.en).toMatch(/^[A-Z].{10,}\.$/);
	});

	test.each(documentedCodes)(
		'$code with HTTP $httpStatus is told without the words that help nobody',
		({ code, httpStatus }) => {
			const { message, remedy } = explain(refusal(code, httpStatus));
			expect(`${message.en} ${remedy.en}`).not.toMatch(/\b(?:error|problem|failure|mistake)s?\b/i);
		},
	);

	test('is all that the table holds', () => {
		const known = Object.keys(RESULT_CODES).map((key) => key.split('/')[0]);
		expect(new Set(known)).toEqual(new Set(documentedCodes.map(({ code }) => code)));
	});

	test.each([
		['1010010', 401, { stops: true, throttled: false }],
		['1010010', 403, { stops: false, throttled: true }],
		['1011006', 403, { stops: false, throttled: true }],
		['1020176', 403, { stops: true, throttled: false }],
		['1020166', 403, { stops: true, throttled: false }],
		['1010040', 403, { stops: true, throttled: false }],
		['1010029', 403, { stops: true, throttled: false }],
		['1012010', 403, { stops: false, throttled: false }],
		['1010001', 500, { stops: false, throttled: false }],
	])('%s with HTTP %d stops the run, or makes it wait, or neither', (code, status, expected) => {
		const error = refusal(code, status);
		expect({ stops: stopsRun(error), throttled: isThrottled(error) }).toEqual(expected);
	});

	test('of a binding or recording that is not there counts as not found', () => {
		const notFound = documentedCodes.filter(({ code, httpStatus }) =>
			isNotFound(refusal(code, httpStatus)),
		);
		expect(new Set(notFound.map(({ code }) => code))).toEqual(
			new Set(['1011004', '1012001', '1012007', '1016001', '1020152']),
		);
	});
});

describe('a code that no document lists', () => {
	test.each(['1999999', '', 'nonsense', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'such as "%s" is shown as it is, with a way to go on',
		(code) => {
			const { message, remedy, category } = explain(refusal(code, 403));
			expect(message.en).toContain(code);
			expect(message.zh).toContain(code);
			expect(remedy.en).toMatch(/\.$/);
			expect(category).toBeUndefined();
		},
	);

	test('is not taken for one of the other kind with the same number', () => {
		expect(explain(refusal('1010010/401', 403)).category).toBeUndefined();
	});
});

describe('what goes wrong beside the platform', () => {
	test.each(Object.entries(LOCAL_CODES))('%s is explained', (code, { message, remedy }) => {
		expect(explain(refusal(code))).toEqual({ message, remedy });
		expect(message.en).toMatch(/^[A-Z].{10,}[^.]$/);
		expect(remedy.en).toMatch(/^[A-Z].{10,}\.$/);
		expect(`${message.en} ${remedy.en}`).not.toMatch(/\b(?:error|problem|failure|mistake)s?\b/i);
	});
});

/** Why an answered call ended, as an event of this kind tells it. */
function endReasonOf(kind: 'disconnect' | 'fee', code: string) {
	const fwdAnswerTime = '2026-01-01 10:00:00';
	const body =
		kind === 'fee'
			? { eventType: kind, feeLst: [{ ulFailReason: Number(code), fwdAnswerTime }] }
			: { eventType: kind, statusInfo: { stateCode: Number(code) } };
	const [event] = readPush(body, new Date()).events;
	return event && 'endReason' in event ? event.endReason : undefined;
}

describe('every cause for which a call can end', () => {
	const { stateCode, ulFailReason, q850 } = documentedCauses;
	/** The one table that tells whose doing it was. */
	const told: Readonly<Record<string, { zh: string; by: string } | undefined>> = stateCode;

	test.each(Object.entries(stateCode))(
		'%s is told in a disconnect as the table of stateCode tells it',
		(code, { zh, by }) => {
			expect(endReasonOf('disconnect', code)).toMatchObject({ code: Number(code), zh, by });
		},
	);

	test.each(Object.entries(ulFailReason))(
		'%s is told in a call record as the table of ulFailReason tells it',
		(code, { zh }) => {
			const reason = endReasonOf('fee', code);
			expect(reason).toMatchObject({ code: Number(code), zh });
			expect(reason?.by).toBe(told[code]?.by ?? reason?.by);
			expect(reason?.by).toBeDefined();
		},
	);

	test.each(Object.keys({ ...stateCode, ...ulFailReason }))(
		'%s is told in one English sentence without a period, by both kinds of events',
		(code) => {
			for (const kind of ['disconnect', 'fee'] as const) {
				expect(endReasonOf(kind, code)?.en).toMatch(/^[A-Z].{3,}[^.]$/);
			}
		},
	);

	test('that the two tables tell in other Chinese words is told in other English words', () => {
		const inEnglish = (kind: 'disconnect' | 'fee') => (code: string) => endReasonOf(kind, code)?.en;
		const rewritten = Object.keys(RECORD_WORDING).filter(
			(code) => inEnglish('fee')(code) !== inEnglish('disconnect')(code),
		);
		// The Chinese of these three differs by a particle.
		const alike = ['8013', '8033', '8051'];
		expect([...rewritten, ...alike].sort()).toEqual(Object.keys(RECORD_WORDING).sort());
	});

	test('such as 7503 is a refusal in a disconnect, and a hang-up in a call record', () => {
		expect(endReasonOf('disconnect', '7503')).toMatchObject({
			en: 'Callee refused the call',
			zh: '被叫拒接',
		});
		expect(endReasonOf('fee', '7503')).toMatchObject({ en: 'Callee hung up', zh: '被叫挂机' });
	});

	test.each(Object.entries(q850))('Q.850 %s is explained', (code, documented) => {
		const cause = Q850_CAUSES[Number(code)];
		expect(cause?.zh).toBe(documented.zh);
		expect(cause?.en).toMatch(/^[A-Z].{3,}[^.]$/);
	});

	test('is all that the tables hold', () => {
		const all = Object.keys({ ...stateCode, ...ulFailReason });
		expect(Object.keys(HANG_UP_CAUSES)).toEqual(all);
		const differing = Object.entries(ulFailReason).filter(
			([code, { zh }]) => zh !== (told[code]?.zh ?? zh),
		);
		expect(Object.keys(RECORD_WORDING)).toEqual(differing.map(([code]) => code));
		expect(Object.keys(Q850_CAUSES)).toEqual(Object.keys(q850));
	});
});
