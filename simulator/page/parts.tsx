/// <reference lib="dom" />
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

import { useTexts } from './language';

/** A titled part of the page. */
export function Section({
	title,
	hint,
	children,
	class: name = '',
	id,
}: {
	title: string;
	hint?: string;
	children: ComponentChildren;
	class?: string;
	/** Name that links lead to. */
	id?: string;
}): JSX.Element {
	return (
		<section class={`card ${name}`} id={id} aria-label={title}>
			<h2>{title}</h2>
			{hint && <p class="hint">{hint}</p>}
			{children}
		</section>
	);
}

/** A text that a click copies. */
export function Copy({ text, label }: { text: string; label?: string }): JSX.Element {
	const say = useTexts();
	const [isCopied, setCopied] = useState(false);
	const copy = async (): Promise<void> => {
		await navigator.clipboard.writeText(text);
		setCopied(true);
		setTimeout(() => {
			setCopied(false);
		}, 1200);
	};
	return (
		<button
			type="button"
			class="copy"
			title={say('copy', { text })}
			aria-label={say('copy', { text: label ?? text })}
			onClick={() => void copy()}
		>
			<code>{label ?? text}</code>
			<svg viewBox="0 0 16 16" aria-hidden="true">
				{isCopied ? (
					<path d="M3 8.5 6.5 12 13 4.5" />
				) : (
					<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
				)}
			</svg>
		</button>
	);
}

/** A field with its label. */
export function Field({
	label,
	children,
}: {
	label: string;
	children: ComponentChildren;
}): JSX.Element {
	return (
		<label class="field">
			<span>{label}</span>
			{children}
		</label>
	);
}

/** Runs an action and shows why it could not be done. */
export function useAction(): { problem: string; run: (action: () => Promise<unknown>) => void } {
	const [problem, setProblem] = useState('');
	const run = (action: () => Promise<unknown>): void => {
		setProblem('');
		action().catch((error: unknown) => {
			setProblem(error instanceof Error ? error.message : String(error));
		});
	};
	return { problem, run };
}

/** Why the last action could not be done. */
export function Problem({ text }: { text: string }): JSX.Element | null {
	return text ? (
		<p class="problem" role="alert">
			{text}
		</p>
	) : null;
}
