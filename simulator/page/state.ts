/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks';

import type { SimulatorState } from '../control/simulator';
import { get } from './client';

/** Lists that live events add to, with the name of their key. */
const lists = {
	call: ['calls', 'sessionId'],
	sms: ['messages', 'smsIdentifier'],
	request: ['requests', 'id'],
	push: ['pushes', 'id'],
	robot: ['robotMessages', 'id'],
} as const;

const longest = 300;

/** Puts an entry in the place of its older self, or at the end. */
function upsert<T extends object>(list: readonly T[], entry: T, key: keyof T): T[] {
	const index = list.findIndex((candidate) => candidate[key] === entry[key]);
	if (index < 0) return [...list, entry].slice(-longest);
	return list.map((candidate, at) => (at === index ? entry : candidate));
}

function merge(state: SimulatorState, topic: keyof typeof lists, entry: object): SimulatorState {
	const [name, key] = lists[topic];
	const list = state[name] as readonly object[];
	return { ...state, [name]: upsert(list, entry, key as keyof object) };
}

/** What the page knows: the state of the simulator, live; undefined until it was read. */
export interface Live {
	state: SimulatorState | undefined;
	/** False while the simulator does not answer. */
	isConnected: boolean;
}

/** Reads the state once and follows the live events. */
export function useSimulator(): Live {
	const [state, setState] = useState<SimulatorState>();
	const [isConnected, setConnected] = useState(false);
	useEffect(() => {
		let timer: number | undefined;
		const read = async (): Promise<void> => {
			try {
				setState((await get('/state')) as SimulatorState);
			} catch {
				setConnected(false);
			}
		};
		const readSoon = (): void => {
			clearTimeout(timer);
			timer = window.setTimeout(() => void read(), 50);
		};
		const events = new EventSource('/sim/events');
		events.onopen = () => {
			setConnected(true);
			void read();
		};
		events.onerror = () => {
			setConnected(false);
		};
		for (const topic of Object.keys(lists) as (keyof typeof lists)[]) {
			events.addEventListener(topic, (event: MessageEvent<string>) => {
				const entry = JSON.parse(event.data) as object;
				setState((before) => before && merge(before, topic, entry));
				// A call may have made a binding or used one up.
				if (topic === 'call') readSoon();
			});
		}
		events.addEventListener('bindings', readSoon);
		events.addEventListener('state', readSoon);
		return () => {
			events.close();
		};
	}, []);
	return { state, isConnected };
}

/** A value that survives a reload of the page. */
export function useStored(name: string, initial: string): [string, (value: string) => void] {
	const [value, setValue] = useState(() => localStorage.getItem(name) ?? initial);
	return [
		value,
		(next) => {
			localStorage.setItem(name, next);
			setValue(next);
		},
	];
}
