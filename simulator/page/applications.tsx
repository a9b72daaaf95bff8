/// <reference lib="dom" />
import type { JSX } from 'preact';
import type { ApplicationView, SimulatorState } from '../control/simulator';
import { post } from './client';
import { plain } from './format';
import { Copy, Problem, Section, useAction } from './parts';

const statuses: Record<string, string> = {
	'5': 'normal',
	'9': 'paused',
	'10': 'unusable',
	'11': 'no new bindings',
};

/** Keys, numbers and their states of one application. */
function Application({ application }: { application: ApplicationView }): JSX.Element {
	const { problem, run } = useAction();
	const { appKey, appSecret, name, mode, numbers } = application;
	return (
		<details class="application">
			<summary>
				<b class="badge">{mode}</b> {name}{' '}
				<small>{numbers.length === 1 ? '1 number' : `${numbers.length} numbers`}</small>
			</summary>
			<p>
				APP_Key <Copy text={appKey} /> APP_Secret <Copy text={appSecret} />
			</p>
			<ul class="numbers">
				{numbers.map(({ number, areaCode, status }) => (
					<li key={number}>
						<Copy text={number} label={plain(number)} /> {areaCode}
						<select
							aria-label={`Status of ${plain(number)}`}
							value={status}
							onChange={(event) => {
								const change = { number, status: event.currentTarget.value };
								run(() => post('/number-status', change));
							}}
						>
							{Object.entries(statuses).map(([value, text]) => (
								<option key={value} value={value}>
									{text}
								</option>
							))}
						</select>
					</li>
				))}
			</ul>
			<Problem text={problem} />
		</details>
	);
}

/** The applications with everything that a credential or a workflow needs. */
export function Applications({ state }: { state: SimulatorState }): JSX.Element {
	return (
		<Section title="Applications" hint="Keys for the credential, numbers to dial; click to copy.">
			{state.applications.map((application) => (
				<Application key={application.appKey} application={application} />
			))}
		</Section>
	);
}
