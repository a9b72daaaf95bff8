/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { presets } from '../faults/presets';
import type { Fault, FaultRequest } from '../faults/faults';
import type { SimulatorState } from '../control/simulator';
import { post, remove } from './client';
import { Problem, Section, useAction } from './parts';

/** The words of a fault that is on: those of the preset with most in common. */
function labelOf(fault: Fault): string {
	const isLike = (wanted: FaultRequest): boolean =>
		Object.entries(wanted).every(
			([name, value]) => JSON.stringify(fault[name as keyof Fault]) === JSON.stringify(value),
		);
	const like = presets.filter((preset) => isLike(preset.fault));
	like.sort((one, other) => Object.keys(other.fault).length - Object.keys(one.fault).length);
	return like[0]?.en ?? fault.kind;
}

/** Switches for what can go wrong. */
export function FaultSwitches({ state }: { state: SimulatorState }): JSX.Element {
	const [isOnce, setOnce] = useState(true);
	const { problem, run } = useAction();
	return (
		<Section title="Faults" hint="What shall go wrong with the API and the pushes?">
			<label class="check">
				<input
					type="checkbox"
					checked={isOnce}
					onChange={(event) => {
						setOnce(event.currentTarget.checked);
					}}
				/>
				once only
			</label>
			<div class="chips">
				{presets.map(({ en: label, fault }) => (
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
				<ul class="active" aria-label="Faults that are on" aria-live="polite">
					{state.faults.map((fault) => (
						<li key={fault.id}>
							<span>
								{labelOf(fault)}
								<small>
									{fault.times === undefined ? 'until switched off' : `${fault.times}×`}
									{fault.met > 0 && `, met ${fault.met}`}
								</small>
							</span>
							<button
								type="button"
								aria-label={`Switch off: ${labelOf(fault)}`}
								onClick={() => {
									run(() => remove(`/faults/${fault.id}`));
								}}
							>
								Switch off
							</button>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
