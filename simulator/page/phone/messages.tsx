/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { Sms } from '../../texts/sms';
import { post } from '../client';
import { isSame, plain, timeOfDay } from '../format';
import { useTexts } from '../language';
import type { Say } from '../language';
import { Problem, useAction } from '../parts';
import { texts } from '../texts';
import type { TextName } from '../texts';

/** What became of an SMS, in the words of sendResult. */
function fate({ state, sendResult = 5 }: Sms, say: Say): string {
	const name = `sms${sendResult}`;
	if (state === 'deciding') return say('smsWaits');
	return name in texts ? say(name as TextName) : String(sendResult);
}

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
	const say = useTexts();
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
			<ol aria-label={say('messages')} aria-live="polite">
				{mine.slice(-20).map((sms) => {
					const isOut = isSame(sms.from, number);
					return (
						<li key={sms.smsIdentifier} class={isOut ? 'out' : 'in'}>
							<span>{isOut ? sms.text : sms.deliveredText}</span>
							<small>
								{isOut
									? say('smsTo', { number: plain(sms.x), fate: fate(sms, say) })
									: say('smsFrom', { number: plain(sms.x) })}{' '}
								· {timeOfDay(sms.time)}
							</small>
						</li>
					);
				})}
			</ol>
			<form onSubmit={send}>
				<input
					aria-label={say('textMessage')}
					placeholder={say('textMessage')}
					value={text}
					onInput={(event) => {
						setText(event.currentTarget.value);
					}}
				/>
				{/* Enter in the field sends as well: one stop of Tab less on the way to the other phone. */}
				<button type="submit" tabIndex={-1} disabled={!text || !to}>
					{say('send')}
				</button>
			</form>
			<Problem text={problem} />
		</div>
	);
}
