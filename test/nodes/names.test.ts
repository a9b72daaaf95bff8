import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { operationsIn, packageNodes, type PackageNode } from './packageNodes';

/*
 * Saved workflows contain these names: they never change after a release, and none may go away.
 */

/** Names of the fields of an operation; those of a collection stand behind its name. */
type Names = readonly string[];

const end: Names = ['sessionId'];
const getUrl: Names = ['fileName', 'recordDomain'];
const download: Names = [
	'source',
	'fileName',
	'recordDomain',
	'url',
	'binaryPropertyName',
	'options: allowUnauthorizedCerts allowedHosts waitForRecording',
];
const everyMode = { 'call/end': end, 'recording/download': download, 'recording/getUrl': getUrl };
const area = ['areaCode', 'areaMatchMode'];
const byNumber = ['chooseNumberBy', ...area];

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
	privateNumberAxb: {
		...everyMode,
		'binding/create': [
			'callerNum',
			'calleeNum',
			...byNumber,
			'relationNum',
			'options: callDirection calleeHintTone callerHintTone duration lastMinVoice maxDuration onConflict privateSms recordFlag recordHintTone userData',
		],
		'binding/update': [
			'subscriptionId',
			'updateFields: callDirection calleeHintTone calleeNum callerHintTone callerNum duration lastMinVoice maxDuration privateSms recordFlag recordHintTone userData',
		],
		'binding/get': ['subscriptionId'],
		'binding/getAll': ['relationNum', 'returnAll', 'limit', 'filters: calleeNum callerNum'],
		'binding/delete': [
			'identifyBy',
			'subscriptionId',
			'relationNum',
			'deleteAll',
			'options: ignoreNotFound',
		],
	},
	privateNumberAx: {
		...everyMode,
		'binding/create': [
			'origNum',
			...byNumber,
			'privateNum',
			'options: callDirection calleeHintTone calleeNumDisplay callerHintTone lastMinVoice maxDuration onConflict privateSms recordFlag recordHintTone turnFlag userData',
		],
		'binding/update': [
			'identifyBy',
			'subscriptionId',
			'privateNum',
			'updateFields: callDirection calleeNumDisplay lastMinVoice maxDuration origNum privateSms recordFlag turnFlag userData',
		],
		'binding/get': ['findBy', 'subscriptionId', 'privateNum', 'origNum'],
		'binding/getAll': ['origNum', 'returnAll', 'limit'],
		'binding/delete': ['identifyBy', 'subscriptionId', 'privateNum', 'options: ignoreNotFound'],
		'binding/setTemporaryCallee': [
			'identifyBy',
			'subscriptionId',
			'privateNum',
			'calleeNum',
			'options: duration userData',
		],
		'sms/forward': ['called'],
		'sms/discard': [],
	},
	privateNumberAxe: {
		...everyMode,
		'binding/create': [
			'bindNum',
			...byNumber,
			'virtualNum',
			'extendNum',
			'options: bindExpiredTime callbackExpiredTime callbackNum callbackTone displayNumMode onConflict recordFlag recordHintTone timeUnit userData',
		],
		'binding/update': [
			'identifyBy',
			'subscriptionId',
			'virtualNum',
			'extendNum',
			'updateFields: bindExpiredTime callbackExpiredTime callbackNum callbackTone displayNumMode recordFlag recordHintTone timeUnit',
		],
		'binding/get': ['identifyBy', 'subscriptionId', 'virtualNum', 'extendNum'],
		'binding/getAll': ['virtualNum', 'returnAll', 'limit'],
		'binding/count': ['virtualNum'],
		'number/getAll': ['returnAll', 'limit'],
		'binding/delete': [
			'identifyBy',
			'subscriptionId',
			'virtualNum',
			'extendNum',
			'options: ignoreNotFound',
		],
	},
	privateNumberAxyb: {
		...everyMode,
		'binding/create': [
			'origNum',
			...area,
			'options: callDirection duration preVoiceX recordFlag recordHintTone userData ybDuration',
		],
		'binding/get': ['identifyBy', 'subscriptionId', 'relationNum'],
		'binding/delete': ['subscriptionId', 'options: ignoreNotFound'],
		'peer/add': [
			'subscriptionId',
			'origNum',
			...area,
			'options: preVoiceX preVoiceY userData ybDuration',
		],
		'peer/remove': ['subscriptionId', 'removeBy', 'yNum', 'bNum', 'options: ignoreNotFound'],
	},
	privateNumberX: {
		...everyMode,
		'call/connect': [
			'calleeNum',
			'options: calleeHintVoice displayCalleeNum lastMinVoice maxDuration recordFlag recordHintTone userData waitVoice wrapInArray',
		],
		'call/reject': ['options: closeHintTone userData wrapInArray'],
		'sms/forward': ['called'],
		'sms/discard': [],
	},
};

