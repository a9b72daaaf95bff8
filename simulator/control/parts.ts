import type { Behaviour } from '../config/behaviour';
import type { FastifyInstance } from 'fastify';
import type { AddressLock } from '../api/addressLock';
import type { Applications } from '../applications/application';
import type { CallCentre } from '../calls/centre';
import type { CallRecords } from '../calls/records';
import type { ResolvedOptions } from '../config/options';
import type { Faults } from '../faults/faults';
import type { Pushes } from '../pushes/pushes';
import type { Recordings } from '../recordings/recordings';
import type { GroupChat } from '../robots/group';
import type { SmsCentre } from '../texts/centre';
import type { Clock } from '../wire/clock';
import type { Journal } from '../wire/journal';

/** The parts of a simulator. */
export interface SimulatorParts {
	options: ResolvedOptions;
	/** Changed in place: those who obey it look at it each time. */
	behaviour: Behaviour;
	routes: { clear: () => void };
	addresses: { url: string; storageUrl: string };
	clock: Clock;
	journal: Journal;
	applications: Applications;
	faults: Faults;
	recordings: Recordings;
	pushes: Pushes;
	records: CallRecords;
	calls: CallCentre;
	sms: SmsCentre;
	lock: AddressLock;
	group: GroupChat;
	servers: FastifyInstance[];
}
