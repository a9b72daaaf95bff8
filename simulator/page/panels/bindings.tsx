/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { BindingView } from '../../modes/shared/mode';
import type { ApplicationView, SimulatorState } from '../../control/simulator';
import { post, remove } from '../client';
import { plain } from '../format';
import { useTexts } from '../language';
import { Copy, Problem, Section, useAction } from '../parts';

/** The body of a bind for two people, in the words of the mode. */
function bindBody(application: ApplicationView, a: string, b: string): object | undefined {
	const area = { areaCode: application.numbers[0]?.areaCode, areaMatchMode: '1' };
	switch (application.mode) {
		case 'AXB':
			return { callerNum: a, calleeNum: b, ...area };
		case 'AX':
			return { origNum: a, privateNumType: 'mobile-virtual', ...area };
		case 'AXE':
			return { bindNum: a, ...area };
		case 'AXYB':
			return { origNum: a, ...area };
		case 'X':
			return undefined;
	}
}

const members = ({ a, x, y, b, extension }: BindingView): string =>
	[a, extension === undefined ? x : `${plain(x)},${extension}`, y, b]
		.filter((number) => number !== undefined)
		.map(plain)
		.join(' – ');

/** Bindings that the page lists, the newest. */
const shown = 50;

/** The bindings that live, and a short way to a new one. */
export function Bindings({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const { problem, run } = useAction();
	const bindable = state.applications.filter(({ mode }) => mode !== 'X');
	const [appKey, setAppKey] = useState(bindable[0]?.appKey ?? '');
	const bind = (): void => {
		const application = state.applications.find((candidate) => candidate.appKey === appKey);
		const a = localStorage.getItem('Phone 1 number') ?? '13800000021';
		const b = localStorage.getItem('Phone 2 number') ?? '13800000023';
		const body = application && bindBody(application, a, b);
		if (body) run(() => post('/bindings', { appKey, ...body }));
	};
	return (
		<Section title={say('bindings')} hint={say('bindingsHint')}>
			<div class="row">
				<select
					aria-label={say('application')}
					value={appKey}
					onChange={(event) => {
						setAppKey(event.currentTarget.value);
					}}
				>
					{bindable.map((one) => (
						<option key={one.appKey} value={one.appKey}>
							{one.mode} {one.name}
						</option>
					))}
				</select>
				<button type="button" onClick={bind}>
					{say('bind')}
				</button>
			</div>
			<Problem text={problem} />
			{state.bindings.length === 0 && <p class="empty">{say('noBinding')}</p>}
			<ul class="bindings">
				{state.bindings.slice(-shown).map((binding) => (
					<li key={`${binding.subscriptionId} ${binding.y ?? ''}`}>
						<b class="badge">{binding.mode}</b>
						<span>
							{members(binding)}
							<small>
								<Copy text={binding.subscriptionId} />
								{binding.expiresAt &&
									` ${say('until', { time: new Date(binding.expiresAt).toLocaleString() })}`}
							</small>
						</span>
						<button
							type="button"
							aria-label={say('unbindOf', { members: members(binding) })}
							onClick={() => {
								run(() => remove(`/bindings/${binding.subscriptionId}`));
							}}
						>
							{say('unbind')}
						</button>
					</li>
				))}
			</ul>
			{state.bindings.length > shown && (
				<p class="empty">{say('more', { count: state.bindings.length - shown })}</p>
			)}
		</Section>
	);
}
