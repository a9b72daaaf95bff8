/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { SimulatorState } from '../../control/simulator';
import type { PushAttempt } from '../../pushes/push';
import { post } from '../client';
import { pretty } from '../format';
import { useTexts } from '../language';
import { Field, Problem, Section, useAction } from '../parts';
import { useStored } from '../state';
import type { TextName } from '../texts';

/** Fields of an order, with what they hold at first. */
const fields: readonly [name: string, label: TextName, initial: string][] = [
	['orderId', 'orderId', 'A-1001'],
	['customerPhone', 'customer', '13800000021'],
	['driverPhone', 'driver', '13800000023'],
	['areaCode', 'area', '0755'],
];

/** Sends an order to the webhook of an example, as the server of a shop would. */
export function Order({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const { problem, run } = useAction();
	const [typed, setTyped] = useStored('order url', '');
	const [result, setResult] = useState<PushAttempt>();
	const [isSending, setSending] = useState(false);
	const url = typed || (state.guide.find(({ does }) => does === 'order')?.url ?? '');
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		const form = new FormData(event.currentTarget as HTMLFormElement);
		const body = Object.fromEntries(fields.map(([name]) => [name, form.get(name)]));
		setResult(undefined);
		setSending(true);
		run(async () => {
			try {
				setResult((await post('/orders', { url, body })) as PushAttempt);
			} finally {
				setSending(false);
			}
		});
	};
	return (
		<Section title={say('order')} hint={say('orderHint')} id="order">
			<form onSubmit={submit}>
				<Field label={say('orderUrl')}>
					<input
						type="url"
						required
						placeholder="http://localhost:5678/webhook/…/orders"
						value={url}
						onInput={(event) => {
							setTyped(event.currentTarget.value);
						}}
					/>
				</Field>
				<div class="row">
					{fields.map(([name, label, initial]) => (
						<Field key={name} label={say(label)}>
							<input name={name} required defaultValue={initial} />
						</Field>
					))}
				</div>
				<button type="submit" disabled={isSending}>
					{say('orderSend')}
				</button>
				<Problem text={problem} />
			</form>
			{result && (
				<div role="status" class="result">
					<b>{result.status ?? result.error}</b>{' '}
					{say(result.answerBody ? 'withBody' : 'withoutBody')}
					{result.answerBody && <pre>{pretty(result.answerBody)}</pre>}
				</div>
			)}
		</Section>
	);
}
