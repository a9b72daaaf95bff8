/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { BindingView } from '../modes/shared/mode';
import type { ApplicationView, SimulatorState } from '../control/simulator';
import { post, put, remove } from './client';
import { plain } from './format';
import { Copy, Field, Problem, Section, useAction } from './parts';

const statuses: Record<string, string> = {
	'5': 'normal',
	'9': 'paused',
	'10': 'unusable',
	'11': 'no new bindings',
};

const pushKinds = [
	['callEvent', 'Call events (呼叫状态接收地址)'],
	['callRecord', 'Call records (呼叫话单接收地址)'],
	['sms', 'SMS notification (短信通知地址)'],
	['smsControl', 'SMS control (短信控制地址)'],
	['numberStatus', 'Number status (X号码状态接收地址)'],
] as const;

/** Keys, numbers and their states of one application. */
function Application({ application }: { application: ApplicationView }): JSX.Element {
	const { problem, run } = useAction();
	const { appKey, appSecret, name, mode, numbers } = application;
	return (
		<details class="application">
			<summary>
				<b class="badge">{mode}</b> {name}{' '}
				<small>{numbers.length === 1 ? '1 number' : `${numbers.length} numbers`}</small>
			</summary>
			<p>
				APP_Key <Copy text={appKey} /> APP_Secret <Copy text={appSecret} />
			</p>
			<ul class="numbers">
				{numbers.map(({ number, areaCode, status }) => (
					<li key={number}>
						<Copy text={number} label={plain(number)} /> {areaCode}
						<select
							aria-label={`Status of ${plain(number)}`}
							value={status}
							onChange={(event) => {
								const change = { number, status: event.currentTarget.value };
								run(() => post('/number-status', change));
							}}
						>
							{Object.entries(statuses).map(([value, text]) => (
								<option key={value} value={value}>
									{text}
								</option>
							))}
						</select>
					</li>
				))}
			</ul>
			<Problem text={problem} />
		</details>
	);
}

/** The applications with everything that a credential or a workflow needs. */
export function Applications({ state }: { state: SimulatorState }): JSX.Element {
	return (
		<Section title="Applications" hint="Keys for the credential, numbers to dial; click to copy.">
			{state.applications.map((application) => (
				<Application key={application.appKey} application={application} />
			))}
		</Section>
	);
}

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

/** The body of a bind for two people, in the words of the mode. */
function bindBody(application: ApplicationView, a: string, b: string): object | undefined {
	const area = { areaCode: application.numbers[0]?.areaCode, areaMatchMode: '1' };
	switch (application.mode) {
		case 'AXB':
			return { callerNum: a, calleeNum: b, ...area };
		case 'AX':
			return { origNum: a, privateNumType: 'mobile-virtual', ...area };
		case 'AXE':
			return { bindNum: a, ...area };
		case 'AXYB':
			return { origNum: a, ...area };
		case 'X':
			return undefined;
	}
}

const members = ({ a, x, y, b, extension }: BindingView): string =>
	[a, extension === undefined ? x : `${plain(x)},${extension}`, y, b]
		.filter((number) => number !== undefined)
		.map(plain)
		.join(' – ');

/** The bindings that live, and a short way to a new one. */
export function Bindings({ state }: { state: SimulatorState }): JSX.Element {
	const { problem, run } = useAction();
	const bindable = state.applications.filter(({ mode }) => mode !== 'X');
	const [appKey, setAppKey] = useState(bindable[0]?.appKey ?? '');
	const bind = (): void => {
		const application = state.applications.find((candidate) => candidate.appKey === appKey);
		const a = localStorage.getItem('Phone 1 number') ?? '13800000021';
		const b = localStorage.getItem('Phone 2 number') ?? '13800000023';
		const body = application && bindBody(application, a, b);
		if (body) run(() => post('/bindings', { appKey, ...body }));
	};
	return (
		<Section
			title="Bindings"
			hint="Phone 1 becomes A, phone 2 becomes B. X mode has no bindings: your workflow decides each call."
		>
			<div class="row">
				<select
					aria-label="Application"
					value={appKey}
					onChange={(event) => {
						setAppKey(event.currentTarget.value);
					}}
				>
					{bindable.map((one) => (
						<option key={one.appKey} value={one.appKey}>
							{one.mode} {one.name}
						</option>
					))}
				</select>
				<button type="button" onClick={bind}>
					Bind the phones
				</button>
			</div>
			<Problem text={problem} />
			{state.bindings.length === 0 && <p class="empty">No binding.</p>}
			<ul class="bindings">
				{state.bindings.map((binding) => (
					<li key={`${binding.subscriptionId} ${binding.y ?? ''}`}>
						<b class="badge">{binding.mode}</b>
						<span>
							{members(binding)}
							<small>
								<Copy text={binding.subscriptionId} />
								{binding.expiresAt && ` until ${new Date(binding.expiresAt).toLocaleString()}`}
							</small>
						</span>
						<button
							type="button"
							aria-label={`Unbind ${members(binding)}`}
							onClick={() => {
								run(() => remove(`/bindings/${binding.subscriptionId}`));
							}}
						>
							Unbind
						</button>
					</li>
				))}
			</ul>
		</Section>
	);
}
