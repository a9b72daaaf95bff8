import { checkWithKeys } from '../../../../platform/pushes/stores/receiverKeys';
import { closeStores } from '../../../../platform/state/store';

let reads: number;
let secret: string;
beforeEach(() => {
	reads = 0;
	secret = 'first';
});
afterEach(async () => {
	jest.restoreAllMocks();
	await closeStores();
});

const read = async () => {
	reads += 1;
	await Promise.resolve();
	return { appKey: 'app', appSecret: secret };
};
/** Checks a push that was signed with a secret. */
const check = async (signedWith: string, receiver = 'r') =>
	await checkWithKeys(receiver, read, ({ appSecret }) =>
		appSecret === signedWith ? undefined : 'wrong',
	);

test('a burst of pushes reads the keys once, forged ones one more time a second', async () => {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
	await Promise.all(Array.from({ length: 50 }, async () => await check('first')));
	expect(reads).toBe(1);
	for (let count = 0; count < 50; count += 1) expect(await check('forged')).toBe('wrong');
	expect(reads).toBe(2);
	clock.mockReturnValue(1_001_001);
	for (let count = 0; count < 50; count += 1) expect(await check('forged')).toBe('wrong');
	expect(reads).toBe(3);
});

test('a changed secret works within a second while forged pushes come', async () => {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
	await check('first');
	await check('forged');
	secret = 'second';
	clock.mockReturnValue(1_001_001);
	expect(await check('second')).toBeUndefined();
	expect(await check('first')).toBe('wrong');
});

test('keys that cannot be read are asked for again', async () => {
	const failing = checkWithKeys(
		'r',
		async () => await Promise.reject(new Error('no credential')),
		() => undefined,
	);
	await expect(failing).rejects.toThrow('no credential');
	expect(await check('first')).toBeUndefined();
});

test('the keys of one receiver are not those of another', async () => {
	await check('first', 'one');
	secret = 'second';
	expect(await check('second', 'two')).toBeUndefined();
	expect(await check('first', 'one')).toBeUndefined();
});

describe('as time passes', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	test('keys serve ten seconds, and are read anew then', async () => {
		await check('first');
		jest.advanceTimersByTime(9999);
		await check('first');
		expect(reads).toBe(1);
		secret = 'second';
		jest.advanceTimersByTime(1);
		expect(await check('second')).toBeUndefined();
		expect(reads).toBe(2);
	});

	test('no secret stays behind though the clock is set back and no push comes', async () => {
		await check('first');
		expect(jest.getTimerCount()).toBe(1);
		jest.advanceTimersByTime(10_000);
		expect(jest.getTimerCount()).toBe(0);
		jest.setSystemTime(Date.now() - 3_600_000);
		await check('first');
		expect(reads).toBe(2);
	});

	test('keys serve no longer where the machine has slept', async () => {
		await check('first');
		jest.setSystemTime(Date.now() + 10_000);
		await check('first');
		expect(reads).toBe(2);
	});

	test('keys that were read anew serve ten seconds from then', async () => {
		await check('first');
		jest.advanceTimersByTime(5000);
		secret = 'second';
		expect(await check('second')).toBeUndefined();
		jest.advanceTimersByTime(6000);
		expect(await check('second')).toBeUndefined();
		expect(reads).toBe(2);
	});

	test('a push that does not fit has them read again a second later, not before', async () => {
		await check('first');
		await check('forged');
		jest.advanceTimersByTime(999);
		await check('forged');
		expect(reads).toBe(2);
		jest.advanceTimersByTime(1);
		await check('forged');
		expect(reads).toBe(3);
	});

	test('pushes that come while keys are read wait for the same reading', async () => {
		const checks = [check('first'), check('first', 'another'), check('first')];
		await Promise.all(checks);
		expect(reads).toBe(2);
	});
});
