/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { Sms } from '../texts/sms';
import { post } from './client';
import { isSame, plain, timeOfDay } from './format';
import { Problem, useAction } from './parts';

const fates: Record<number, string> = {
	0: 'delivered',
	1: 'not sent: account frozen',
	2: 'not sent: no binding',
	3: 'not sent: X suspended',
	4: 'not sent: application not commercial',
	5: 'not sent: internal',
	6: 'discarded by the workflow',
	7: 'discarded: no decision in time',
	8: 'not sent: blacklist',
	9: 'partly sent',
	10: 'not sent: all parts failed',
	11: 'not sent: X has no SMS',
	12: 'not sent: key word missing',
	13: 'not sent: forbidden word',
};

const fate = ({ state, sendResult = 5 }: Sms): string =>
	state === 'deciding' ? 'waits for the workflow…' : (fates[sendResult] ?? String(sendResult));

/** The SMS of one phone: what it wrote and what reached it. */
export function Messages({
	number,
	to,
	messages,
}: {
	number: string;
	to: string;
	messages: readonly Sms[];
}): JSX.Element {
	const [text, setText] = useState('');
	const { problem, run } = useAction();
	const mine = messages.filter(
		(sms) =>
			isSame(sms.from, number) ||
			(sms.deliveredText !== undefined && sms.to !== undefined && isSame(sms.to, number)),
	);
	const send = (event: Event): void => {
		event.preventDefault();
		run(async () => {
			await post('/sms', { from: number, to, text });
			setText('');
		});
	};
	return (
		<div class="messages">
			<ol aria-label="Messages" aria-live="polite">
				{mine.slice(-20).map((sms) => {
					const isOut = isSame(sms.from, number);
					return (
						<li key={sms.smsIdentifier} class={isOut ? 'out' : 'in'}>
							<span>{isOut ? sms.text : sms.deliveredText}</span>
							<small>
								{isOut ? `to ${plain(sms.x)}, ${fate(sms)}` : `from ${plain(sms.x)}`} ·{' '}
								{timeOfDay(sms.time)}
							</small>
						</li>
					);
				})}
			</ol>
			<form onSubmit={send}>
				<input
					aria-label="Text message"
					placeholder="Text message"
					value={text}
					onInput={(event) => {
						setText(event.currentTarget.value);
					}}
				/>
				<button type="submit" disabled={!text || !to}>
					Send
				</button>
			</form>
			<Problem text={problem} />
		</div>
	);
}
