import {
	localError,
	PlatformError,
	type LocalCode,
	type Outcome,
} from '../../../platform/codes/errors';
import { detail } from '../../../platform/codes/details';
import { mayRepeat, queryString } from '../../../platform/client/request';

test('a query holds what is given, as the platform reads it', () => {
	expect(queryString()).toBe('');
	expect(queryString({ absent: undefined })).toBe('');
	const query = { callerNum: '+8613800000001', absent: undefined, pageIndex: 1, name: 'a b&c' };
	expect(queryString(query)).toBe('?callerNum=%2B8613800000001&pageIndex=1&name=a%20b%26c');
	expect(queryString({ none: '', zero: 0 })).toBe('?none=&zero=0');
});

describe('a request without an answer', () => {
	const failing = (outcome: Outcome, code: LocalCode = 'unreachable'): PlatformError =>
		localError(code, detail('cancelled'), outcome);

	test.each([
		['unsent', 'read', true],
		['unsent', 'change', true],
		['unsent', 'create', true],
		['lost', 'read', true],
		['lost', 'change', true],
		['lost', 'create', false],
		['refused', 'read', false],
		['refused', 'change', false],
		['refused', 'create', false],
	] as const)('(%s, a %s) may be sent again by itself: %p', (outcome, effect, expected) => {
		expect(mayRepeat(failing(outcome), effect)).toBe(expected);
	});

	test.each(['badProxy', 'cancelled', 'untrustedCertificate', 'forbiddenHost'] as const)(
		'(%s) is not sent again: that would change nothing',
		(code) => {
			for (const outcome of ['unsent', 'lost'] as const) {
				expect(mayRepeat(failing(outcome, code), 'read')).toBe(false);
			}
		},
	);
});
