import { Session, type Profiler } from 'node:inspector/promises';

/** Whose code a profiled moment was spent in, by the file it stands in; the first match wins. */
export type Owners<Owner extends string> = ReadonlyArray<readonly [RegExp, Owner]>;

/** Share of each owner in the busy time; what belongs to nobody, and to no caller, is the rest. */
export type Shares<Owner extends string> = Record<Owner | 'rest', number>;

/** A span of time on the clock of `process.hrtime`, in microseconds. */
export interface Span {
	from: number;
	to: number;
}

/** Runs a task under the profiler and tells the share of each owner in the busy time. */
export async function sharesOf<Owner extends string>(
	task: () => Promise<unknown>,
	owners: Owners<Owner>,
): Promise<Shares<Owner>> {
	const session = new Session();
	session.connect();
	try {
		await session.post('Profiler.enable');
		await session.post('Profiler.start');
		await task();
		const { profile } = await session.post('Profiler.stop');
		return sharesIn(profile, owners);
	} finally {
		session.disconnect();
	}
}

/** The share of each owner in a profile, or in a span of it. */
export function sharesIn<Owner extends string>(
	profile: Profiler.Profile,
	owners: Owners<Owner>,
	span: Span = { from: 0, to: Infinity },
): Shares<Owner> {
	const ownerOf = ownersOf(profile.nodes, owners);
	const names = [...owners.map(([, owner]) => owner), 'rest'] as const;
	const times = Object.fromEntries(names.map((name) => [name, 0])) as Shares<Owner>;
	let at = profile.startTime;
	profile.samples?.forEach((id, index) => {
		const delta = profile.timeDeltas?.[index] ?? 0;
		at += delta;
		const owner = ownerOf.get(id);
		if (owner && at >= span.from && at <= span.to) times[owner] += delta;
	});
	const busy = Object.values<number>(times).reduce((sum, time) => sum + time, 0);
	const shares = Object.entries<number>(times).map(([owner, time]) => [owner, time / busy]);
	return Object.fromEntries(shares) as Shares<Owner>;
}

/** The owner of each place of the call tree; idle places have none. */
function ownersOf<Owner extends string>(
	nodes: readonly Profiler.ProfileNode[],
	owners: Owners<Owner>,
): Map<number, Owner | 'rest'> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const found = new Map<number, Owner | 'rest'>();
	const visit = (node: Profiler.ProfileNode, inherited: Owner | 'rest'): void => {
		const { functionName, url } = node.callFrame;
		if (functionName === '(idle)') return;
		const own = owners.find(([pattern]) => pattern.test(url))?.[1] ?? inherited;
		found.set(node.id, own);
		for (const id of node.children ?? []) {
			const child = byId.get(id);
			if (child) visit(child, own);
		}
	};
	const [root] = nodes;
	if (root) visit(root, 'rest');
	return found;
}
