import { detail } from '../../../platform/codes/details';
import { localError, PlatformError, type Outcome } from '../../../platform/codes/errors';
import { createOnce } from '../../../platform/client/createOnce';

interface Binding {
	id: string;
}

const OWN = { id: 'own' };
const FOUND = { id: 'found' };
const failing = (outcome: Outcome, code = '1010001', text = ''): PlatformError =>
	new PlatformError({ code, text, outcome, httpStatus: 500 });
const LOST = failing('lost');
const CONFLICT = failing('refused', '1012010');

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** Plays a script: what each create and each query comes to, and in which order they were made. */
function play(
	creates: Array<Binding | Error>,
	finds: Array<Binding | Error | undefined> | 'impossible',
	{ useExisting = false, wasLost = false, isUnique = true } = {},
) {
	const steps: string[] = [];
	/** When each step was made, in milliseconds. */
	const moments: number[] = [];
	const begin = Date.now();
	const next = <Value>(script: Array<Value | Error>, name: string): Promise<Value> => {
		steps.push(name);
		moments.push(Date.now() - begin);
		const step = script.shift();
		if (step instanceof Error) return Promise.reject(step);
		return Promise.resolve(step as Value);
	};
	const result = createOnce<Binding>(
		{ wasLost, options: {} },
		{
			send: async () => await next(creates, 'create'),
			find: finds === 'impossible' ? undefined : async () => await next(finds, 'find'),
			useExisting,
			isUnique,
		},
	);
	// Nobody waits for the pauses between two looks.
	void jest.runAllTimersAsync();
	return { result, steps, moments };
}

test('a create that an earlier try has lost is looked for before anything is sent', async () => {
	const { result, steps } = play([], [FOUND], { wasLost: true });
	expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
	expect(steps).toEqual(['find']);
});

test('a create that an earlier try has lost is sent when it left nothing', async () => {
	const { result, steps } = play([OWN], [undefined], { wasLost: true });
	expect(await result).toEqual({ binding: OWN, alreadyBound: false });
	expect(steps).toEqual(['find', 'create']);
});

test('a create that an earlier try has lost is never sent where no query can find it', async () => {
	const { result, steps } = play([OWN], 'impossible', { wasLost: true });
	await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
	expect(steps).toEqual([]);
});

test('a create that succeeds is made once, and nothing is asked', async () => {
	const { result, steps } = play([OWN], []);
	expect(await result).toEqual({ binding: OWN, alreadyBound: false });
	expect(steps).toEqual(['create']);
});

test('a create whose answer was lost is looked for, and what is found counts as its own', async () => {
	const { result, steps } = play([LOST], [FOUND]);
	expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
	expect(steps).toEqual(['create', 'find']);
});

test('a create that was lost and left nothing is sent again only after a second look', async () => {
	const { result, steps } = play([LOST, OWN], [undefined, undefined]);
	expect(await result).toEqual({ binding: OWN, alreadyBound: false });
	expect(steps).toEqual(['create', 'find', 'find', 'create']);
});

test('a binding that the platform made late is found by the second look, and not made again', async () => {
	const { result, steps } = play([LOST], [undefined, FOUND]);
	expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
	expect(steps).toEqual(['create', 'find', 'find']);
});

test('a conflict after a lost create is its own binding', async () => {
	const { result } = play([LOST, CONFLICT], [undefined, undefined, FOUND]);
	expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
});

test('a create that is lost every time is given up after three tries', async () => {
	const { result, steps } = play(
		[LOST, LOST, LOST],
		[undefined, undefined, undefined, undefined, undefined],
	);
	await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown', outcome: 'lost' });
	expect(steps.filter((step) => step === 'create')).toHaveLength(3);
});

describe('where the platform would make another one each time', () => {
	test('a lost create is looked for during some seconds, and never sent again', async () => {
		const { result, steps } = play([LOST, OWN], [], { isUnique: false });
		await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
		expect(steps[0]).toBe('create');
		expect(steps.slice(1).length).toBeGreaterThan(3);
		expect(new Set(steps.slice(1))).toEqual(new Set(['find']));
	});

	test('a binding that the platform makes late is found', async () => {
		const late = [undefined, undefined, undefined, FOUND];
		const { result, steps } = play([LOST], late, { isUnique: false });
		expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
		expect(steps).toEqual(['create', 'find', 'find', 'find', 'find']);
	});

	test('a create that an earlier try has lost is looked for, and not sent', async () => {
		const { result, steps } = play([OWN], [], { wasLost: true, isUnique: false });
		await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
		expect(steps).not.toContain('create');
	});
});

test('a binding that the platform made late, after the last try, is found by a second look too', async () => {
	const nothing = Array.from({ length: 5 }, () => undefined);
	const { result, steps } = play([LOST, LOST, LOST], [...nothing, FOUND]);
	expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
	expect(steps.at(-1)).toBe('find');
});

test.each([
	['conflict', '1012010'],
	['no free number', '1012008'],
	['limit of a number', '1012009'],
])('a refusal for "%s" may be due to the wanted binding itself', async (_, code) => {
	const { result } = play([failing('refused', code)], [FOUND], { useExisting: true });
	expect(await result).toEqual({ binding: FOUND, alreadyBound: true });
});

