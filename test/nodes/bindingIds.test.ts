import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { sharedPlatform, startPlatform } from './fixture';
import { operationsOf } from './operate';
import { expectLocalRefusal } from './refusals';

/*
 * A delete of what is not there is a success: whoever puts a phone number where an ID belongs would
 * believe that it is unbound.
 */

const NO_IDS = [
	'+8617000000001',
	'17000000001',
	'170 0000 0001',
	'170-0000-0001',
	'0086 17000000001',
	'１７０００００００１',
	'0755-28000001',
	'(010)62000001',
	'28000001',
	'400-800-0001',
	'95588',
	'undefined',
	'NaN',
	'true',
	'0',
	'-1',
	'1.5',
	'1e+21',
	'17000000001,17000000002',
	'+8617000000001/13800000021',
	'+852 2345 6789',
	'   ',
	'0167ecc9 bfb6',
	'绑定一',
	'i'.repeat(65),
];

const MODES = [
	['AXB', PrivateNumberAxb],
	['AX', PrivateNumberAx],
	['AXE', PrivateNumberAxe],
	['AXYB', PrivateNumberAxyb],
] as const;

describe.each(MODES)('%s', (mode, Node) => {
	const platform = sharedPlatform(() => startPlatform(mode));
	const remove = operationsOf(Node, () => platform);

	test.each(NO_IDS)('"%s" is refused as an ID before anything is sent', async (subscriptionId) => {
		const parameters = { identifyBy: 'subscriptionId', subscriptionId };
		const attempt = { resource: 'binding', operation: 'delete', parameters };
		await expectLocalRefusal(Node, platform, attempt, 'subscriptionId');
	});

	test.each([
		'0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
		'nowhere',
		'0167ecc9bfb64eec',
		'1234567890123',
		'12e45678',
		'7',
		'nullable',
	])(
		'"%s" is an ID, under which nothing is found: deleted, with a hint',
		async (subscriptionId) => {
			const { json, hints } = await remove('binding', 'delete', {
				identifyBy: 'subscriptionId',
				subscriptionId,
			});
			expect(json).toEqual([{ deleted: true, alreadyDeleted: true }]);
			expect(hints).toContainEqual(expect.stringMatching(/Nothing was found.*item 0/));
		},
	);
});
