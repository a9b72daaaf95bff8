import { playgroundApplications } from '../../simulator/defaults';
import { shared } from '../shared';
import { sharedPlayground } from './shared';
import { assistant } from './templates/assistant';
import { badInput } from './templates/badInput';
import { bulk } from './templates/bulk';
import { calls } from './templates/calls';
import { desks } from './templates/desks';
import { fullTable, smallTables } from './templates/fullTable';
import { numbers } from './templates/numbers';
import { orders } from './templates/orders';
import { report } from './templates/report';
import { robots } from './templates/robotSuite';
import { samples } from './templates/samples';
import { startStandIn } from './templates/standIn';
import { makeWorld } from './templates/world';

describe('the example workflows in a real n8n', () => {
	const playground = sharedPlayground({
		examples: [],
		environment: smallTables,
		simulator: { applications: playgroundApplications, speed: 50 },
	});
	const standIn = shared({ start: startStandIn, end: (running) => running.close() });
	const world = makeWorld(playground, standIn);

	afterEach(() => {
		playground.simulator.reset();
		standIn.clear();
	});

	samples(world);
	orders(world);
	calls(world);
	robots(world);
	numbers(world);
	report(world);
	desks(world);
	assistant(world);
	badInput(world);
	fullTable(world);
	bulk(world);
});
