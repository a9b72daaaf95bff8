import { PlatformError } from '../../platform/codes/errors';
import { HANG_UP_CAUSES, Q850_CAUSES, RECORD_WORDING } from '../../platform/codes/hangUpCauses';
import { LOCAL_CODES } from '../../platform/codes/localCodes';
import { NUMBER_CAUSES, NUMBER_STATUS, SMS_RESULTS } from '../../platform/pushes/pushCodes';
import { categoryOf, isNotFound, isThrottled, stopsRun } from '../../platform/codes/refusals';
import { RESULT_CODES, type ResultCode } from '../../platform/codes/resultCodes';
import { fill, type Language, type Text, type ValuesOf } from '../../platform/codes/text';
import { CATEGORIES, CODE_PHRASES, ENDED_BY } from './codePhrases';
import { code, page, table, text } from './markdown';

type SayOfCodes = <Key extends keyof typeof CODE_PHRASES>(
	key: Key,
	...values: ValuesOf<(typeof CODE_PHRASES)[Key]>
) => string;

function sayIn(language: Language): SayOfCodes {
	return (key, ...[values]) => fill(CODE_PHRASES[key], language, values);
}

/** All codes with which an action may end, as sections of a page. */
export function errorSections(language: Language): string {
	const say = sayIn(language);
	const codes = Object.entries(RESULT_CODES) as Array<[string, ResultCode]>;
	const head = [say('code'), say('happened'), say('remedy')];
	const codeRow = ([key, { message, remedy, platformText }]: [string, ResultCode]): string[] => {
		const [number = key, status] = key.split('/');
		return [
			status === undefined ? code(number) : say('withStatus', { code: code(number), status }),
			text(message[language]),
			text(remedy[language]),
			text(platformText),
		];
	};
	return page(
		say('local'),
		say('localIntro'),
		table(
			head,
			Object.entries(LOCAL_CODES).map(([name, { message, remedy }]) => [
				code(name),
				text(message[language]),
				text(remedy[language]),
			]),
		),
		say('platform'),
		...Object.entries(CATEGORIES).flatMap(([category, title]) => {
			const ofKind = codes.filter(([, entry]) => entry.category === category);
			if (ofKind.length === 0) return [];
			const follows = consequence(title.en, ofKind);
			return [
				`### ${title[language]}`,
				follows && say(follows),
				table([...head, say('platformText')], ofKind.map(codeRow)),
			];
		}),
	);
}

type Consequence = 'stopsKeys' | 'stopsAll' | 'throttled' | 'notFound';

/** What the nodes do about a kind of refusal, told by the very functions that decide it. */
function consequence(
	title: string,
	codes: ReadonlyArray<[string, ResultCode]>,
): Consequence | undefined {
	const consequences = new Set(codes.map(([key]) => consequenceOf(key)));
	if (consequences.size > 1) {
		throw new Error(`The codes under "${title}" are not dealt with alike.`);
	}
	return [...consequences][0];
}

function consequenceOf(key: string): Consequence | undefined {
	const [number = key, status] = key.split('/');
	const httpStatus = status === undefined ? undefined : Number(status);
	const error = new PlatformError({ code: number, text: '', outcome: 'refused', httpStatus });
	if (stopsRun(error)) {
		const isOfSignature = ['auth', 'auth-header'].includes(categoryOf(error) ?? '');
		return isOfSignature ? 'stopsKeys' : 'stopsAll';
	}
	if (isThrottled(error)) return 'throttled';
	return isNotFound(error) ? 'notFound' : undefined;
}

type Wording = Readonly<Record<string, Partial<Text> | undefined>>;

/** All codes that events and call records may hold, as sections of a page. */
export function causeSections(language: Language): string {
	const say = sayIn(language);
	const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
	/** What a disconnect tells, and below it what a call record tells in other words. */
	const inBoth = (disconnect = '', record?: string): string => {
		const field = code('fee');
		const fee = record && say('fee', { field, meaning: text(record) });
		return [text(disconnect), fee].filter((line) => line !== undefined).join('<br>');
	};
	const meanings = (codes: Readonly<Record<string, Text | undefined>>, records: Wording = {}) =>
		table(
			[say('cause'), say('first'), say('second')],
			Object.entries(codes).map(([number, cause]) => [
				number,
				inBoth(cause?.[first], records[number]?.[first]),
				inBoth(cause?.[second], records[number]?.[second]),
			]),
		);
	return page(
		say('hangUps'),
		...Object.entries(ENDED_BY).flatMap(([by, [title, meaning]]) => {
			const ofKind = Object.entries(HANG_UP_CAUSES).filter(([, cause]) => cause?.by === by);
			if (ofKind.length === 0) return [];
			return [
				`### ${title[language]}`,
				say('by', { by: code(`by: "${by}"`), meaning: meaning[language] }),
				meanings(Object.fromEntries(ofKind), RECORD_WORDING),
			];
		}),
		...[say('legs'), say('legsIntro'), meanings(Q850_CAUSES)],
		...[say('texts'), say('textsIntro'), meanings(SMS_RESULTS)],
		...[say('statuses'), say('statusesIntro'), meanings(NUMBER_STATUS)],
		...[say('statusCauses'), say('statusCausesIntro'), meanings(NUMBER_CAUSES)],
	);
}

/** What the platform itself says, in words that are not always this project's. */
export function platformTexts(): string[] {
	const tables = [
		HANG_UP_CAUSES,
		RECORD_WORDING,
		Q850_CAUSES,
		SMS_RESULTS,
		NUMBER_STATUS,
		NUMBER_CAUSES,
	];
	const meanings = tables.flatMap((codes) => Object.values<Partial<Text> | undefined>(codes));
	const refusals = Object.values(RESULT_CODES).map((entry) => entry?.platformText);
	return [...meanings.flatMap((meaning) => [meaning?.zh, meaning?.en]), ...refusals].filter(
		(text) => text !== undefined,
	);
}
