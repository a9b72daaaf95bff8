import type { PushUrls } from '../config/applications';
import type { AnswerFields } from '../modes/shared/mode';
import type { JsonObject } from '../wire/json';
import type { SimulatorParts } from './parts';

/** A binding that was made without a signature, so that it can be made again. */
interface Made {
	appKey: string;
	body: JsonObject;
	subscriptionId: string;
}

/** The state that starting over leads back to. */
export interface Beginning {
	/** Remembers a binding that was made. */
	made(appKey: string, body: JsonObject, answer: AnswerFields): void;
	/** Takes what is there now, push addresses and bindings, as the start. */
	keep(): void;
	/** Forgets the bindings of before; those of the start are still known. */
	clear(): void;
	/** Brings push addresses and bindings of the start back, after all else is cleared. */
	restore(bind: (appKey: string, body: JsonObject) => void): void;
}

/** Longest memory of bindings that were made. */
const longest = 1000;

/** At first the start is what the options say, without a binding. */
export function openBeginning({ applications }: SimulatorParts): Beginning {
	let made: Made[] = [];
	let bindings: Made[] = [];
	const readUrls = (): Map<string, PushUrls> =>
		new Map(applications.all.map(({ appKey, pushUrls }) => [appKey, pushUrls]));
	let pushUrls = readUrls();
	return {
		made(appKey, body, { subscriptionId }) {
			if (typeof subscriptionId !== 'string') return;
			made.push({ appKey, body, subscriptionId });
			if (made.length > longest) made.shift();
		},
		keep() {
			pushUrls = readUrls();
			const living = new Set(
				applications.all.flatMap(({ state }) =>
					state.bindings().map((binding) => binding.subscriptionId),
				),
			);
			bindings = made.filter(({ subscriptionId }) => living.has(subscriptionId));
		},
		clear() {
			made = [];
		},
		restore(bind) {
			for (const application of applications.all) {
				application.pushUrls = pushUrls.get(application.appKey) ?? {};
			}
			for (const { appKey, body } of bindings) bind(appKey, body);
		},
	};
}
