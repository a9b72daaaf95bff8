import { numberOfCall, rememberNumber } from '../../../../platform/pushes/stores/callSessions';
import { closeStores } from '../../../../platform/state/store';

afterEach(closeStores);

test('the privacy number of a call is known to the receiver that was told it', () => {
	expect(numberOfCall('one', 's')).toBeUndefined();
	rememberNumber('one', 's', '+8617000000001');
	expect(numberOfCall('one', 's')).toBe('+8617000000001');
	expect(numberOfCall('two', 's')).toBeUndefined();
});

test('the twenty thousand calls that came last are remembered', () => {
	for (let index = 0; index <= 20_000; index += 1) rememberNumber('one', `s${index}`, 'X');
	expect(numberOfCall('one', 's0')).toBeUndefined();
	expect(numberOfCall('one', 's1')).toBe('X');
});
