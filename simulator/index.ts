import { openAddressLock } from './addressLock';
import { openApi } from './api';
import { registerApiRoutes } from './apiRoutes';
import { openApplications } from './application';
import { openCallRecords } from './callRecords';
import { openCallCentre } from './calls/centre';
import { startClock } from './clock';
import { registerControl } from './control';
import { openFaults } from './faults';
import { openJournal } from './journal';
import { buildSimulator } from './facade';
import { resolveOptions } from './options';
import type { SimulatorOptions } from './options';
import { openPushes } from './pushes';
import { registerPage } from './pageRoutes';
import { openRecordings } from './recordings';
import { listen, openServer } from './server';
import type { Simulator } from './simulator';
import { openSmsCentre } from './sms';
import { openStorageServer } from './storage';

export type { Call, CallRequest, Scenario } from './calls/call';
export { OrderError } from './calls/centre';
export type { Fault, FaultRequest } from './faults';
export type { LiveEvent, RecordedRequest } from './journal';
export type { BindingView } from './modes/mode';
export type { NumberStatusChange } from './numberStatus';
export type {
	ModeName,
	PushScheme,
	PushUrls,
	SimulatorApplication,
	SimulatorOptions,
} from './options';
export type { PushAttempt, PushKind, PushRecord } from './pushes';
export { Refusal } from './refusals';
export type { SampleKind, SampleRequest, SampleResult } from './samples';
export type { IdleOptions, Simulator, SimulatorState } from './simulator';
export type { Sms, SmsRequest } from './sms';

/**
 * Starts the other side of the platform: API, pushes, phones, recordings and control API on one port,
 * the storage host on another.
 */
export async function startSimulator(given: SimulatorOptions): Promise<Simulator> {
	const options = resolveOptions(given);
	const clock = startClock(options.speed);
	const journal = openJournal();
	const applications = openApplications(options, clock.now);
	const faults = openFaults(() => {
		journal.tell('state', {});
	});
	let storageUrl = '';
	const recordings = openRecordings(options, clock, () => storageUrl);
	const pushes = openPushes(options, clock, faults, journal);
	const records = openCallRecords(options, clock, pushes, recordings);
	const calls = openCallCentre({ options, clock, journal, applications, pushes, records });
	const sms = openSmsCentre(clock, journal, applications, pushes);
	const { authenticationFailures, lockMinutes } = options.limits;
	const lockMs = (lockMinutes * 60_000) / options.speed;
	const lock = openAddressLock(authenticationFailures, lockMs, clock.now);
	const api = openApi({
		applications,
		lock,
		limits: options.limits,
		calls,
		recordings,
		now: clock.now,
		changed() {
			journal.tell('bindings', {});
		},
	});

	const storage = openStorageServer(recordings, clock, faults, journal, options.tls);
	const server = openServer(options.tls);
	storageUrl = await listen(storage, options.storageHost, options.storagePort);
	const addresses = { url: '', storageUrl };
	const simulator = buildSimulator({
		options,
		addresses,
		clock,
		journal,
		applications,
		faults,
		recordings,
		pushes,
		records,
		calls,
		sms,
		lock,
		servers: [server, storage],
	});
	registerControl(server, simulator, journal);
	registerPage(server);
	registerApiRoutes(server, { api, faults, journal, clock });
	addresses.url = await listen(server, options.host, options.port);
	return simulator;
}
