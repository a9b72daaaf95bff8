/// <reference lib="dom" />
import type { JSX } from 'preact';
import type { ApplicationView, SimulatorState } from '../../control/simulator';
import { post } from '../client';
import { plain } from '../format';
import { useTexts } from '../language';
import { Copy, Problem, Section, useAction } from '../parts';

const statuses = ['5', '9', '10', '11'] as const;

/** Numbers of an application that the page lists. */
const shown = 100;

/** Keys, numbers and their states of one application. */
function Application({ application }: { application: ApplicationView }): JSX.Element {
	const say = useTexts();
	const { problem, run } = useAction();
	const { appKey, appSecret, name, mode, numbers } = application;
	return (
		<details class="application">
			<summary>
				<b class="badge">{mode}</b> {name}{' '}
				<small>
					{numbers.length === 1 ? say('number') : say('numbers', { count: numbers.length })}
				</small>
			</summary>
			<p class="keys">
				<span>
					APP_Key <Copy text={appKey} />
				</span>
				<span>
					APP_Secret <Copy text={appSecret} />
				</span>
			</p>
			<ul class="numbers">
				{numbers.slice(0, shown).map(({ number, areaCode, status }) => (
					<li key={number}>
						<Copy text={number} label={plain(number)} /> {areaCode}
						<select
							aria-label={say('statusOf', { number: plain(number) })}
							value={status}
							onChange={(event) => {
								const change = { number, status: event.currentTarget.value };
								run(() => post('/number-status', change));
							}}
						>
							{statuses.map((value) => (
								<option key={value} value={value}>
									{say(`status${value}`)}
								</option>
							))}
						</select>
					</li>
				))}
			</ul>
			{numbers.length > shown && (
				<p class="empty">{say('more', { count: numbers.length - shown })}</p>
			)}
			<Problem text={problem} />
		</details>
	);
}

/** The applications with everything that a credential or a workflow needs. */
export function Applications({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	return (
		<Section title={say('applications')} hint={say('applicationsHint')}>
			{state.applications.map((application) => (
				<Application key={application.appKey} application={application} />
			))}
		</Section>
	);
}
