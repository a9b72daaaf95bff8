import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

import type { Application, Applications } from '../applications/application';
import type { CallCentre } from '../calls/centre';
import type { ModeName, SimulatorLimits } from '../config/options';
import { modes } from '../modes';
import type { Recordings } from '../recordings/recordings';
import { readFields } from '../wire/fields';
import { openFlowControl } from './flowControl';
import type { FlowControl } from './flowControl';
import type { RecordedRequest } from '../wire/journal';
import { parseObject } from '../wire/json';
import type { JsonObject } from '../wire/json';
import { refusalAnswer } from '../wire/answers';
import type { Answer } from '../wire/answers';
import { Refusal, refuse } from '../wire/refusals';
import type { AddressLock } from './addressLock';
import { checkSignature, readSignature } from './authentication';
import {
	checkContentType,
	findRecordingLink,
	recordingLink,
	stopCall,
	stopRunningCall,
} from './commonOperations';

/** An operation that was found by method and path. */
export interface FoundOperation {
	id: string;
	/** Absent: an operation of every mode. */
	mode?: ModeName;
}

/** Name of an operation as faults and records spell it: `AXB bind`, `stopCall`. */
export const operationName = ({ id, mode }: FoundOperation): string =>
	mode ? `${mode} ${id}` : id;

/** What the API is made of. */
export interface ApiParts {
	applications: Applications;
	lock: AddressLock;
	limits: SimulatorLimits;
	calls: CallCentre;
	recordings: Recordings;
	now: () => number;
	/** Called when a request may have changed bindings. */
	changed(): void;
}

/** The API side of the platform. */
export interface Api {
	/** The operation at this address; `unknownMethod` when only the path is known. */
	find(method: string, path: string): FoundOperation | 'unknownMethod' | undefined;
	/** Acts on a request and answers it. */
	answer(operation: FoundOperation, record: RecordedRequest): Answer;
}

/** Whether an address is in a list of addresses and networks. */
function isListed(address: string, list: readonly string[]): boolean {
	const plain = address.replace(/^::ffff:/, '');
	const family = (ip: string): 'ipv4' | 'ipv6' => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');
	const block = new BlockList();
	for (const entry of list) {
		const [ip = '', prefix] = entry.split('/');
		if (prefix === undefined) block.addAddress(ip, family(ip));
		else block.addSubnet(ip, Number(prefix), family(ip));
	}
	return block.check(plain, family(plain));
}

/** The query string decoded as a form: `%2B` is a plus, a raw plus is a blank. */
function readQuery(rawUrl: string): JsonObject {
	const query: JsonObject = {};
	const { searchParams } = new URL(rawUrl, 'http://platform');
	for (const [name, value] of searchParams) if (!(name in query)) query[name] = value;
	return query;
}

function readBody(record: RecordedRequest): JsonObject {
	if (record.method !== 'POST' && record.method !== 'PUT') return {};
	const body = parseObject(record.rawBody);
	if (!body) throw refuse('invalidRequest');
	return body;
}

/** Opens the API of all applications. */
export function openApi(parts: ApiParts): Api {
	const { applications, lock, limits, calls, recordings } = parts;
	const table = new Map<string, FoundOperation>();
	const paths = new Set<string>();
	const register = (found: FoundOperation, method: string, path: string): void => {
		table.set(`${method} ${path}`, found);
		paths.add(path);
	};
	for (const [mode, { operations }] of Object.entries(modes)) {
		for (const { id, method, path } of operations)
			register({ id, mode: mode as ModeName }, method, path);
	}
	for (const { id, method, path } of [recordingLink, stopCall]) register({ id }, method, path);

	/** An application that is opened anew after a reset begins a new count. */
	const flowControls = new WeakMap<Application, FlowControl>();
	const flowControlOf = (application: Application): FlowControl => {
		const known = flowControls.get(application);
		if (known) return known;
		const opened = openFlowControl(application.settings.requestsPerSecond, parts.now);
		flowControls.set(application, opened);
		return opened;
	};

	/** Who asks? Throws what the gateway refuses before it looks at the request. */
	const authenticate = (
		operation: FoundOperation,
		headers: IncomingHttpHeaders,
		address: string,
		name: (appKey: string) => void,
	): Application => {
		lock.check(address);
		const signature = readSignature(headers);
		name(signature.username);
		const application = applications.get(signature.username);
		try {
			if (!application) {
				throw refuse(operation.id === stopCall.id ? 'stopCallInvalidAppKey' : 'invalidAppKey');
			}
			const { ipWhiteList, appSecret } = application.settings;
			if (ipWhiteList && !isListed(address, ipWhiteList)) throw refuse('ipNotAllowed');
			checkSignature(signature, appSecret, parts.now(), limits.clockSkewSeconds);
			lock.succeeded(address);
			return application;
		} catch (error) {
			const isForeignAddress = error instanceof Refusal && error.code === '1020166';
			if (!isForeignAddress) lock.failed(address);
			throw error;
		}
	};

	const checkApplication = (operation: FoundOperation, application: Application): void => {
		const { settings } = application;
		if (settings.status === 'unavailable') {
			if (operation.id === stopCall.id) throw refuse('stopCallInvalidAppKey');
			throw refuse(operation.mode === 'AXYB' ? 'appUnavailableAxyb' : 'appUnavailable');
		}
		if (settings.status === 'frozen') {
			if (operation.mode) throw refuse('accountFrozen');
			if (operation.id === recordingLink.id) throw refuse('noRecord');
		}
		flowControlOf(application).pass();
		if (operation.mode && operation.mode !== settings.mode) throw refuse('wrongMode');
	};

	const act = (
		operation: FoundOperation,
		record: RecordedRequest,
		application: Application,
	): Answer => {
		const rawQuery = readQuery(record.rawUrl);
		const query = readFields(rawQuery, application.settings.voiceFiles);
		const success = { resultcode: '0', resultdesc: 'Success' };
		if (operation.id === recordingLink.id) {
			const location = findRecordingLink(application, query, recordings);
			return { status: 301, headers: { location, connection: 'close' } };
		}
		const body = readFields(readBody(record), application.settings.voiceFiles);
		if (operation.id === stopCall.id) {
			stopRunningCall(application, body, calls);
			return { status: 200, body: success };
		}
		const handler = application.state.handlers[operation.id];
		if (!handler) throw refuse('invalidRestApi');
		const fields = handler({ query, rawQuery, body });
		if (record.method !== 'GET') parts.changed();
		return { status: 200, body: { ...success, ...fields } };
	};

	return {
		find: (method, path) =>
			table.get(`${method} ${path}`) ?? (paths.has(path) ? 'unknownMethod' : undefined),
		answer(operation, record) {
			try {
				const application = authenticate(
					operation,
					record.headers,
					record.remoteAddress,
					(appKey) => {
						record.appKey = appKey;
					},
				);
				checkApplication(operation, application);
				const type = record.headers['content-type'];
				checkContentType(Array.isArray(type) ? type[0] : type);
				return act(operation, record, application);
			} catch (error) {
				if (error instanceof Refusal) return refusalAnswer(error);
				throw error;
			}
		},
	};
}
