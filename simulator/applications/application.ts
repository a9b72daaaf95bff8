import { resolvePushUrls } from '../config/applications';
import type { AgreedField, PushUrls, SimulatorApplication } from '../config/applications';
import type { Behaviour } from '../config/behaviour';
import type { ResolvedOptions } from '../config/options';
import { modes } from '../modes';
import type { ModeDefinition, ModeInstance } from '../modes/shared/mode';
import { openNumberPool } from '../modes/shared/numberPool';
import type { NumberPool } from '../modes/shared/numberPool';
import { refuse } from '../wire/refusals';

/** An application at run time. */
export interface Application {
	readonly appKey: string;
	readonly settings: SimulatorApplication;
	readonly mode: ModeDefinition;
	/** Bindings and what follows from them. */
	readonly state: ModeInstance;
	readonly numbers: NumberPool;
	/** Its own flow control; undefined: the common one. */
	readonly flowControl?: Behaviour['flowControl'];
	/** The console's push addresses. */
	pushUrls: PushUrls;
	/** Whether a field that needs an agreement with support is sent. */
	has(field: AgreedField): boolean;
}

/** All applications of the platform. */
export interface Applications {
	readonly all: readonly Application[];
	get(appKey: string): Application | undefined;
	/** The application that owns an X number. */
	owning(number: string): Application | undefined;
	/** Forgets bindings, number states and daily counts; push addresses stay. */
	reset(): void;
}

/** Counts binds of a number in a day of the platform (UTC). */
function openDailyCount(limit: number, now: () => number): (number: string) => void {
	const counts = new Map<string, number>();
	let today = '';
	return (number) => {
		const day = new Date(now()).toISOString().slice(0, 10);
		if (day !== today) counts.clear();
		today = day;
		const count = counts.get(number) ?? 0;
		if (count >= limit) throw refuse('tooManyBindsToday');
		counts.set(number, count + 1);
	};
}

function ownFlowControl({
	flowControl,
	requestsPerSecond: requests,
}: SimulatorApplication): Application['flowControl'] {
	if (flowControl !== undefined || requests === undefined) return flowControl;
	return { algorithm: 'slidingWindow', requests };
}

/** Opens one application; `isKnownNumber` tells whether any application owns an X number. */
export function openApplication(
	settings: SimulatorApplication,
	options: ResolvedOptions,
	now: () => number,
	isKnownNumber: (number: string) => boolean,
): Application {
	const mode: ModeDefinition = modes[settings.mode];
	const numbers = openNumberPool(settings.numbers);
	const agreed = settings.agreedFields ?? ['smsContent'];
	return {
		appKey: settings.appKey,
		settings,
		mode,
		numbers,
		state: mode.open({
			application: settings,
			numbers,
			options,
			isKnownNumber,
			countBind: openDailyCount(options.limits.bindsPerNumberPerDay, now),
			now,
		}),
		flowControl: ownFlowControl(settings),
		pushUrls: resolvePushUrls(settings.pushUrls),
		has: (field) => agreed.includes(field),
	};
}

/** Opens every application of the options. */
export function openApplications(options: ResolvedOptions, now: () => number): Applications {
	let all: Application[] = [];
	const owning = (number: string): Application | undefined =>
		all.find(({ numbers }) => numbers.get(number) !== undefined);
	const openAll = (): void => {
		all = options.applications.map((settings) =>
			openApplication(settings, options, now, (number) => owning(number) !== undefined),
		);
	};
	openAll();
	return {
		get all() {
			return all;
		},
		get: (appKey) => all.find((application) => application.appKey === appKey),
		owning,
		reset() {
			const before = all;
			openAll();
			all.forEach((application, index) => {
				application.pushUrls = before[index]?.pushUrls ?? application.pushUrls;
			});
		},
	};
}
