/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SimulatorState } from '../control/simulator';
import { put } from './client';
import { Field, Problem, Section, useAction } from './parts';

const pushKinds = [
	['callEvent', 'Call events (呼叫状态接收地址)'],
	['callRecord', 'Call records (呼叫话单接收地址)'],
	['sms', 'SMS notification (短信通知地址)'],
	['smsControl', 'SMS control (短信控制地址)'],
	['numberStatus', 'Number status (X号码状态接收地址)'],
] as const;

/** The address that every push of every application has; empty when they differ. */
function addressOfAll({ applications }: SimulatorState): string {
	const used = applications.flatMap(({ pushUrls }) => pushKinds.map(([kind]) => pushUrls[kind]));
	return (new Set(used).size === 1 && used[0]) || '';
}

/** The console's push addresses; here a change works at once. */
export function PushAddresses({ state }: { state: SimulatorState }): JSX.Element {
	const { problem, run } = useAction();
	const [appKey, setAppKey] = useState('');
	const application = state.applications.find((candidate) => candidate.appKey === appKey);
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		const form = new FormData(event.currentTarget as HTMLFormElement);
		const urls: Record<string, string> = {};
		form.forEach((value, name) => {
			if (typeof value === 'string' && value !== '') urls[name] = value;
		});
		run(() => put('/push-urls', { ...urls, ...(appKey && { appKey }) }));
	};
	return (
		<Section
			title="Push addresses"
			hint="As in the console, but a change works at once. Paste the trigger's production URL."
		>
			<form onSubmit={submit} key={appKey}>
				<Field label="Application">
					<select
						value={appKey}
						onChange={(event) => {
							setAppKey(event.currentTarget.value);
						}}
					>
						<option value="">all, one address for everything</option>
						{state.applications.map((one) => (
							<option key={one.appKey} value={one.appKey}>
								{one.mode} {one.name}
							</option>
						))}
					</select>
				</Field>
				{application ? (
					pushKinds.map(([kind, label]) => (
						<Field key={kind} label={label}>
							<input name={kind} type="url" defaultValue={application.pushUrls[kind] ?? ''} />
						</Field>
					))
				) : (
					<Field label="Address of every push">
						<input
							name="all"
							type="url"
							placeholder="http://localhost:5678/webhook/…/private-number"
							defaultValue={addressOfAll(state)}
						/>
					</Field>
				)}
				<button type="submit">Save addresses</button>
				<Problem text={problem} />
			</form>
		</Section>
	);
}
