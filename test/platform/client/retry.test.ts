import { call, remove } from '../../../platform/client/calls';
import { answer, CUT, GOOD, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

describe('a request whose answer is lost', () => {
	test.each(['read', 'change'] as const)('is sent again when it is a %s', async (effect) => {
		server.script = [CUT, GOOD];
		expect(await call(server.open(), request(effect))).toMatchObject({ resultcode: '0' });
		expect(server.requests).toHaveLength(2);
	});

	test('is never sent again by itself when it creates', async () => {
		server.script = [CUT, GOOD];
		await expect(call(server.open(), request('create'))).rejects.toMatchObject({ outcome: 'lost' });
		expect(server.requests).toHaveLength(1);
	});

	test('is given up after three tries', async () => {
		server.script = [CUT];
		await expect(call(server.open(), request('read'))).rejects.toMatchObject({
			code: 'unreachable',
		});
		expect(server.requests).toHaveLength(3);
	});

	test('and that then finds nothing to remove has removed it', async () => {
		const gone = answer(403, { resultcode: '1012001', resultdesc: '' });
		server.script = [CUT, gone];
		expect(await remove(server.open(), request('change'), false)).toEqual({
			alreadyDeleted: false,
		});
		server.script = [gone];
		expect(await remove(server.open(), request('change'), true)).toEqual({ alreadyDeleted: true });
		await expect(remove(server.open(), request('change'), false)).rejects.toMatchObject({
			code: '1012001',
		});
	});

	test.each([
		[400, '1010002'],
		[403, '1020150'],
		[500, '1010001'],
	])(
		'is no removal when it is refused (HTTP %d, %s), also where nothing to remove is no error',
		async (status, resultcode) => {
			server.script = [answer(status, { resultcode, resultdesc: '' })];
			await expect(remove(server.open(), request('change'), true)).rejects.toMatchObject({
				code: resultcode,
			});
		},
	);
});
