import { Session, type Profiler } from 'node:inspector/promises';

/** Whose code a profiled moment was spent in. */
export type Owner = 'expressions' | 'engine' | 'package' | 'connections' | 'rest';

/** Files by owner, first match wins; what belongs to nobody counts for its caller. */
const OWNERS: ReadonlyArray<readonly [RegExp, Owner]> = [
	[/\/dist\/platform\/undici\.js$/, 'connections'],
	[/\/(?:dist\/)?(?:nodes\/PrivateNumber|nodes\/shared|platform\/|credentials\/)/, 'package'],
	[/\/(?:luxon|tournament|recast|ast-types|n8n-workflow)\//, 'expressions'],
	[/\/(?:n8n-core|@n8n)\//, 'engine'],
	[
		/^(?:node:internal\/(?:streams|stream_base|tls|net|http)|node:(?:net|tls|_tls|stream))/,
		'connections',
	],
];

/** Runs a task under the profiler and tells the share of each owner in the busy time. */
export async function sharesOf(task: () => Promise<unknown>): Promise<Record<Owner, number>> {
	const session = new Session();
	session.connect();
	try {
		await session.post('Profiler.enable');
		await session.post('Profiler.start');
		await task();
		const { profile } = await session.post('Profiler.stop');
		return shares(profile);
	} finally {
		session.disconnect();
	}
}

function shares(profile: Profiler.Profile): Record<Owner, number> {
	const owners = ownersOf(profile.nodes);
	const times: Record<Owner, number> = {
		expressions: 0,
		engine: 0,
		package: 0,
		connections: 0,
		rest: 0,
	};
	profile.samples?.forEach((id, index) => {
		const owner = owners.get(id);
		if (owner) times[owner] += profile.timeDeltas?.[index] ?? 0;
	});
	const busy = Object.values(times).reduce((sum, time) => sum + time, 0);
	return Object.fromEntries(
		Object.entries(times).map(([owner, time]) => [owner, time / busy]),
	) as Record<Owner, number>;
}

/** The owner of each place of the call tree; idle places have none. */
function ownersOf(nodes: readonly Profiler.ProfileNode[]): Map<number, Owner> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const owners = new Map<number, Owner>();
	const visit = (node: Profiler.ProfileNode, inherited: Owner): void => {
		const { functionName, url } = node.callFrame;
		if (functionName === '(idle)') return;
		const own = OWNERS.find(([pattern]) => pattern.test(url))?.[1] ?? inherited;
		owners.set(node.id, own);
		for (const id of node.children ?? []) {
			const child = byId.get(id);
			if (child) visit(child, own);
		}
	};
	const [root] = nodes;
	if (root) visit(root, 'rest');
	return owners;
}
