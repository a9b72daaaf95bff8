/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';

import { presets } from '../../faults/presets';
import type { Fault, FaultRequest } from '../../faults/faults';
import type { SimulatorState } from '../../control/simulator';
import { post, remove } from '../client';
import { LanguageContext, useTexts } from '../language';
import { Problem, Section, useAction } from '../parts';
import type { Language } from '../texts';

/** The words of a fault that is on: those of the preset with most in common. */
function labelOf(fault: Fault, language: Language): string {
	const isLike = (wanted: FaultRequest): boolean =>
		Object.entries(wanted).every(
			([name, value]) => JSON.stringify(fault[name as keyof Fault]) === JSON.stringify(value),
		);
	const like = presets.filter((preset) => isLike(preset.fault));
	like.sort((one, other) => Object.keys(other.fault).length - Object.keys(one.fault).length);
	return like[0]?.[language] ?? fault.kind;
}

/** Switches for what can go wrong. */
export function FaultSwitches({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const language = useContext(LanguageContext);
	const [isOnce, setOnce] = useState(true);
	const { problem, run } = useAction();
	return (
		<Section title={say('faults')} hint={say('faultsHint')}>
			<label class="check">
				<input
					type="checkbox"
					checked={isOnce}
					onChange={(event) => {
						setOnce(event.currentTarget.checked);
					}}
				/>
				{say('onceOnly')}
			</label>
			<div class="chips">
				{presets.map(({ [language]: label, fault }) => (
					<button
						type="button"
						key={label}
						onClick={() => {
							run(() => post('/faults', isOnce ? { ...fault, times: 1 } : fault));
						}}
					>
						{label}
					</button>
				))}
			</div>
			<Problem text={problem} />
			{state.faults.length > 0 && (
				<ul class="active" aria-label={say('faultsOn')} aria-live="polite">
					{state.faults.map((fault) => (
						<li key={fault.id}>
							<span>
								{labelOf(fault, language)}
								<small>
									{fault.times === undefined ? say('untilOff') : `${fault.times}×`}
									{fault.met > 0 && ` · ${say('met', { count: fault.met })}`}
								</small>
							</span>
							<button
								type="button"
								aria-label={say('switchOffOf', { fault: labelOf(fault, language) })}
								onClick={() => {
									run(() => remove(`/faults/${fault.id}`));
								}}
							>
								{say('switchOff')}
							</button>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
