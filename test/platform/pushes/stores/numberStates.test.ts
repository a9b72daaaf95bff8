import { onceForDelivery, statusChange } from '../../../../platform/pushes/stores/numberStates';
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

test('another number counts for itself', () => {
	change('10', 'Monday');
	change('5', 'Monday');
	expect(statusChange('r', '+8617000000002', '10', 'Monday')).toMatchObject({ nth: 1 });
});

test('of what pushes claim on one day, fifty statuses are counted', () => {
	const claim = (count: number, receiver: string) => {
		for (let status = 0; status < count; status += 1) change(String(status), 'Monday', receiver);
		return change('0', 'Monday', receiver);
	};
	expect(claim(49, 'one')).toEqual(['Monday', 2]);
	expect(claim(50, 'two')).toEqual(['Monday', 1]);
});

describe('the IDs of the changes that a push brings', () => {
	const make = jest.fn(() => ['id']);
	beforeEach(() => make.mockClear());

	test('are made once for all its redeliveries', () => {
		expect(onceForDelivery('r', 'nonce', make)).toEqual(['id']);
		expect(onceForDelivery('r', 'nonce', () => ['another'])).toEqual(['id']);
		expect(make).toHaveBeenCalledTimes(1);
	});

	test('are made for each receiver and for each push', () => {
		onceForDelivery('r', 'nonce', make);
		onceForDelivery('another', 'nonce', make);
		onceForDelivery('r', 'another nonce', make);
		expect(make).toHaveBeenCalledTimes(3);
	});

	test('are made each time where nothing names the push', () => {
		onceForDelivery('r', undefined, make);
		onceForDelivery('r', undefined, make);
		expect(make).toHaveBeenCalledTimes(2);
	});
});
