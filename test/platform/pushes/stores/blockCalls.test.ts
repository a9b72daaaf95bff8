import { acceptBlockCall } from '../../../../platform/pushes/stores/blockCalls';
import { closeStores } from '../../../../platform/state/store';

afterEach(closeStores);

test('a waiting call is known again by the whole of its name', () => {
	const long = 'x'.repeat(100_000);
	expect(acceptBlockCall('receiver', `7${long}7`)).toBe(true);
	expect(acceptBlockCall('receiver', `7${long}8`)).toBe(true);
	expect(acceptBlockCall('receiver', `7${long}7`)).toBe(false);
});

test('each receiver is asked about it once', () => {
	expect(acceptBlockCall('one', 'call')).toBe(true);
	expect(acceptBlockCall('two', 'call')).toBe(true);
	expect(acceptBlockCall('one', 'call')).toBe(false);
});
