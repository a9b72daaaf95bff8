/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';

import type { Call } from '../../calls/call';
import type { SimulatorState } from '../../control/simulator';
import { plain, timeOfDay } from '../format';
import { LanguageContext, useTexts } from '../language';
import { Section } from '../parts';
import { causeIn } from '../words/causes';

/** Calls that the page lists, the newest first. */
const shown = 20;

const people = ({ caller, x, callee }: Call): string =>
	[caller, x, callee]
		.filter((number) => number !== undefined)
		.map(plain)
		.join(' → ');

/** The latest calls, how they ended, and what was recorded. */
export function Calls({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const language = useContext(LanguageContext);
	// The recording is there once the call record was pushed.
	const hasRecord = (call: Call): boolean =>
		state.pushes.some(({ event, body }) => event === 'fee' && body.includes(`"${call.sessionId}"`));
	return (
		<Section title={say('calls')}>
			{state.calls.length === 0 && <p class="empty">{say('callsEmpty')}</p>}
			<ol class="calls">
				{state.calls
					.slice(-shown)
					.reverse()
					.map((call) => (
						<li key={call.sessionId}>
							<time>{timeOfDay(new Date(call.times.callIn).toISOString())}</time>
							<span>
								{people(call)}
								<small>{call.cause ? causeIn(language, call.cause) : say(call.state)}</small>
								{call.recorded &&
									call.state === 'ended' &&
									(hasRecord(call) ? (
										<audio
											controls
											preload="none"
											aria-label={say('recordingOf', { call: people(call) })}
											src={`/sim/calls/${encodeURIComponent(call.sessionId)}/recording`}
										/>
									) : (
										<small>{say('recordingLater')}</small>
									))}
							</span>
						</li>
					))}
			</ol>
		</Section>
	);
}
