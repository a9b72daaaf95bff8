import { acceptNonce } from '../../../../platform/pushes/stores/nonces';
import { closeStores } from '../../../../platform/state/store';

afterEach(closeStores);

test('a nonce with another body is told from a redelivery, for each application', () => {
	expect(acceptNonce('app', 'n', 'body')).toBe(true);
	expect(acceptNonce('app', 'n', 'body')).toBe(true);
	expect(acceptNonce('app', 'n', 'other')).toBe(false);
	expect(acceptNonce('app', 'n', 'body')).toBe(true);
	expect(acceptNonce('other app', 'n', 'other')).toBe(true);
	expect(acceptNonce('ap', 'pn', 'other')).toBe(true);
});

test('the fifty thousand that came last are remembered', () => {
	for (let index = 0; index < 50_000; index += 1) acceptNonce('app', `n${index}`, 'body');
	acceptNonce('app', 'one more', 'body');
	expect(acceptNonce('app', 'n49999', 'other')).toBe(false);
	expect(acceptNonce('app', 'n0', 'other')).toBe(true);
});
