import type { Application } from '../../../platform/application/application';
import { withLock } from '../../../platform/client/keyedLock';
import { closeStores } from '../../../platform/state/store';
import { APPLICATION } from './scriptedServer';

afterEach(closeStores);

const own: Application = { ...APPLICATION, baseUrl: 'https://platform.example' };
const others: Application = { ...own, appKey: 'testAppKey0002' };

/** Tasks that note when they begin, each to be ended by the test. */
function desk() {
	const begun: string[] = [];
	const ends = new Map<string, (fault?: Error) => void>();
	const results: Array<Promise<unknown>> = [];
	return {
		begun,
		/** Gives a task in; its number is what it returns. */
		give: (name: string, application = own, about = 'AX 1') => {
			const result = withLock(application, about, async () => {
				begun.push(name);
				await new Promise<void>((resolve, reject) => {
					ends.set(name, (fault) => {
						if (fault) reject(fault);
						else resolve();
					});
				});
				return name;
			});
			results.push(result.catch(() => undefined));
			return result;
		},
		end: async (name: string, fault?: Error) => {
			ends.get(name)?.(fault);
			await turn();
		},
	};
}

const turn = async (): Promise<void> => {
	await new Promise((resolve) => setImmediate(resolve));
};

describe('tasks about one thing', () => {
	test('run one after the other, in the order in which they came', async () => {
		const { begun, give, end } = desk();
		const [first, second] = [give('first'), give('second'), give('third')];
		await turn();
		expect(begun).toEqual(['first']);
		await end('first');
		expect(begun).toEqual(['first', 'second']);
		expect(await first).toBe('first');
		await end('second');
		expect(begun).toEqual(['first', 'second', 'third']);
		expect(await second).toBe('second');
		await end('third');
	});

	test('run also when one before them did not succeed; it alone is told', async () => {
		const { begun, give, end } = desk();
		const [first, second] = [give('first'), give('second')];
		await turn();
		const told = expect(first).rejects.toThrow('a defect');
		await end('first', new Error('a defect'));
		await told;
		expect(begun).toEqual(['first', 'second']);
		await end('second');
		expect(await second).toBe('second');
	});

	test('wait for what came before them, also when they came after an earlier one was done', async () => {
		const { begun, give, end } = desk();
		void give('first');
		void give('second');
		await turn();
		await end('first');
		void give('third');
		await turn();
		expect(begun).toEqual(['first', 'second']);
		await end('second');
		expect(begun).toEqual(['first', 'second', 'third']);
		await end('third');
		void give('fourth');
		await turn();
		expect(begun).toContain('fourth');
		await end('fourth');
	});
});

test.each([
	['another thing', own, 'AX 2'],
	['another application', others, 'AX 1'],
])('a task about %s waits for nobody', async (_, application, about) => {
	const { begun, give, end } = desk();
	void give('first');
	void give('other', application, about);
	await turn();
	expect(begun).toEqual(['first', 'other']);
	await end('first');
	await end('other');
});
