/// <reference lib="dom" />
import type { JSX } from 'preact';

import type { SimulatorState } from '../../control/simulator';
import { pretty, timeOfDay } from '../format';
import { useTexts } from '../language';
import { Copy, Section } from '../parts';

/** Messages that the page lists, the newest. */
const shown = 50;

/** The group that the robots write into, and where they are. */
export function GroupChat({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const { robots, robotMessages } = state;
	return (
		<Section title={say('robots')} hint={say('robotsHint')}>
			<details>
				<summary>{say('robotAddresses')}</summary>
				<dl class="robots">
					{robots.map(({ robot, url, secret }) => (
						<div key={robot}>
							<dt>{say(robot)}</dt>
							<dd>
								<Copy text={url} />
								{secret !== undefined && (
									<small>
										{say('robotSecret')} <Copy text={secret} />
									</small>
								)}
							</dd>
						</div>
					))}
				</dl>
			</details>
			{robotMessages.length === 0 && <p class="empty">{say('robotsEmpty')}</p>}
			<ol class="chat" aria-live="polite" aria-label={say('robots')}>
				{robotMessages
					.slice(-shown)
					.reverse()
					.map(({ id, robot, time, text, refusal, rawBody }) => (
						<li key={id} class={refusal === undefined ? '' : 'refused'}>
							<small>
								<b class={`badge ${robot}`}>{say(robot)}</b> <time>{timeOfDay(time)}</time>
							</small>
							{refusal !== undefined && (
								<p class="problem">{say('robotRefused', { reason: refusal })}</p>
							)}
							<p class="said">{text || pretty(rawBody)}</p>
						</li>
					))}
			</ol>
		</Section>
	);
}
