import { robotKinds } from '../config/robots';
import type { GuideEntry } from './guide';
import type { Simulator, SimulatorState } from './simulator';
import type { SimulatorParts } from './parts';

/** How many entries of each list the state shows. */
const latest = 200;

/** Everything that the page shows. */
export function stateOf(
	parts: SimulatorParts,
	simulator: Simulator,
	guide: readonly GuideEntry[],
): SimulatorState {
	const { options, addresses, applications } = parts;
	const urls = parts.group.addresses(addresses.url);
	return {
		...addresses,
		speed: options.speed,
		applications: applications.all.map(({ appKey, settings, numbers, pushUrls }) => ({
			appKey,
			appSecret: settings.appSecret,
			name: settings.name ?? appKey,
			mode: settings.mode,
			pushScheme: settings.pushScheme ?? 'aksk',
			pushUrls,
			numbers: numbers.all.map((number) => ({ ...number })),
		})),
		bindings: simulator.bindings(),
		faults: simulator.faults,
		behaviour: { ...parts.behaviour },
		calls: simulator.calls.slice(-latest),
		messages: simulator.messages.slice(-latest),
		requests: simulator.requests.slice(-latest),
		pushes: simulator.pushes.slice(-latest),
		robotMessages: simulator.robotMessages.slice(-latest),
		robots: robotKinds.map((robot) => ({
			robot,
			url: urls[robot],
			secret: options.robots[robot].secret,
		})),
		guide,
	};
}
