import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';

import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';

/** Labels, and texts of notices, that n8n's editor shows for these values. */
function shown(Node: new () => INodeType, given: object): string[] {
	const { description } = new Node();
	const { properties } = description;
	const values = NodeHelpers.getNodeParameters(
		properties,
		given as INodeParameters,
		true,
		false,
		null,
		description,
	) as INodeParameters;
	return properties
		.filter((property) => NodeHelpers.displayParameter(values, property, null, description))
		.map(({ displayName }) => displayName);
}

describe('the AXE node', () => {
	const create = (given: object = {}) =>
		shown(PrivateNumberAxe, { resource: 'binding', operation: 'create', ...given });
	const update = (updateFields: object) =>
		shown(PrivateNumberAxe, { resource: 'binding', operation: 'update', updateFields });
	const recording = /carry no announcement/;
	const realCaller = /show the number of the caller/;

	test('begins with the creation of a binding', () => {
		expect(shown(PrivateNumberAxe, {})).toEqual([
			'Resource',
			'Operation',
			'Number A',
			'Choose Privacy Number By',
			'Privacy Number (X)',
			'Extension (E)',
			'Options',
			'Request Options',
		]);
	});

	test('asks for a city in place of number and extension', () => {
		const labels = create({ chooseNumberBy: 'area' });
		expect(labels).toEqual(expect.arrayContaining(['Area Code', 'Area Match']));
		expect(labels).not.toContain('Extension (E)');
		expect(labels).not.toContain('Privacy Number (X)');
	});

	test('names a binding by its ID, or by number and extension', () => {
		const by = (identifyBy: string) =>
			shown(PrivateNumberAxe, { resource: 'binding', operation: 'get', identifyBy });
		expect(by('subscriptionId')).toContain('Binding ID');
		expect(by('extension')).toEqual(
			expect.arrayContaining(['Privacy Number (X)', 'Extension (E)']),
		);
		expect(by('extension')).not.toContain('Binding ID');
	});

	const always = ['Resource', 'Operation', 'Options', 'Request Options'];
	test.each<[string, object, RegExp | undefined]>([
		['recording without a notice', { recordFlag: true }, recording],
		['recording with a notice', { recordFlag: true, recordHintTone: 'n.wav' }, undefined],
		['the number of the caller', { displayNumMode: '1' }, realCaller],
		['the privacy number', { displayNumMode: '0' }, undefined],
		['a call-back tone and a number', { callbackTone: 't', callbackNum: '1' }, /not both/],
		['a call-back tone alone', { callbackTone: 't' }, undefined],
	])('warns at create where a call would not get through: %s', (_, options, warning) => {
		const notices = create({ options }).filter((text) => text.endsWith('.'));
		expect(notices).toEqual(warning ? [expect.stringMatching(warning)] : []);
		expect(create({ options })).toEqual(expect.arrayContaining(always));
	});

	test.each<[string, object, RegExp | undefined]>([
		['recording without a notice', { recordFlag: true }, recording],
		['recording with a notice', { recordFlag: true, recordHintTone: 'n.wav' }, undefined],
		['the number of the caller', { displayNumMode: '1' }, realCaller],
		['a call-back tone and a number', { callbackTone: 't', callbackNum: '1' }, /one of both/],
		['nothing of all that', { callbackNum: '1' }, undefined],
	])('warns at update too: %s', (_, updateFields, warning) => {
		const notices = update(updateFields).filter((text) => text.endsWith('.'));
		expect(notices).toEqual(warning ? [expect.stringMatching(warning)] : []);
	});
});

describe('the AXYB node', () => {
	const add = (areaCode: string) =>
		shown(PrivateNumberAxyb, { resource: 'peer', operation: 'add', areaCode });

	test('begins with the creation of a binding', () => {
		expect(shown(PrivateNumberAxyb, {})).toEqual([
			'Resource',
			'Operation',
			'Number A',
			'Area Code',
			'Area Match',
			'Options',
			'Request Options',
		]);
	});

	test('asks how to match an area only where one is given', () => {
		expect(add('')).not.toContain('Area Match');
		expect(add('0755')).toContain('Area Match');
		expect(add('={{ $json.area }}')).toContain('Area Match');
	});

	test('names a peer by Y or by B', () => {
		const by = (removeBy: string) =>
			shown(PrivateNumberAxyb, { resource: 'peer', operation: 'remove', removeBy });
		expect(by('peerNumber')).toContain('Privacy Number (Y)');
		expect(by('peerNumber')).not.toContain('Number B');
		expect(by('userNumber')).toContain('Number B');
		expect(by('userNumber')).not.toContain('Privacy Number (Y)');
	});

	test('warns of recording without a notice', () => {
		const create = (options: object) =>
			shown(PrivateNumberAxyb, { resource: 'binding', operation: 'create', options });
		expect(create({ recordFlag: true }).join()).toMatch(/carry no announcement/);
		expect(create({}).join()).not.toMatch(/announcement/);
	});

	test('says that it is closed to new applications', () => {
		expect(new PrivateNumberAxyb().description.description).toContain('Closed to new applications');
	});
});

test.each([
	['AXE', PrivateNumberAxe],
	['AXYB', PrivateNumberAxyb],
])('every field of the %s node is explained, with its Chinese term', (_, Node) => {
	const fields = new Node().description.properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? (property.options as (typeof property)[]) : []),
	]);
	const own = fields.filter(
		({ name, type }) =>
			type !== 'notice' &&
			type !== 'collection' &&
			!['resource', 'operation', 'returnAll', 'limit', 'binaryPropertyName', 'source'].includes(
				name,
			),
	);
	expect(own.length).toBeGreaterThan(20);
	for (const { name, description, type, placeholder } of own) {
		expect([name, description]).toEqual([name, expect.stringMatching(/[（(].*[\u4e00-\u9fff]/)]);
		if (type === 'string')
			expect([name, placeholder]).toEqual([name, expect.stringMatching(/^e\.g\. /)]);
	}
});
