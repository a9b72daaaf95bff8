/// <reference lib="dom" />
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { useTexts } from './language';

/**
 * Asks before something is lost. A native dialog: the browser keeps the focus in it, Escape cancels,
 * and the focus goes back to where it was. What changes nothing has the focus first.
 */
export function Confirm({
	title,
	children,
	actions,
	onClose,
}: {
	title: string;
	children: ComponentChildren;
	/** What can be done, the one that loses most last. */
	actions: readonly { label: string; isGrave?: boolean; act: () => void }[];
	onClose: () => void;
}): JSX.Element {
	const say = useTexts();
	const dialog = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => {
		const shown = dialog.current;
		if (shown && !shown.open) shown.showModal();
	}, []);
	const close = (): void => dialog.current?.close();
	return (
		<dialog ref={dialog} class="card" aria-label={title} onClose={onClose}>
			<h2>{title}</h2>
			{children}
			<div class="row end">
				<button type="button" autofocus onClick={close}>
					{say('cancel')}
				</button>
				{actions.map(({ label, isGrave, act }) => (
					<button
						type="button"
						key={label}
						class={isGrave ? 'stop' : ''}
						onClick={() => {
							close();
							act();
						}}
					>
						{label}
					</button>
				))}
			</div>
		</dialog>
	);
}
