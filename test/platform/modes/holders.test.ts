import { PlatformError, refuse } from '../../../platform/codes/errors';
import { detail } from '../../../platform/codes/details';
import { holder, tellingHolders } from '../../../platform/modes/holders';
import { A, B, refused, X } from './scriptedPlatform';

const found = [{ privateNumber: X, numberA: A }];

/** What an error knows. */
const fieldsOf = (error: unknown) => Object.fromEntries(Object.entries(error as object));

/** What is thrown where something is refused, and whether anybody was asked who is in the way. */
async function refusedWith(error: unknown, look = () => Promise.resolve(found)) {
	const asked = jest.fn(look);
	const thrown: unknown = await tellingHolders(() => Promise.reject(error as Error), asked).catch(
		(refusal: unknown) => refusal,
	);
	return { thrown, isAsked: asked.mock.calls.length > 0 };
}

test('what succeeds is the result, and nobody is asked', async () => {
	const look = jest.fn();
	expect(await tellingHolders(() => Promise.resolve('done'), look)).toBe('done');
	expect(look).not.toHaveBeenCalled();
});

test.each([
	['a conflict', '1012010'],
	['a limit that is reached', '1012009'],
	['a number that is not free', '1012008'],
])('%s tells who is in the way, and is else the same refusal', async (_, code) => {
	const refusal = new PlatformError({
		code,
		text: 'said',
		detail: detail('said', { text: 'said' }),
		outcome: 'refused',
		httpStatus: 403,
		afterLost: true,
	});
	const { thrown } = await refusedWith(refusal);
	expect(fieldsOf(thrown)).toEqual({ ...fieldsOf(refusal), holders: found });
});

test.each([
	['a parameter that is wrong', refused('1010002')],
	['nothing that is there', refused('1016001')],
	['a fault of the platform', refused('1010001', 500)],
	['a code that nobody knows', refused('1999999')],
	['a value that was refused before', refuse('duration', 1, 'number')],
])("%s is nobody's doing: it stays as it is", async (_, error) => {
	expect(await refusedWith(error)).toEqual({ thrown: error, isAsked: false });
});

test('a question that fails leaves the refusal as it was', async () => {
	const refusal = refused('1012010');
	const { thrown, isAsked } = await refusedWith(refusal, () => Promise.reject(new Error('down')));
	expect(isAsked).toBe(true);
	expect(fieldsOf(thrown)).toEqual({ ...fieldsOf(refusal), holders: [] });
});

test('of a binding people are told whom it holds, not its settings', () => {
	const binding = { privateNumber: X, numberA: A, numberB: B, subscriptionId: 's1' };
	expect(Object.entries(holder({ ...binding, callDirection: 'both' }))).toEqual(
		Object.entries(binding),
	);
	const atExtension = { privateNumber: X, extension: '0012', numberA: A };
	expect(Object.entries(holder(atExtension, { who: 'A', isWanted: false }))).toEqual(
		Object.entries({ ...atExtension, who: 'A', isWanted: false }),
	);
});
