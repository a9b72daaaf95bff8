import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { PrivateNumberX } from '../../nodes/PrivateNumberX/PrivateNumberX.node';
import { packageNodes, type PackageNode } from './packageNodes';

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
			expect.stringContaining('no new applications'),
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

test.each<[string, new () => INodeType, object]>([
	['AXYB', PrivateNumberAxyb, { resource: 'binding', operation: 'create' }],
	['X', PrivateNumberX, { resource: 'call', operation: 'connect' }],
])('a sentence on top says that the %s mode takes no new applications', (mode, Node, chosen) => {
	expect(shown(Node, chosen)[0]).toContain(`no new applications for the ${mode} mode`);
});

test('while the editor listens, it says that real events go to the Production URL', () => {
	const { eventTriggerDescription = '', triggerPanel } = new PrivateNumberTrigger().description;
	const { executionsHelp } = triggerPanel as Exclude<typeof triggerPanel, boolean | undefined>;
	const { inactive, active } = executionsHelp as { inactive: string; active: string };
	for (const text of [eventTriggerDescription, inactive, active]) {
		expect(text).toMatch(/Production URL/);
		expect(text).toMatch(/sample to the (?:<b>)?Test URL.*simulator.*pin a sample/);
	}
	expect(eventTriggerDescription).toMatch(/^Real calls and texts do not come here/);
});

describe('before something that cannot be taken back', () => {
	const remove = (identifyBy: string) =>
		shown(PrivateNumberAxb, { resource: 'binding', operation: 'delete', identifyBy });

	test('a sentence stands above Delete All', () => {
		const labels = remove('privateNumber');
		const warning = labels.findIndex((text) => text.includes('every binding'));
		expect(warning).toBeGreaterThan(-1);
		expect(labels.indexOf('Delete All Bindings of This Number')).toBe(warning + 1);
		expect(remove('subscriptionId').join()).not.toContain('every binding');
	});
});

describe('how a node sends', () => {
	test.each([
		['call', 'connect'],
		['call', 'reject'],
		['sms', 'forward'],
		['sms', 'discard'],
	])('is no question where nothing is sent: %s %s', (resource, operation) => {
		expect(shown(PrivateNumberX, { resource, operation })).not.toContain('Request Options');
	});

	test('is a question where something is sent', () => {
		expect(shown(PrivateNumberX, { resource: 'call', operation: 'end' })).toContain(
			'Request Options',
		);
	});
});

/** Fields whose texts n8n prescribes. */
const PRESCRIBED = [
	'resource',
	'operation',
	'simplify',
	'returnAll',
	'limit',
	'binaryPropertyName',
	'allowUnauthorizedCerts',
];

/** Fields of a node that the user fills in, those of its collections among them. */
function fieldsOf({ Node }: PackageNode): INodeProperties[] {
	return new Node().description.properties
		.flatMap((property) =>
			property.type === 'collection' ? (property.options as INodeProperties[]) : [property],
		)
		.filter(({ name, type }) => !['notice', 'hidden'].includes(type) && !PRESCRIBED.includes(name));
}

describe.each(packageNodes().map((node) => [node.name, node] as const))('%s', (_, node) => {
	const fields = fieldsOf(node);
	const without = (is: (field: INodeProperties) => boolean): string[] =>
		fields.filter((field) => !is(field)).map(({ name }) => name);

	test('explains every field, with its Chinese term', () => {
		expect(fields.length).toBeGreaterThan(10);
		expect(without(({ description = '' }) => /[（(].*[\u4e00-\u9fff]/.test(description))).toEqual(
			[],
		);
	});

	test('says of a choice no more than the drop-down shows', () => {
		const long = new node.Node().description.properties
			.flatMap((property) =>
				property.type === 'collection' ? (property.options as INodeProperties[]) : [property],
			)
			.filter(({ name }) => !['operation', 'events', 'respond'].includes(name))
			.flatMap(({ type, options = [] }) => (type === 'options' ? options : []))
			.map((option) => ('description' in option ? (option.description ?? '') : ''))
			.filter((description) => description.length > 60);
		expect(long).toEqual([]);
	});

	test('calls what identifies something by one name', () => {
		const labels = new node.Node().description.properties
			.filter(({ name }) => ['identifyBy', 'findBy', 'removeBy'].includes(name))
			.map(({ displayName }) => displayName);
		expect(new Set(labels).size).toBeLessThan(2);
	});

	test('shows an example of every text', () => {
		expect(
			without(({ type, placeholder = '' }) => type !== 'string' || /^e\.g\. /.test(placeholder)),
		).toEqual([]);
	});
});
