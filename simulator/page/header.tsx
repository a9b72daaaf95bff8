/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';

import type { SimulatorState } from '../control/simulator';
import { post } from './client';
import { Confirm } from './confirm';
import { LanguageContext, useTexts } from './language';
import { Copy, Problem, useAction } from './parts';
import type { Language } from './texts';

/** Each language in its own words: whoever reads the wrong one finds the way back. */
const languages: readonly [Language, string][] = [
	['zh', '中文'],
	['en', 'English'],
];

/** Title, base URL, language, and the way back to the start. */
export function Header({
	state,
	isConnected,
	onLanguage,
}: {
	state: SimulatorState;
	isConnected: boolean;
	onLanguage: (language: Language) => void;
}): JSX.Element {
	const say = useTexts();
	const language = useContext(LanguageContext);
	const [isAsking, setAsking] = useState(false);
	const { problem, run } = useAction();
	return (
		<header>
			<h1>{say('title')}</h1>
			<p>
				{say('baseUrl')} <Copy text={state.url} />
				{state.speed !== 1 && <small> {say('timeRuns', { speed: state.speed })}</small>}
			</p>
			<span class={isConnected ? 'live' : 'live off'} role="status">
				{say(isConnected ? 'live' : 'notLive')}
			</span>
			<div class="languages" role="group" aria-label={say('language')}>
				{languages.map(([value, name]) => (
					<button
						type="button"
						key={value}
						lang={value}
						aria-pressed={value === language}
						onClick={() => {
							onLanguage(value);
						}}
					>
						{name}
					</button>
				))}
			</div>
			<button
				type="button"
				onClick={() => {
					setAsking(true);
				}}
			>
				{say('startOver')}
			</button>
			<Problem text={problem} />
			{isAsking && (
				<Confirm
					title={say('startOverAsk')}
					onClose={() => {
						setAsking(false);
					}}
					actions={[
						{
							label: say('startOver'),
							isGrave: true,
							act: () => {
								run(() => post('/start-over'));
							},
						},
					]}
				>
					<p>
						{say('startOverLoses', {
							bindings: state.bindings.length,
							calls: state.calls.length,
							messages: state.messages.length,
						})}
					</p>
					<p>{say('startOverKeeps')}</p>
				</Confirm>
			)}
		</header>
	);
}
