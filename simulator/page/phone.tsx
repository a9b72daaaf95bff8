/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

import type { Call } from '../calls/call';
import type { SimulatorState } from '../control/simulator';
import { post } from './client';
import { clock, isSame, plain } from './format';
import { Messages } from './messages';
import { Field, Problem, useAction } from './parts';
import { useStored } from './state';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

const doing: Record<Call['state'], string> = {
	dialling: 'Dialling…',
	collecting: 'Key the extension, then #',
	deciding: 'The platform asks your workflow…',
	calling: 'Connecting…',
	ringing: 'Ringing…',
	talking: 'Connected',
	ended: 'Ended',
};

/** Seconds since a moment, counted while the component is shown. */
function useSeconds(since: number | undefined): number {
	const [now, setNow] = useState(Date.now());
	useEffect(() => {
		if (since === undefined) return undefined;
		const timer = setInterval(() => {
			setNow(Date.now());
		}, 250);
		return () => {
			clearInterval(timer);
		};
	}, [since]);
	return since === undefined ? 0 : (now - since) / 1000;
}

/** What the phone's screen says of its call. */
function Screen({ call, isCaller }: { call: Call; isCaller: boolean }): JSX.Element {
	const { state, times, cause } = call;
	const seconds = useSeconds(state === 'talking' ? times.answer : undefined);
	const isIncoming = !isCaller && state === 'ringing';
	const other = isCaller ? call.x : (call.shown ?? '');
	return (
		<div class={`screen ${state} ${isIncoming ? 'incoming' : ''}`} role="status">
			<strong>{plain(other)}</strong>
			<span>{isIncoming ? 'Incoming call' : doing[state]}</span>
			{state === 'talking' && <span class="timer">{clock(seconds)}</span>}
			{state === 'ended' && cause && (
				<span class="cause">
					{cause.ulFailReason === 0 ? '' : `${cause.ulFailReason} `}
					{cause.stateDesc}
				</span>
			)}
		</div>
	);
}

/** One phone: dials, answers, hangs up, keys digits, texts. */
export function Phone({
	name,
	initial,
	state,
}: {
	name: string;
	initial: string;
	state: SimulatorState;
}): JSX.Element {
	const [number, setNumber] = useStored(`${name} number`, initial);
	const [dialled, setDialled] = useState('');
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
		<section class="phone card" aria-label={name}>
			<h2>{name}</h2>
			<Field label="My number">
				<input
					value={number}
					inputMode="tel"
					list="people"
					onInput={(event) => {
						setNumber(event.currentTarget.value);
					}}
				/>
			</Field>
			{call && (isHere || call.state === 'ended') ? (
				<Screen call={call} isCaller={isCaller} />
			) : (
				<div class="screen" role="status">
					<span>Ready</span>
				</div>
			)}
			<Field label={isKeying ? 'Extension' : 'Number to dial or text (X)'}>
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
			<div class="keypad" role="group" aria-label="Keypad">
				{keys.map((key) => (
					<button
						type="button"
						key={key}
						onClick={() => {
							press(key);
						}}
					>
						{key}
					</button>
				))}
			</div>
			<div class="actions">
				{isRinging ? (
					<button
						type="button"
						class="go"
						onClick={() => {
							act('answer');
						}}
					>
						Answer
					</button>
				) : isKeying ? (
					<button type="button" class="go" onClick={sendDigits}>
						Send digits
					</button>
				) : (
					<button type="button" class="go" disabled={isHere || !dialled} onClick={dial}>
						Call
					</button>
				)}
				<button type="button" class="stop" disabled={!isHere} onClick={hangUp}>
					{isRinging ? 'Decline' : 'Hang up'}
				</button>
				<button
					type="button"
					aria-label="Delete last digit"
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
