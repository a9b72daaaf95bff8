import type { Application } from '../../../platform/application/application';
import { createCircuitBreaker, forgetRefusal } from '../../../platform/client/circuitBreaker';
import { localError, PlatformError, type Outcome } from '../../../platform/codes/errors';
import { closeStores } from '../../../platform/state/store';
import { APPLICATION } from './scriptedServer';

beforeEach(() => {
	jest.useFakeTimers();
	// The store takes a clock at zero for none.
	jest.advanceTimersByTime(1);
});
afterEach(async () => {
	// The store remembers the time until a timer tells it to look again.
	jest.runOnlyPendingTimers();
	jest.useRealTimers();
	await closeStores();
});

const own: Application = { ...APPLICATION, baseUrl: 'https://platform.example' };
const refused = (code: string, httpStatus = 403): PlatformError =>
	new PlatformError({ code, text: '', outcome: 'refused', httpStatus });
const WRONG_KEYS = refused('1010003');
const WRONG_MODE = refused('1010029');
const WRONG_VALUE = refused('1010002');
const unanswered = (outcome: Outcome): PlatformError => localError('timeout', undefined, outcome);

/** What a run is told that wants to send something now; nothing where it may. */
function toldNow(application = own): PlatformError | undefined {
	return toldBy(createCircuitBreaker(application));
}

function toldBy(breaker: ReturnType<typeof createCircuitBreaker>): PlatformError | undefined {
	try {
		breaker.check();
		return undefined;
	} catch (error) {
		return error as PlatformError;
	}
}

describe('keys that were refused', () => {
	test('are tried again after ten seconds, and until then the run is told how many are left', () => {
		createCircuitBreaker(own).failed(WRONG_KEYS);
		expect(toldNow()).toMatchObject({ code: '1010003', heldForMs: 10_000 });
		jest.advanceTimersByTime(4000);
		expect(toldNow()?.heldForMs).toBe(6000);
		jest.advanceTimersByTime(6001);
		expect(toldNow()).toBeUndefined();
	});

	test.each([
		['address', { ...own, baseUrl: 'https://other.example' }],
		['key', { ...own, appKey: 'testAppKey0002' }],
		['secret', { ...own, appSecret: 'testAppSecret0002' }],
		['way to sign', { ...own, authentication: 'wsse' as const }],
	])('hold none back that have another %s', (_, other) => {
		createCircuitBreaker(own).failed(WRONG_KEYS);
		expect(toldNow(other)).toBeUndefined();
		expect(toldNow({ ...own })).toBeDefined();
	});

	test('are free as soon as the platform has taken them elsewhere', () => {
		createCircuitBreaker(own).failed(WRONG_KEYS);
		createCircuitBreaker(own).accepted();
		expect(toldNow()).toBeUndefined();
		createCircuitBreaker(own).failed(WRONG_KEYS);
		forgetRefusal(own);
		expect(toldNow()).toBeUndefined();
	});
});

describe('a run', () => {
	test('that was refused for good is told so each time, and other runs are not', () => {
		const breaker = createCircuitBreaker(own);
		breaker.failed(WRONG_MODE);
		breaker.failed(WRONG_KEYS);
		expect(toldBy(breaker)).toBe(WRONG_MODE);
		forgetRefusal(own);
		expect(toldBy(breaker)).toBe(WRONG_MODE);
		expect(toldNow()).toBeUndefined();
	});

	test.each(['lost', 'unsent'] as const)(
		'of which twelve requests came to nothing (%s) sends no more',
		(outcome) => {
			const breaker = createCircuitBreaker(own);
			for (let count = 1; count <= 11; count += 1) breaker.failed(unanswered(outcome));
			expect(toldBy(breaker)).toBeUndefined();
			breaker.failed(unanswered(outcome));
			expect(toldBy(breaker)).toMatchObject({ code: 'timeout', outcome: 'refused' });
			expect(toldNow()).toBeUndefined();
		},
	);

	test.each<[string, (breaker: ReturnType<typeof createCircuitBreaker>) => void]>([
		[
			'a success',
			(breaker) => {
				breaker.accepted();
			},
		],
		[
			'a refusal of one value',
			(breaker) => {
				breaker.failed(WRONG_VALUE);
			},
		],
	])('that %s has shown to have the right keys goes on, whatever is lost', (_, show) => {
		const breaker = createCircuitBreaker(own);
		show(breaker);
		for (let count = 1; count <= 50; count += 1) breaker.failed(unanswered('lost'));
		expect(toldBy(breaker)).toBeUndefined();
	});

	test.each([
		['refusals that say nothing of the keys', localError('invalidAnswer', undefined, 'refused')],
		['cancelled requests', localError('cancelled', undefined, 'lost')],
	])('does not count %s', (_, failure) => {
		const breaker = createCircuitBreaker(own);
		for (let count = 1; count <= 50; count += 1) breaker.failed(failure);
		expect(toldBy(breaker)).toBeUndefined();
	});
});
