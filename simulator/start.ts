import { openConnections } from './http/connections';
import { openRandom } from './wire/random';
import { openAddressLock } from './api/addressLock';
import { openApi } from './api/api';
import { registerApiRoutes } from './api/routes';
import { openApplications } from './applications/application';
import { openCallCentre } from './calls/centre';
import { openCallRecords } from './calls/records';
import { resolveOptions } from './config/options';
import type { SimulatorOptions } from './config/options';
import { registerPage } from './control/pageRoutes';
import { registerControl } from './control/routes';
import { buildSimulator } from './control/running';
import type { Simulator } from './control/simulator';
import { openFaults } from './faults/faults';
import { openPushes } from './pushes/pushes';
import { openGroupChat } from './robots/group';
import { openRecordings } from './recordings/recordings';
import { openStorageServer } from './recordings/storage';
import { openSmsCentre } from './texts/centre';
import { startClock } from './wire/clock';
import { openJournal } from './wire/journal';
import { listen, openServer } from './http/server';

/**
 * Starts the other side of the platform: API, pushes, phones, recordings and control API on one port,
 * the storage host on another.
 */
export async function startSimulator(given: SimulatorOptions): Promise<Simulator> {
	const options = resolveOptions(given);
	const clock = startClock(options.speed);
	const journal = openJournal();
	const random = openRandom(options.seed);
	const behaviour = { ...options.behaviour };
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
		behaviour,
		calls,
		recordings,
		now: clock.now,
		changed() {
			journal.tell('bindings', {});
		},
	});

	const { tls } = options;
	const storage = openStorageServer({ recordings, clock, faults, journal, tls });
	const server = openServer(tls);
	const group = openGroupChat(server, options.robots, clock, journal);
	const connections = openConnections(behaviour, clock, random);
	storageUrl = await listen(storage, options.storageHost, options.storagePort);
	const addresses = { url: '', storageUrl };
	const routes = registerApiRoutes(server, { api, connections, faults, journal, clock, random });
	const simulator = buildSimulator({
		options,
		behaviour,
		routes,
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
		group,
		servers: [server, storage],
	});
	registerControl(server, simulator, journal);
	registerPage(server);
	addresses.url = await listen(server, options.host, options.port);
	return simulator;
}
