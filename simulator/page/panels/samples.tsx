/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { ModeName } from '../../config/applications';
import type { SampleKind, SampleResult } from '../../samples/sample';
import { post } from '../client';
import { pretty } from '../format';
import { useTexts } from '../language';
import { Field, Problem, Section, useAction } from '../parts';
import { useStored } from '../state';
import type { TextName } from '../texts';

/** Kinds whose name alone says too little. */
const labels: Partial<Record<SampleKind, TextName>> = {
	collectInfo: 'sampleDigits',
	fee: 'sampleFee',
	sms: 'sampleSms',
	smsBlock: 'sampleBlock',
	numStatus: 'sampleStatus',
};

const events: readonly SampleKind[] = [
	'callin',
	'callout',
	'alerting',
	'answer',
	'disconnect',
	'fee',
];

/** Pushes that a mode has. */
const kindsOf: Record<ModeName, readonly SampleKind[]> = {
	AXB: [...events, 'sms', 'numStatus'],
	AX: [...events, 'sms', 'smsBlock', 'numStatus'],
	AXE: [...events, 'collectInfo', 'numStatus'],
	AXYB: [...events, 'numStatus'],
	X: [...events, 'sms', 'smsBlock', 'numStatus'],
};

/** Sends one signed sample push to any address, for n8n's test URL that listens once. */
export function Samples(): JSX.Element {
	const say = useTexts();
	const [mode, setMode] = useState<ModeName>('AXB');
	const [kind, setKind] = useState<SampleKind>('callin');
	const [url, setUrl] = useStored('sample url', '');
	const [result, setResult] = useState<SampleResult>();
	const { problem, run } = useAction();
	const labelOf = (name: SampleKind): string => {
		const label = labels[name];
		return label ? say(label) : name;
	};
	const kinds = kindsOf[mode];
	const chosen = kinds.includes(kind) ? kind : 'callin';
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		const form = new FormData(event.currentTarget as HTMLFormElement);
		const count = Number(form.get('count'));
		const scheme = form.get('scheme');
		setResult(undefined);
		run(async () => {
			const order = { mode, kind: chosen, url, ...(count > 1 && { count }), scheme };
			setResult((await post('/samples', order)) as SampleResult);
		});
	};
	return (
		<Section title={say('sample')} hint={say('sampleHint')}>
			<form onSubmit={submit}>
				<div class="row">
					<Field label={say('mode')}>
						<select
							value={mode}
							onChange={(event) => {
								setMode(event.currentTarget.value as ModeName);
							}}
						>
							{Object.keys(kindsOf).map((name) => (
								<option key={name}>{name}</option>
							))}
						</select>
					</Field>
					<Field label={say('kind')}>
						<select
							value={chosen}
							onChange={(event) => {
								setKind(event.currentTarget.value as SampleKind);
							}}
						>
							{kinds.map((name) => (
								<option key={name} value={name}>
									{labelOf(name)}
								</option>
							))}
						</select>
					</Field>
					<Field label={say('signature')}>
						<select name="scheme">
							<option value="aksk">X-AKSK</option>
							<option value="wsse">X-WSSE</option>
							<option value="url">{say('urlForm')}</option>
						</select>
					</Field>
					{(chosen === 'fee' || chosen === 'numStatus') && (
						<Field label={say('howMany')}>
							<input
								name="count"
								type="number"
								min="1"
								max={chosen === 'fee' ? 50 : 100}
								defaultValue="1"
							/>
						</Field>
					)}
				</div>
				<Field label={say('address')}>
					<input
						type="url"
						required
						placeholder="http://localhost:5678/webhook-test/…/private-number"
						value={url}
						onInput={(event) => {
							setUrl(event.currentTarget.value);
						}}
					/>
				</Field>
				<button type="submit">{say('sendSample')}</button>
				<Problem text={problem} />
			</form>
			{result && (
				<div role="status" class="result">
					<b>{result.status ?? result.error}</b>{' '}
					{say(result.answerBody ? 'withBody' : 'withoutBody')}
					{result.answerBody && <pre>{pretty(result.answerBody)}</pre>}
					<details>
						<summary>{say('wasSent')}</summary>
						<pre>{pretty(result.body)}</pre>
					</details>
				</div>
			)}
		</Section>
	);
}
