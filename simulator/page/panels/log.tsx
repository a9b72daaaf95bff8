/// <reference lib="dom" />
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { SimulatorState } from '../../control/simulator';
import type { PushRecord } from '../../pushes/push';
import type { RecordedRequest } from '../../wire/journal';
import { pretty, timeOfDay } from '../format';
import { useTexts } from '../language';
import type { Say } from '../language';
import { Section } from '../parts';

/** One line of the log, of either direction. */
interface Entry {
	key: string;
	time: string;
	isPush: boolean;
	title: string;
	detail: string;
	outcome: string;
	isGood: boolean;
	parts: readonly [title: string, text: string][];
}

const signatureOf = (headers: RecordedRequest['headers']): string =>
	['authorization', 'x-aksk', 'x-wsse', 'content-type']
		.filter((name) => headers[name] !== undefined)
		.map((name) => `${name}: ${String(headers[name])}`)
		.join('\n');

function requestEntry(request: RecordedRequest, say: Say): Entry {
	const { id, time, method, path, rawUrl, status, fault } = request;
	const code = /"resultcode":"(\d+)"/.exec(request.answerBody ?? '')?.[1];
	return {
		key: `r${id}`,
		time,
		isPush: false,
		title: request.operation ?? `${method} ${path}`,
		detail: [request.appKey, fault && say('faultMet', { fault })].filter(Boolean).join(' · '),
		outcome: status === undefined ? '…' : `${status}${code && code !== '0' ? ` ${code}` : ''}`,
		isGood: status !== undefined && status < 400,
		parts: [
			[say('request'), `${method} ${decodeURIComponent(rawUrl)}`],
			[say('headers'), signatureOf(request.headers)],
			[say('body'), pretty(request.rawBody)],
			[say('reply'), pretty(request.answerBody ?? '')],
		],
	};
}

function pushEntry(push: PushRecord, say: Say): Entry {
	const last = push.attempts.at(-1);
	const tries = push.attempts.length;
	const outcome = last ? String(last.status ?? say('noReply')) : '…';
	return {
		key: `p${push.id}`,
		time: push.attempts[0]?.at ?? new Date().toISOString(),
		isPush: true,
		title: `${push.mode} ${push.event}${push.isBlock ? ' (Block)' : ''}`,
		detail: [push.url, tries > 1 && say('tries', { count: tries }), last?.error]
			.filter(Boolean)
			.join(' · '),
		outcome,
		isGood: push.state === 'delivered',
		parts: [
			[say('headers'), signatureOf(push.headers)],
			[say('body'), pretty(push.body)],
			...push.attempts.map(({ at, status, answerBody, error }): [string, string] => [
				say('replyOf', { time: timeOfDay(at) }),
				`${status ?? ''} ${error ?? ''}\n${pretty(answerBody ?? '')}`.trim(),
			]),
		],
	};
}

const kinds = [
	['all', 'logAll'],
	['api', 'logApi'],
	['push', 'logPush'],
] as const;

/** What went over the wire, newest first, with bodies and answers. */
export function Log({ state }: { state: SimulatorState }): JSX.Element {
	const say = useTexts();
	const [kind, setKind] = useState<(typeof kinds)[number][0]>('all');
	const entries = [
		...(kind === 'push' ? [] : state.requests.map((one) => requestEntry(one, say))),
		...(kind === 'api' ? [] : state.pushes.map((one) => pushEntry(one, say))),
	].sort((one, other) => other.time.localeCompare(one.time));
	return (
		<Section title={say('log')} class="log">
			<div class="row" role="group" aria-label={say('logShown')}>
				{kinds.map(([value, label]) => (
					<button
						type="button"
						key={value}
						aria-pressed={kind === value}
						onClick={() => {
							setKind(value);
						}}
					>
						{say(label)}
					</button>
				))}
			</div>
			{entries.length === 0 && <p class="empty">{say('logEmpty')}</p>}
			<ol class="entries">
				{entries.slice(0, 100).map((entry) => (
					<li key={entry.key}>
						<details>
							<summary>
								<time>{timeOfDay(entry.time)}</time>
								<span class={`kind ${entry.isPush ? 'push' : 'api'}`}>
									{say(entry.isPush ? 'push' : 'api')}
								</span>
								<b>{entry.title}</b>
								<span class={`outcome ${entry.isGood ? 'good' : 'bad'}`}>{entry.outcome}</span>
								<small>{entry.detail}</small>
							</summary>
							{entry.parts
								.filter(([, text]) => text !== '')
								.map(([title, text]) => (
									<div key={title}>
										<h3>{title}</h3>
										<pre>{text}</pre>
									</div>
								))}
						</details>
					</li>
				))}
			</ol>
		</Section>
	);
}
