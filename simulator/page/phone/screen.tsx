/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

import type { Call } from '../../calls/call';
import { clock, plain } from '../format';
import { LanguageContext, useTexts } from '../language';
import { causeIn } from '../words/causes';

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
export function Screen({ call, isCaller }: { call: Call; isCaller: boolean }): JSX.Element {
	const say = useTexts();
	const language = useContext(LanguageContext);
	const { state, times, cause } = call;
	const seconds = useSeconds(state === 'talking' ? times.answer : undefined);
	const isIncoming = !isCaller && state === 'ringing';
	const other = isCaller ? call.x : (call.shown ?? '');
	return (
		<div class={`screen ${state} ${isIncoming ? 'incoming' : ''}`} role="status">
			<strong>{plain(other)}</strong>
			<span>{say(isIncoming ? 'incoming' : state)}</span>
			{state === 'talking' && <span class="timer">{clock(seconds)}</span>}
			{state === 'ended' && cause && <span class="cause">{causeIn(language, cause)}</span>}
		</div>
	);
}