test.each([
	['no query can find it', 'impossible' as const],
	['the query does not succeed', [LOST]],
])('a lost create is never sent again where %s: nobody knows', async (_, finds) => {
	const { result, steps } = play([LOST], finds);
	await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
	expect(steps.filter((step) => step === 'create')).toHaveLength(1);
});

test('a refusal is passed on at once', async () => {
	const refusal = failing('refused', '1010002');
	const { result, steps } = play([refusal], [FOUND]);
	await expect(result).rejects.toBe(refusal);
	expect(steps).toEqual(['create']);
});

test('a conflict is an error unless the existing binding is wanted', async () => {
	await expect(play([CONFLICT], [FOUND]).result).rejects.toBe(CONFLICT);
	expect(await play([CONFLICT], [FOUND], { useExisting: true }).result).toEqual({
		binding: FOUND,
		alreadyBound: true,
	});
	await expect(play([CONFLICT], [undefined], { useExisting: true }).result).rejects.toBe(CONFLICT);
	await expect(play([CONFLICT], 'impossible', { useExisting: true }).result).rejects.toBe(CONFLICT);
});

test('a refusal that no existing binding explains is passed on, also where one is wanted', async () => {
	const refusal = failing('refused', '1010002');
	const { result, steps } = play([refusal], [FOUND], { useExisting: true });
	await expect(result).rejects.toBe(refusal);
	expect(steps).toEqual(['create']);
});

test('another fault than the platform can have is not taken for a lost answer', async () => {
	const fault = new TypeError('a defect');
	const { result, steps } = play([fault], [FOUND]);
	await expect(result).rejects.toBe(fault);
	expect(steps).toEqual(['create']);
});

test('after each further lost create the platform gets more time before the second look', async () => {
	const { result, steps, moments } = play([LOST, LOST, LOST], []);
	await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
	expect(steps).toEqual([
		'create',
		'find',
		'find',
		'create',
		'find',
		'find',
		'create',
		'find',
		'find',
	]);
	const pauses = [2, 5, 8].map((second) => (moments[second] ?? 0) - (moments[second - 1] ?? 0));
	expect(pauses[0]).toBeGreaterThan(0);
	expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
	expect(pauses[2]).toBeGreaterThan(pauses[1] ?? 0);
});

describe('a refusal after a lost create', () => {
	const looked = [undefined, undefined];

	test.each([
		['no binding of its own explains', CONFLICT, [...looked, undefined], CONFLICT],
		['is about a value', failing('refused', '1010002'), looked, { code: '1010002' }],
		['nobody can explain', CONFLICT, [...looked, LOST], { code: 'outcomeUnknown' }],
	])('that %s is told as what it is', async (_, refusal, finds, expected) => {
		const { result } = play([LOST, refusal], finds);
		await expect(result).rejects.toMatchObject(expected);
	});
});

test('a query for what existed before that does not succeed is told as such', async () => {
	const { result } = play([CONFLICT], [LOST], { useExisting: true });
	await expect(result).rejects.toBe(LOST);
});

describe('nobody knows what a lost create has done', () => {
	test('and what was said of it is passed on, with the status', async () => {
		const { result } = play([failing('lost', '1010001', 'Inner fault.')], 'impossible');
		await expect(result).rejects.toMatchObject({
			code: 'outcomeUnknown',
			httpStatus: 500,
			text: 'Inner fault.',
		});
	});

	test('and what this package knows of it is passed on in both languages', async () => {
		const known = detail('time', { seconds: 30 });
		const { result } = play([localError('timeout', known, 'lost')], 'impossible');
		await expect(result).rejects.toMatchObject({ detail: known });
	});

	test('and nothing is added where nothing was said', async () => {
		const { result } = play([LOST], 'impossible');
		await expect(result).rejects.toMatchObject({ text: '', detail: undefined });
	});
});

describe('unless told otherwise', () => {
	test.each([
		['is not sent again after it was lost', LOST, undefined, { code: 'outcomeUnknown' }],
		['takes no binding for its own that was there before', CONFLICT, FOUND, CONFLICT],
	])('a create %s', async (_, failure, found, expected) => {
		const send = jest.fn(() => Promise.reject(failure));
		const find = () => Promise.resolve(found);
		const result = createOnce<Binding>({ options: {} }, { send, find });
		void jest.runAllTimersAsync();
		await expect(result).rejects.toMatchObject(expected);
		expect(send).toHaveBeenCalledTimes(1);
	});
});

describe('a cancelled run', () => {
	/** Plays a create that was lost in a run that is cancelled. */
	function playCancelled(found: Binding | undefined, isUnique: boolean) {
		const steps: string[] = [];
		const creation = {
			send: () => {
				steps.push('create');
				return Promise.reject(LOST);
			},
			find: () => {
				steps.push('find');
				return Promise.resolve(found);
			},
			isUnique,
		};
		const options = { signal: AbortSignal.abort() };
		return { result: createOnce({ options }, creation), steps };
	}

	test.each([true, false])('that does not know says so, and sends nothing', async (isUnique) => {
		const { result, steps } = playCancelled(undefined, isUnique);
		await expect(result).rejects.toMatchObject({ code: 'outcomeUnknown' });
		expect(steps).toEqual(['create', 'find']);
	});

	test('still looks once for what it has made', async () => {
		const { result } = playCancelled(FOUND, true);
		expect(await result).toEqual({ binding: FOUND, alreadyBound: false });
	});
});
