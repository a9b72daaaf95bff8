/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { ModeName } from '../config/applications';
import type { SampleKind, SampleResult } from '../samples/sample';
import { post } from './client';
import { pretty } from './format';
import { Field, Problem, Section, useAction } from './parts';
import { useStored } from './state';

const labels: Record<SampleKind, string> = {
	callin: 'callin',
	collectInfo: 'collectInfo (digits)',
	callout: 'callout',
	alerting: 'alerting',
	answer: 'answer',
	disconnect: 'disconnect',
	fee: 'fee (call record)',
	sms: 'SMS notification',
	smsBlock: 'SMS question (Block)',
	numStatus: 'number status',
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
	const [mode, setMode] = useState<ModeName>('AXB');
	const [kind, setKind] = useState<SampleKind>('callin');
	const [url, setUrl] = useStored('sample url', '');
	const [result, setResult] = useState<SampleResult>();
	const { problem, run } = useAction();
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
		<Section title="Sample push" hint="One signed push to any address, such as n8n's test URL.">
			<form onSubmit={submit}>
				<div class="row">
					<Field label="Mode">
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
					<Field label="Kind">
						<select
							value={chosen}
							onChange={(event) => {
								setKind(event.currentTarget.value as SampleKind);
							}}
						>
							{kinds.map((name) => (
								<option key={name} value={name}>
									{labels[name]}
								</option>
							))}
						</select>
					</Field>
					<Field label="Signature">
						<select name="scheme">
							<option value="aksk">X-AKSK</option>
							<option value="wsse">X-WSSE</option>
							<option value="url">X-AKSK, URL form</option>
						</select>
					</Field>
					{(chosen === 'fee' || chosen === 'numStatus') && (
						<Field label="How many">
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
				<Field label="Address">
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
				<button type="submit">Send sample</button>
				<Problem text={problem} />
			</form>
			{result && (
				<div role="status" class="result">
					<b>{result.status ?? result.error}</b> {result.answerBody ? 'with' : 'with an empty body'}
					{result.answerBody && <pre>{pretty(result.answerBody)}</pre>}
					<details>
						<summary>What was sent</summary>
						<pre>{pretty(result.body)}</pre>
					</details>
				</div>
			)}
		</Section>
	);
}
