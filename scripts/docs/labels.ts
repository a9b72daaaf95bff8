/** Labels of fields, choices, operations and nodes, with their Chinese, by their English. */
export type Labels = ReadonlyMap<string, ReadonlySet<string>>;

/** Keys under which a label stands in a description. */
const LABEL = /(?:^|\.)(?:displayName|name|action)$/;

/** The labels of descriptions of the same nodes in both languages. */
export function labelsOf(english: unknown, chinese: unknown): Labels {
	const found = new Map<string, Set<string>>();
	const translated = new Map(textsIn(chinese));
	for (const [way, en] of textsIn(english)) {
		const zh = translated.get(way);
		if (!LABEL.test(way) || zh === undefined) continue;
		for (const name of [en, withoutUnit(en)]) {
			found.set(name, (found.get(name) ?? new Set()).add(zh).add(withoutUnit(zh)));
		}
	}
	return found;
}

/** Every text of a value with the way to it. */
export function textsIn(value: unknown, way: readonly string[] = []): Array<[string, string]> {
	if (typeof value === 'string') return [[way.join('.'), value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...way, key]));
}

/** People leave out the unit of a field: "Longest Call (Minutes)". */
function withoutUnit(label: string): string {
	return label.replace(/ ?[(（][^)）]*[)）]$/, '');
}
