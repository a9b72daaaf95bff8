/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { RingEnd } from '../../calls/scenarioEnds';
import { useTexts } from '../language';
import type { TextName } from '../texts';

/** Ways in which a ringing call ends without a talk. */
const ends: readonly [RingEnd, TextName][] = [
	['busy', 'endBusy'],
	['poweredOff', 'endOff'],
	['calleeRejects', 'endRefused'],
	['blockedByPhone', 'endBlocked'],
	['noAnswer', 'endNoAnswer'],
];

/** Whether somebody types: the focus is not to be taken from them. */
const isTyping = (): boolean => document.activeElement instanceof HTMLInputElement;

/**
 * What the called person can do while the phone rings. It stands before everything else of the phone,
 * so that few steps of the keyboard lead to it, and takes the focus when that is on no field.
 */
export function Ringing({
	onAnswer,
	onEnd,
}: {
	onAnswer: () => void;
	onEnd: (end: RingEnd) => void;
}): JSX.Element {
	const say = useTexts();
	const answer = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (!isTyping()) answer.current?.focus({ preventScroll: true });
	}, []);
	return (
		<div class="ringing">
			<div class="row">
				<button ref={answer} type="button" class="go" onClick={onAnswer}>
					{say('answer')}
				</button>
				<button
					type="button"
					class="stop"
					onClick={() => {
						onEnd('calleeRejects');
					}}
				>
					{say('decline')}
				</button>
			</div>
			<div class="chips" role="group" aria-label={say('ends')}>
				{ends.map(([end, label]) => (
					<button
						type="button"
						key={end}
						onClick={() => {
							onEnd(end);
						}}
					>
						{say(label)}
					</button>
				))}
			</div>
		</div>
	);
}
