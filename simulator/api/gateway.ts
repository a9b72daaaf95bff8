import { BlockList, isIP } from 'node:net';

import type { Application, Applications } from '../applications/application';
import type { Behaviour } from '../config/behaviour';
import type { SimulatorLimits } from '../config/options';
import type { Answer } from '../http/answers';
import type { RecordedRequest } from '../wire/journal';
import { Refusal, refuse } from '../wire/refusals';
import type { AddressLock } from './addressLock';
import { checkSignature, readSignature } from './authentication';
import { recordingLink, stopCall } from './commonOperations';
import { openFlowControls } from './flowControl';
import type { FoundOperation } from './operations';

/** What the gateway is made of. */
export interface GatewayParts {
	applications: Applications;
	lock: AddressLock;
	limits: SimulatorLimits;
	behaviour: Behaviour;
	now: () => number;
}

/** What a request must pass before it is looked at. */
export interface Gateway {
	/** Who asks? Throws Refusal. */
	authenticate: (operation: FoundOperation, record: RecordedRequest) => Application;
	/** Whether the application may do that now. Throws Refusal; what it returns is the answer. */
	check: (operation: FoundOperation, application: Application) => Answer | undefined;
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

/** Opens the gateway: address lock, signature, state of the application, flow control, mode. */
export function openGateway(parts: GatewayParts): Gateway {
	const { applications, lock, limits, behaviour, now } = parts;
	const flowControls = openFlowControls<Application>(now);
	return {
		authenticate(operation, record) {
			const address = record.remoteAddress;
			lock.check(address);
			const signature = readSignature(record.headers);
			record.appKey = signature.username;
			const application = applications.get(signature.username);
			try {
				if (!application) {
					throw refuse(operation.id === stopCall.id ? 'stopCallInvalidAppKey' : 'invalidAppKey');
				}
				const { ipWhiteList, appSecret } = application.settings;
				if (ipWhiteList && !isListed(address, ipWhiteList)) throw refuse('ipNotAllowed');
				checkSignature(signature, appSecret, now(), limits.clockSkewSeconds);
				lock.succeeded(address);
				return application;
			} catch (error) {
				const isForeignAddress = error instanceof Refusal && error.code === '1020166';
				if (!isForeignAddress) lock.failed(address);
				throw error;
			}
		},
		check(operation, application) {
			const { settings } = application;
			if (settings.status === 'unavailable') {
				if (operation.id === stopCall.id) throw refuse('stopCallInvalidAppKey');
				throw refuse(operation.mode === 'AXYB' ? 'appUnavailableAxyb' : 'appUnavailable');
			}
			if (settings.status === 'frozen') {
				if (operation.mode) throw refuse('accountFrozen');
				if (operation.id === recordingLink.id) throw refuse('noRecord');
			}
			const rule = application.flowControl ?? behaviour.flowControl;
			const refused = flowControls.refusal(application, rule);
			if (refused) return refused;
			if (operation.mode && operation.mode !== settings.mode) throw refuse('wrongMode');
			return undefined;
		},
	};
}
