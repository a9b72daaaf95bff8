import { axbOn } from './axbBindings';
import { sharedPlatform, startPlatform, X1 } from './fixture';

const platform = sharedPlatform(() => startPlatform('AXB'));
const { axb, create } = axbOn(() => platform);

/** What an expression gives that reads a field which the item lacks, and what an empty one gives. */
const nothing = ['={{ $json.customer.phone }}', '={{ $json.missing }}', '={{ null }}', '', ' '];

describe('a field that was added, and whose expression yields nothing', () => {
	test.each(nothing)(
		'as a filter is refused, so that not everything is found: %j',
		async (value) => {
			await create({ callerNum: '13800000001', calleeNum: '13800000002' });
			const filters = { callerNum: value };
			const { error } = await axb(
				'binding',
				'getAll',
				{ relationNum: X1, filters },
				{ items: [{}] },
			);
			expect(error?.message).toContain('expected a value; remove the field to leave it out');
			expect(platform.sent()).toHaveLength(1);
		},
	);

	test.each(nothing)(
		'as a change is refused, so that nobody takes it for done: %j',
		async (value) => {
			const { json } = await create({ callerNum: '13800000001', calleeNum: '13800000002' });
			const subscriptionId = json[0]?.subscriptionId;
			const updateFields = { calleeNum: value, userData: 'x' };
			const { error } = await axb(
				'binding',
				'update',
				{ subscriptionId, updateFields },
				{ items: [{}] },
			);
			expect(error?.message).toMatch(/Number B.*expected a value/);
			expect(platform.sent()).toHaveLength(1);
		},
	);

	test('is not needed for an update to be refused that changes nothing', async () => {
		const { json } = await create({ callerNum: '13800000001', calleeNum: '13800000002' });
		const { error } = await axb('binding', 'update', {
			subscriptionId: json[0]?.subscriptionId,
			updateFields: {},
		});
		expect(error?.message).toMatch(/Update Fields.*is empty.*at least one field to change/);
		expect(platform.sent()).toHaveLength(1);
	});

	test('zero and off are values', async () => {
		const { json } = await create({ callerNum: '13800000001', calleeNum: '13800000002' });
		const { error } = await axb('binding', 'update', {
			subscriptionId: json[0]?.subscriptionId,
			updateFields: { duration: 0, privateSms: false },
		});
		expect(error).toBeUndefined();
		expect(platform.sent().at(-1)?.body).toMatchObject({ duration: 0, privateSms: 'false' });
	});
});
