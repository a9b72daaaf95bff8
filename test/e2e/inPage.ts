/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Texts of the panel that do not fit into their place, and the panel itself where it scrolls. */
export function cutTexts(panel: Element): string[] {
	const isCut = ({ scrollWidth, clientWidth }: Element): boolean =>
		clientWidth > 0 && scrollWidth > clientWidth + 1;
	const cut = [...panel.querySelectorAll('*')].filter((element) => {
		const { overflowX, display } = getComputedStyle(element);
		return overflowX !== 'visible' && display !== 'inline' && isCut(element);
	});
	return (isCut(panel) ? [panel, ...cut] : cut).map((element) =>
		element instanceof HTMLInputElement
			? element.value || element.placeholder
			: (element.textContent ?? ''),
	);
}

/** First words of the notes whose text is higher than they are. */
export function overflowing(notes: Element[]): string[] {
	return notes
		.filter((note) =>
			[note, ...note.querySelectorAll('*')].some(
				({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 4,
			),
		)
		.map(({ textContent }) => (textContent ?? '').trim().slice(0, 40));
}
