import { closeApplications } from '../../platform/application';
import {
	startSimulator,
	type ModeName,
	type RecordedRequest,
	type Simulator,
	type SimulatorApplication,
	type SimulatorOptions,
} from '../../simulator';

/** Keys with which the simulator and the credential of every test agree. */
export const KEYS = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };

/** Privacy numbers of the tests' application. */
export const X1 = '+8617000000001';
export const X2 = '+8617000000002';

/** A platform with one application, and the credential for it. */
export interface Fixture {
	simulator: Simulator;
	credential: typeof KEYS & { baseUrl: string; authentication: string };
	/** Requests in the order of their arrival, each reduced to what tests compare. */
	sent(): Array<{ method: string; rawUrl: string; body: unknown }>;
	last(): RecordedRequest;
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
		async close() {
			await closeApplications();
			await simulator.close();
		},
	};
}

/** One platform for the tests of a file or a `describe`: empty at the start of each. */
export function sharedPlatform<F extends Fixture>(start: () => Promise<F>): F {
	let running: F | undefined;
	beforeAll(async () => {
		running = await start();
	});
	beforeEach(() => {
		running?.simulator.reset();
	});
	afterAll(async () => {
		await running?.close();
	});
	return new Proxy({} as F, {
		get(_, name) {
			if (!running) throw new Error('The platform starts with the first test.');
			return Reflect.get(running, name) as unknown;
		},
	});
}
