import { statusChange } from '../../../../platform/pushes/stores/numberStates';
import { closeStores } from '../../../../platform/state/store';

afterEach(closeStores);

const change = (status: string, day: string, receiver = 'r') => {
	const { day: since, nth } = statusChange(receiver, '+8617000000001', status, day);
	return [since, nth];
};

test('the same status again is no change, after midnight and after weeks', () => {
	expect(change('10', 'Monday')).toEqual(['Monday', 1]);
	expect(change('10', 'Monday')).toEqual(['Monday', 1]);
	expect(change('10', 'Tuesday')).toEqual(['Monday', 1]);
	expect(change('10', 'next month')).toEqual(['Monday', 1]);
});

test('back and forth on one day is as many changes', () => {
	expect(['10', '5', '10', '5', '10'].map((status) => change(status, 'Monday'))).toEqual([
		['Monday', 1],
		['Monday', 1],
		['Monday', 2],
		['Monday', 2],
		['Monday', 3],
	]);
	expect(change('5', 'Tuesday')).toEqual(['Tuesday', 1]);
});

test('each receiver counts for itself', () => {
	change('10', 'Monday');
	change('5', 'Monday');
	expect(change('10', 'Monday', 'another')).toEqual(['Monday', 1]);
});
