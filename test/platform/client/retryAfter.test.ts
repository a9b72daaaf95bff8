import { refusal } from '../../../platform/client/answer';

const NOW = new Date('2026-03-01T12:00:00Z');
const DAY = 24 * 3_600_000;

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

/** How long the platform asks to wait with an answer, in milliseconds. */
function waitOf(value: string | string[] | undefined, status: number, code?: string) {
	return refusal({ status, headers: { 'retry-after': value }, text: '' }, code).retryAfterMs;
}

describe('how long the platform asks to wait (Retry-After)', () => {
	test.each<[string, number | undefined]>([
		['7', 7000],
		[' 7 ', 7000],
		['120', 120_000],
		['7'.padStart(40), 7000],
		['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
		['2026-03-02', DAY / 2],
		['86400', DAY],
		['86401', DAY],
		['9'.repeat(40), DAY],
		['Sun, 01 Mar 2036 12:00:00 GMT', DAY],
		['0', undefined],
		['Sun, 01 Mar 2026 11:59:30 GMT', undefined],
		['soon', undefined],
		['', undefined],
		['7'.padStart(41), undefined],
	])('with %p is %p', (value, expected) => {
		expect(waitOf(value, 429)).toBe(expected);
	});

	test.each<[number, string | undefined, number | undefined]>([
		[429, undefined, 7000],
		[429, '1010010', 7000],
		[503, '1010010', 7000],
		[403, '1010010', undefined],
		[500, '1010001', undefined],
	])('counts with HTTP %d and code %p: %p', (status, code, expected) => {
		expect(waitOf('7', status, code)).toBe(expected);
	});

	test('is not said by a header that is missing or that came twice', () => {
		expect(waitOf(undefined, 429)).toBeUndefined();
		expect(waitOf(['7', '8'], 429)).toBeUndefined();
	});
});

test('a refusal without a code says what status it had, and that there were too many', () => {
	expect(refusal({ status: 429, headers: {}, text: '<p>slow</p>' })).toMatchObject({
		code: 'tooMany',
		outcome: 'refused',
		httpStatus: 429,
		text: 'HTTP 429',
	});
});
