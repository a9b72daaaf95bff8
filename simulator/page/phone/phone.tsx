/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

import type { SimulatorState } from '../../control/simulator';
import { post } from '../client';
import { isSame } from '../format';

import { useTexts } from '../language';
import { Field, Problem, useAction } from '../parts';
import { useStored } from '../state';
import { Messages } from './messages';
import { Ringing } from './ringing';
import { Screen } from './screen';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** One phone: dials, answers, hangs up, keys digits, texts. */
export function Phone({
	index,
	initial,
	dialled,
	setDialled,
	state,
}: {
	index: 1 | 2;
	initial: string;
	/** Number in the field to dial, which other parts of the page fill as well. */
	dialled: string;
	setDialled: (dialled: string) => void;
	state: SimulatorState;
}): JSX.Element {
	const say = useTexts();
	const [number, setNumber] = useStored(`Phone ${index} number`, initial);
	const { problem, run } = useAction();
	const mine = state.calls.filter(
		(call) => isSame(call.caller, number) || (call.callee && isSame(call.callee, number)),
	);
	const call = mine.filter(({ state: now }) => now !== 'ended').at(-1) ?? mine.at(-1);
	const isCaller = call !== undefined && isSame(call.caller, number);
	// A callee knows nothing of a call before its phone rings.
	const isHere =
		call !== undefined &&
		call.state !== 'ended' &&
		(isCaller || call.state === 'ringing' || call.state === 'talking');
	const isRinging = isHere && !isCaller && call.state === 'ringing';
	const isKeying = isHere && isCaller && call.state === 'collecting';

	const act = (action: string, body?: object): void => {
		if (!call) return;
		run(() => post(`/calls/${encodeURIComponent(call.sessionId)}/${action}`, body));
	};
	const dial = (): void => {
		run(() => post('/calls', { caller: number, called: dialled, interactive: true }));
	};
	const hangUp = (): void => {
		act('hangUp', { by: isCaller ? 'caller' : 'callee' });
	};
	const sendDigits = (): void => {
		act('digits', { digits: dialled });
		setDialled('');
	};
	const press = (key: string): void => {
		if (isKeying && key === '#') sendDigits();
		else setDialled(dialled + key);
	};
	const onKey = (event: KeyboardEvent): void => {
		if (event.key === 'Escape' && isHere) hangUp();
		if (event.key !== 'Enter') return;
		event.preventDefault();
		if (isRinging) act('answer');
		else if (isKeying) sendDigits();
		else if (!isHere && dialled) dial();
	};

	// The digits keyed for one purpose are not those of the next. Before paint, or it would eat the
	// first digits of a quick typist.
	useLayoutEffect(() => {
		if (isKeying) setDialled('');
	}, [isKeying]);

	return (
		<section class="phone card" aria-label={say('phone', { index })}>
			<h2>{say('phone', { index })}</h2>
			{call && (isHere || call.state === 'ended') ? (
				<Screen call={call} isCaller={isCaller} />
			) : (
				<div class="screen" role="status">
					<span>{say('ready')}</span>
				</div>
			)}
			{isRinging && (
				<Ringing
					onAnswer={() => {
						act('answer');
					}}
					onEnd={(scenario) => {
						act('end', { scenario });
					}}
				/>
			)}
			<Field label={say('myNumber')}>
				<input
					value={number}
					inputMode="tel"
					list="people"
					// A phone keeps its number while it is in a call; one stop of Tab less as well.
					disabled={isHere}
					onInput={(event) => {
						setNumber(event.currentTarget.value);
					}}
				/>
			</Field>
			<Field label={say(isKeying ? 'extension' : 'toDial')}>
				<input
					value={dialled}
					inputMode="tel"
					list="x-numbers"
					onKeyDown={onKey}
					onInput={(event) => {
						setDialled(event.currentTarget.value);
					}}
				/>
			</Field>
			<div class="keypad" role="group" aria-label={say('keypad')}>
				{keys.map((key) => (
					<button
						type="button"
						key={key}
						// The field above takes digits from the keyboard: twelve stops less.
						tabIndex={-1}
						onClick={() => {
							press(key);
						}}
					>
						{key}
					</button>
				))}
			</div>
			<div class="actions">
				{isKeying ? (
					<button type="button" class="go" onClick={sendDigits}>
						{say('sendDigits')}
					</button>
				) : (
					<button type="button" class="go" disabled={isHere || !dialled} onClick={dial}>
						{say('call')}
					</button>
				)}
				<button type="button" class="stop" disabled={!isHere || isRinging} onClick={hangUp}>
					{say('hangUp')}
				</button>
				<button
					type="button"
					tabIndex={-1}
					aria-label={say('deleteDigit')}
					onClick={() => {
						setDialled(dialled.slice(0, -1));
					}}
				>
					⌫
				</button>
			</div>
			<Problem text={problem} />
			<Messages number={number} to={dialled} messages={state.messages} />
		</section>
	);
}
