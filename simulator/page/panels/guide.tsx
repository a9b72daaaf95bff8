/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';

import type { GuideEntry } from '../../control/guide';
import type { SimulatorState } from '../../control/simulator';
import { plain } from '../format';
import { LanguageContext, useTexts } from '../language';
import { Section } from '../parts';
import type { Language } from '../texts';

/** The part of a name that is in the page's language; examples have names in both. */
function nameIn(language: Language, name: string): string {
	const [, english, chinese] = /^(\P{Script=Han}+?)\s+(\p{Script=Han}.*)$/u.exec(name) ?? [];
	return (language === 'zh' ? chinese : english) ?? name;
}

/** What there is to try: what to do, what it starts, and where that can be seen. */
export function Guide({
	state,
	onNumber,
}: {
	state: SimulatorState;
	/** Puts a number into the first phone. */
	onNumber: (number: string) => void;
}): JSX.Element {
	const say = useTexts();
	const language = useContext(LanguageContext);
	const what = ({ does, number = '' }: GuideEntry): string =>
		does === 'order'
			? say('guideOrder')
			: say(does === 'dial' ? 'guideDial' : 'guideText', { number: plain(number) });
	const { guide } = state;
	if (guide.length === 0) {
		return (
			<Section title={say('guide')}>
				<p class="hint">{say('guideEmpty')}</p>
			</Section>
		);
	}
	return (
		<Section title={say('guide')} hint={say('guideHint')}>
			<ul class="guide">
				{guide.map((entry) => (
					<li key={`${entry.does} ${entry.number ?? ''} ${entry.link}`}>
						{entry.number === undefined ? (
							<a href="#order">{what(entry)}</a>
						) : (
							<button
								type="button"
								title={say('useNumber')}
								onClick={() => {
									onNumber(plain(entry.number ?? ''));
								}}
							>
								{what(entry)}
							</button>
						)}
						<span aria-hidden="true">→</span>
						<span>
							<span class="visually-hidden">{say('guideStarts')} </span>
							<a href={entry.link} target="_blank" rel="noreferrer">
								{nameIn(language, entry.starts)}
							</a>
						</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
