/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { FaultRequest } from '../faults/faults';
import type { SimulatorState } from '../control/simulator';
import { post, remove } from './client';
import { Problem, Section, useAction } from './parts';

/** Faults with the words of the button. */
const choices: readonly [label: string, fault: FaultRequest][] = [
	['500, internal error', { kind: 'internalError' }],
	['500 with HTML', { kind: 'htmlError' }],
	['502 from the gateway', { kind: 'badGateway' }],
	['No answer', { kind: 'hang' }],
	['Slow by 5 s', { kind: 'slow', delayMs: 5000 }],
	['Reset before acting', { kind: 'reset' }],
	['Lost answer', { kind: 'reset', acts: true }],
	['Cut in the answer', { kind: 'cutAnswer' }],
	['Truncated JSON', { kind: 'truncatedJson' }],
	['Redirect to nowhere', { kind: 'redirect' }],
	['Flow control 1010010', { kind: 'flowControl' }],
	['Throttled 1011006', { kind: 'trafficControl' }],
	['IP refused 1020166', { kind: 'ipNotAllowed' }],
	['Pushes twice', { kind: 'pushTwice' }],
	['Pushes late by 5 s', { kind: 'pushLate', delayMs: 5000 }],
	['Pushes out of order', { kind: 'pushOutOfOrder' }],
	['Pushes with a wrong signature', { kind: 'pushWrongSignature' }],
	['Pushes unsigned', { kind: 'pushUnsigned' }],
];

const labelOf = ({ kind, acts }: FaultRequest): string =>
	choices.find(([, fault]) => fault.kind === kind && fault.acts === acts)?.[0] ?? kind;

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
				{choices.map(([label, fault]) => (
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
