/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { ApplicationView, SimulatorState } from '../../control/simulator';
import { put } from '../client';
import { Confirm } from '../confirm';
import { useTexts } from '../language';
import { Field, Problem, Section, useAction } from '../parts';

const pushKinds = [
	['callEvent', 'callEvent'],
	['callRecord', 'callRecord'],
	['sms', 'smsAddress'],
	['smsControl', 'smsControl'],
	['numberStatus', 'numberStatus'],
] as const;

/** Addresses that an application pushes to, each once. */
const usedBy = ({ pushUrls }: ApplicationView): string[] => [
	...new Set(pushKinds.flatMap(([kind]) => pushUrls[kind] ?? [])),
];

/** Whether an application has this one address for every push. */
const hasOnly = ({ pushUrls }: ApplicationView, url: string): boolean =>
	pushKinds.every(([kind]) => (pushUrls[kind] ?? '') === url);

/** The address that every push of every application has; empty when they differ. */
function addressOfAll({ applications }: SimulatorState): string {
	const first = applications[0]?.pushUrls.callEvent ?? '';
	return applications.every((application) => hasOnly(application, first)) ? first : '';
}

/** Addresses as they were written into the form, and the application that they are for. */
interface Wish {
	urls: Record<string, string>;
	/** Empty: all. */
	appKey: string;
}

/** The console's push addresses; a change works at once, and asks before others are lost. */
export function PushAddresses({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const { problem, run } = useAction();
	const [appKey, setAppKey] = useState('');
	const [asked, setAsked] = useState<Wish>();
	const [isSaved, setSaved] = useState(false);
	const application = state.applications.find((candidate) => candidate.appKey === appKey);
	const all = asked?.urls.all ?? '';
	const changed = state.applications.filter((one) => !hasOnly(one, all));
	const isOne = changed.length === 1;
	const save = ({ urls, appKey: key }: Wish): void => {
		run(async () => {
			await put('/push-urls', { ...urls, ...(key && { appKey: key }) });
			setSaved(true);
		});
	};
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		setSaved(false);
		const urls: Record<string, string> = {};
		new FormData(event.currentTarget as HTMLFormElement).forEach((value, name) => {
			if (typeof value === 'string' && value !== '') urls[name] = value;
		});
		const wish = { urls, appKey };
		const loses = state.applications.some(
			(one) => usedBy(one).length > 0 && !hasOnly(one, urls.all ?? ''),
		);
		if (appKey === '' && loses) setAsked(wish);
		else save(wish);
	};
	return (
		<Section title={say('addresses')} hint={say('addressesHint')}>
			<form
				onSubmit={submit}
				key={appKey}
				onInput={() => {
					setSaved(false);
				}}
			>
				<Field label={say('application')}>
					<select
						value={appKey}
						onChange={(event) => {
							setAppKey(event.currentTarget.value);
						}}
					>
						<option value="">{say('allApplications')}</option>
						{state.applications.map((one) => (
							<option key={one.appKey} value={one.appKey}>
								{one.mode} {one.name}
							</option>
						))}
					</select>
				</Field>
				{application ? (
					pushKinds.map(([kind, label]) => (
						<Field key={kind} label={say(label)}>
							<input name={kind} type="url" defaultValue={application.pushUrls[kind] ?? ''} />
						</Field>
					))
				) : (
					<Field label={say('everyPush')}>
						<input
							name="all"
							type="url"
							placeholder="http://localhost:5678/webhook/…/private-number"
							defaultValue={addressOfAll(state)}
						/>
					</Field>
				)}
				<button type="submit">{say('saveAddresses')}</button>
				{isSaved && <span role="status">{say('saved')}</span>}
				<Problem text={problem} />
			</form>
			{asked && (
				<Confirm
					title={say('saveAsk')}
					onClose={() => {
						setAsked(undefined);
					}}
					actions={[
						{
							label: isOne ? say('saveIt') : say('saveAll', { count: changed.length }),
							isGrave: true,
							act: () => {
								save(asked);
							},
						},
					]}
				>
					<p>{say('saveLoses', { url: all || say('saveEmpty') })}</p>
					<ul class="changed">
						{changed.map((one) => (
							<li key={one.appKey}>
								<span>
									<b>
										{one.mode} {one.name}
									</b>
									{usedBy(one).map((url) => (
										<small key={url}>{url}</small>
									))}
								</span>
								{!isOne && (
									<button
										type="button"
										aria-label={`${say('saveOne')}: ${one.name}`}
										onClick={(event) => {
											event.currentTarget.closest('dialog')?.close();
											save({ urls: asked.urls, appKey: one.appKey });
										}}
									>
										{say('saveOne')}
									</button>
								)}
							</li>
						))}
					</ul>
				</Confirm>
			)}
		</Section>
	);
}
