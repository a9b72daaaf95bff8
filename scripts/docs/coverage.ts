/** What is wrong with the docs: one sentence each, in the order of the pages. */
export type Findings = string[];

/**
 * Pages to which no chain of links leads from the first one.
 *
 * @param linksOf pages that a page links to
 */
export function unreachablePages(
	pages: readonly string[],
	first: string,
	linksOf: (page: string) => readonly string[],
): Findings {
	const reached = new Set<string>();
	const waiting = [first];
	for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
		if (reached.has(page)) continue;
		reached.add(page);
		waiting.push(...linksOf(page).filter((target) => pages.includes(target)));
	}
	return pages
		.filter((page) => !reached.has(page))
		.map((page) => `${page} cannot be reached from ${first}: link it somewhere.`);
}

/** Names of the fields that the types of events have. */
export function fieldsOfTypes(source: string): string[] {
	return [...source.matchAll(/^\t(\w+)\??: .*;$/gm)].map(([, name]) => name ?? '');
}

/** Fields of events that the page on events does not name. */
export function undocumentedFields(fields: readonly string[], page: string): Findings {
	return [...new Set(fields)]
		.filter((field) => !page.includes(`\`${field}\``) && !page.includes(`.${field}\``))
		.map((field) => `docs/events.md does not name the field ${field} of the trigger's items.`);
}
