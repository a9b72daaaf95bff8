import { closeStores } from '../../platform/state/store';
import {
	startSimulator,
	type ModeName,
	type RecordedRequest,
	type Simulator,
	type SimulatorApplication,
	type SimulatorOptions,
} from '../../simulator';
import { shared } from '../shared';

/** Keys with which the simulator and the credential of every test agree. */
export const KEYS = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };

/** Privacy numbers of the tests' application. */
export const X1 = '+8617000000001';
export const X2 = '+8617000000002';

/** So many privacy numbers of one city, X1 and X2 first. */
export const numbers = (count: number): SimulatorApplication['numbers'] =>
	Array.from({ length: count }, (_, index) => ({
		number: `+861700000000${index + 1}`,
		areaCode: '0755',
	}));

/** What waiting for the platform may take on a busy machine, in milliseconds. */
const PATIENCE_MS = 60_000;

/** A platform with one application, and the credential for it. */
export interface Fixture {
	simulator: Simulator;
	credential: typeof KEYS & { baseUrl: string; authentication: string };
	/** Requests in the order of their arrival, each reduced to what tests compare. */
	sent(): Array<{ method: string; rawUrl: string; body: unknown }>;
	last(): RecordedRequest;
	/** Resolves when no call goes on any more, and every push had its first try. */
	idle(): Promise<void>;
	close(): Promise<void>;
}

/** Starts a simulator with one application of a mode, beside others that `options` may name. */
export async function startPlatform(
	mode: ModeName,
	application: Partial<SimulatorApplication> = {},
	options: Partial<SimulatorOptions> = {},
): Promise<Fixture> {
	const simulator = await startSimulator({
		speed: 1000,
		...options,
		timings: { blockTimeoutMs: PATIENCE_MS, ...options.timings },
		applications: [
			{
				...KEYS,
				mode,
				numbers: [
					{ number: X1, areaCode: '0755' },
					{ number: X2, areaCode: '010' },
				],
				...application,
			},
			...(options.applications ?? []),
		],
	});
	return {
		simulator,
		credential: { ...KEYS, baseUrl: simulator.url, authentication: 'aksk' },
		sent: () =>
			simulator.requests.map(({ method, rawUrl, rawBody }) => ({
				method,
				rawUrl,
				body: rawBody === '' ? undefined : (JSON.parse(rawBody) as unknown),
			})),
		last: () => {
			const request = simulator.requests.at(-1);
			if (!request) throw new Error('Nothing was sent.');
			return request;
		},
		idle: async () => {
			await simulator.waitForIdle({ timeoutMs: PATIENCE_MS });
		},
		async close() {
			await closeStores();
			await simulator.close();
		},
	};
}

/** One platform for the tests of a file or a `describe`: empty at the start of each. */
export function sharedPlatform<F extends Fixture>(start: () => Promise<F>): F {
	return shared({
		start,
		end: async (platform) => {
			await platform.close();
		},
		clear: ({ simulator }) => {
			simulator.reset();
		},
	});
}