/** Words that lead to every node. */
const SEARCHED = ['华为', '隐私号', '中间号', '电话', '短信'];

const nodes = packageNodes();
const propertiesOf = ({ Node }: PackageNode): INodeProperties[] =>
	new Node().description.properties;

function nameOf({ name, type, options = [] }: INodeProperties): string {
	const inner = options.map((option) => option.name).sort();
	return type === 'collection' ? `${name}: ${inner.join(' ')}` : name;
}

function namesOf(node: PackageNode, resource: string, operation: string): string[] {
	return propertiesOf(node)
		.filter(({ type, displayOptions: { show = {} } = {} }) => {
			const isHere = show.resource?.includes(resource) && show.operation?.includes(operation);
			return isHere === true && type !== 'notice';
		})
		.map(nameOf)
		.sort();
}

test('the package has the nodes whose names are promised', () => {
	expect(nodes.map(({ name }) => name).sort()).toEqual(
		[...Object.keys(OPERATIONS), 'privateNumberTrigger'].sort(),
	);
});

describe.each(Object.entries(OPERATIONS))('%s', (name, promised) => {
	const found = nodes.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`package.json lists no ${name}.`);

	test('can do what is promised', () => {
		const offered = operationsIn(found).map((chosen) => chosen.join('/'));
		expect(offered.sort()).toEqual(Object.keys(promised).sort());
	});

	test.each(Object.entries(promised))('%s has the fields that are promised', (chosen, fields) => {
		const [resource = '', operation = ''] = chosen.split('/');
		expect(namesOf(found, resource, operation)).toEqual([...fields].sort());
	});

	test('lets the user choose how it sends', () => {
		const choice = propertiesOf(found).find((field) => field.name === 'requestOptions');
		expect(choice && nameOf(choice)).toBe('requestOptions: concurrency flowControlWait timeout');
	});
});

test.each(nodes.map((node) => [node.name, node] as const))(
	'%s is found, has both of its pictures, and leads to its page',
	(name, { Node, folder }) => {
		const { light, dark } = new Node().description.icon as { light: string; dark: string };
		for (const file of [light, dark]) {
			expect(existsSync(join(folder, file.replace('file:', '')))).toBe(true);
		}
		const codex = JSON.parse(
			readFileSync(join(folder, `${basename(folder)}.node.json`), 'utf8'),
		) as {
			node: string;
			alias: string[];
			resources: Record<string, Array<{ url: string }>>;
			subcategories?: object;
		};
		// With them n8n hides the list of actions in its node panel.
		expect(codex.subcategories).toBeUndefined();
		expect(codex.node).toBe(`n8n-nodes-huawei-private-number.${name}`);
		expect(codex.alias).toEqual(expect.arrayContaining(SEARCHED));
		const root = dirname(dirname(folder));
		for (const { url } of Object.values(codex.resources).flat()) {
			expect(existsSync(join(root, url.replace(/^.*\/blob\/main\//, '')))).toBe(true);
		}
	},
);

test('privateNumberTrigger has the fields that are promised', () => {
	const trigger = nodes.find(({ name }) => name === 'privateNumberTrigger');
	const names =
		trigger &&
		propertiesOf(trigger)
			.filter(({ type }) => type !== 'notice')
			.map(nameOf);
	expect(names?.sort()).toEqual([
		'events',
		'options: ackDeadline allowReusedSignatures binaryData defaultDestination maskNumbers maxBlockAge maxSignatureAge privateNumbers replyDeadline separateOutputs signatureCheck',
		'respond',
		'simplify',
	]);
});
