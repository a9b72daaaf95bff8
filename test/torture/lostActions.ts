import type { Application } from '../../platform/application/application';
import * as ax from '../../platform/modes/ax';
import { bind as bindAx } from '../../platform/modes/axBind';
import * as axb from '../../platform/modes/axb';
import { bind as bindAxb } from '../../platform/modes/axbBind';
import { openRun } from '../../platform/client/run';
import type { Platform } from '../../platform/client/run';
import { PlatformError } from '../../platform/codes/errors';
import type { E164 } from '../../platform/wire/phoneNumber';
import type { BindingView, Simulator } from '../../simulator';

/** What the client said, held against what the platform holds. */
export type Verdict =
	| 'right'
	/** The client says that it is not done, and it is not. */
	| 'notDone'
	| 'doubleBinding'
	| 'falseFailure'
	| 'falseSuccess'
	/** The platform chose X, so that no query can tell. */
	| 'unknown'
	/** A query could have told, but each of its tries was cut. */
	| 'unknownCut'
	/** Nothing was cut, and yet nobody knows. */
	| 'unknownUncut'
	/** A change that may be repeated by hand: every try was cut. */
	| 'unanswered'
	/** Not done, or not known, although another try would have come through. */
	| 'gaveUp';

/** A person A, a person B and a privacy number, with nothing bound yet. */
export interface Scene {
	simulator: Simulator;
	application: Application;
	a: string;
	b: string;
	x: string;
	/** Bindings of A. */
	bindings(): BindingView[];
	/** How many connections are cut, at most. */
	cuts: number;
	/** From here on connections are cut as planned. */
	cut(): void;
	/** Whether anything was cut since. */
	wasCut(): boolean;
	/** Ends the cutting, and resolves when nothing is on its way any more. */
	settled(): Promise<void>;
}

/** Something that a workflow does. */
export interface Action {
	name: string;
	mode: 'AXB' | 'AX';
	run: (scene: Scene) => Promise<Verdict>;
}

/** How a binding is asked for, and whether a query could find it. */
type Bind = (platform: Platform, scene: Scene) => Promise<{ subscriptionId?: string }>;

/** How often everything that may be repeated is sent. */
const tries = 3;

/** Length of a call in minutes, before and after a change. */
const [before, after] = [10, 20];

const a = (scene: Scene) => scene.a as E164;
const b = (scene: Scene) => scene.b as E164;
const x = (scene: Scene) => scene.x as E164;

function bind(name: string, mode: Action['mode'], send: Bind, isFindable: boolean): Action {
	return {
		name,
		mode,
		async run(scene) {
			const { answer, error } = await attempt(scene, (platform) => send(platform, scene));
			const bound = scene.bindings();
			if (bound.length > 1) return 'doubleBinding';
			if (answer) {
				const isThere = bound[0]?.subscriptionId === answer.subscriptionId;
				return isThere ? 'right' : 'falseSuccess';
			}
			const isUnknown = error?.code === 'outcomeUnknown';
			if (isUnknown && !scene.wasCut()) return 'unknownUncut';
			if (!isUnknown && bound.length > 0) return 'falseFailure';
			if (!isFindable) return isUnknown ? 'unknown' : 'notDone';
			// A lost answer is cleared up by a look, which is repeated like every look.
			if (isUnknown) return scene.cuts > tries ? 'unknownCut' : 'gaveUp';
			return scene.cuts >= tries ? 'notDone' : 'gaveUp';
		},
	};
}

function change(name: string, mode: Action['mode'], send: Change, isDone: Done): Action {
	return {
		name,
		mode,
		async run(scene) {
			const { subscriptionId } = existing(scene, mode);
			const { answer, error } = await attempt(scene, (platform) =>
				send(platform, subscriptionId).then(() => true),
			);
			const done = isDone(scene.bindings());
			if (answer) return done ? 'right' : 'falseSuccess';
			if (!scene.wasCut()) return 'unknownUncut';
			if (scene.cuts < tries) return 'gaveUp';
			if (error?.outcome === 'lost') return 'unanswered';
			return done ? 'falseFailure' : 'notDone';
		},
	};
}

type Change = (platform: Platform, subscriptionId: string) => Promise<unknown>;
type Done = (bindings: BindingView[]) => boolean;

/** Runs with connections cut, and waits until late requests have arrived. */
async function attempt<T>(
	scene: Scene,
	act: (platform: Platform) => Promise<T>,
): Promise<{ answer?: T; error?: PlatformError }> {
	const platform = openRun(scene.application, { timeoutMs: 20_000 });
	scene.cut();
	try {
		return { answer: await act(platform) };
	} catch (error) {
		if (error instanceof PlatformError) return { error };
		throw error;
	} finally {
		await scene.settled();
	}
}

/** A binding that somebody else has made. */
function existing(scene: Scene, mode: Action['mode']): BindingView {
	const { appKey } = scene.application;
	const people =
		mode === 'AXB'
			? { callerNum: scene.a, calleeNum: scene.b, relationNum: scene.x }
			: { origNum: scene.a, privateNum: scene.x };
	scene.simulator.bind(appKey, { ...people, maxDuration: before });
	const [binding] = scene.bindings();
	if (!binding) throw new Error('The simulator has not bound.');
	return binding;
}

const isChanged: Done = ([binding]) => binding?.settings.maxDuration === after;
const isGone: Done = (bindings) => bindings.length === 0;

const area = { by: 'area', areaCode: '0755', areaMatchMode: '0' } as const;

/** Everything that is put to the test. */
export const actions: readonly Action[] = [
	bind(
		'AXB bind with X given',
		'AXB',
		async (platform, scene) =>
			(
				await bindAxb(platform, {
					callerNum: a(scene),
					calleeNum: b(scene),
					choose: { by: 'number', relationNum: x(scene) },
				})
			).binding,
		true,
	),
	bind(
		'AXB bind by area',
		'AXB',
		async (platform, scene) =>
			(await bindAxb(platform, { callerNum: a(scene), calleeNum: b(scene), choose: area })).binding,
		false,
	),
	bind(
		'AX bind with X given',
		'AX',
		async (platform, scene) =>
			(
				await bindAx(platform, {
					origNum: a(scene),
					choose: { by: 'number', privateNum: x(scene) },
				})
			).binding,
		true,
	),
	bind(
		'AX bind by area',
		'AX',
		async (platform, scene) =>
			(await bindAx(platform, { origNum: a(scene), choose: area })).binding,
		false,
	),
	change(
		'AXB update',
		'AXB',
		(platform, subscriptionId) => axb.modify(platform, subscriptionId, { maxDuration: after }),
		isChanged,
	),
	change(
		'AXB delete',
		'AXB',
		(platform, subscriptionId) => axb.unbind(platform, { subscriptionId }, false),
		isGone,
	),
	change(
		'AX update',
		'AX',
		(platform, subscriptionId) => ax.modify(platform, { subscriptionId }, { maxDuration: after }),
		isChanged,
	),
	change(
		'AX delete',
		'AX',
		(platform, subscriptionId) => ax.unbind(platform, { subscriptionId }, false),
		isGone,
	),
];
