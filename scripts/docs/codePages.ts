import { PlatformError } from '../../platform/codes/errors';
import {
	HANG_UP_CAUSES,
	Q850_CAUSES,
	RECORD_WORDING,
	type EndedBy,
} from '../../platform/codes/hangUpCauses';
import { LOCAL_CODES } from '../../platform/codes/localCodes';
import { NUMBER_CAUSES, NUMBER_STATUS, SMS_RESULTS } from '../../platform/pushes/pushCodes';
import { categoryOf, isNotFound, isThrottled, stopsRun } from '../../platform/codes/refusals';
import { RESULT_CODES, type Category, type ResultCode } from '../../platform/codes/resultCodes';
import { code, page, table, text } from './markdown';

/** Headings of the kinds of refusals, in the order in which people meet them. */
const CATEGORIES = {
	auth: 'App key, app secret and clock',
	'auth-header': 'Signature headers',
	network: 'Network',
	account: 'Account and application',
	mode: 'Mode of the application',
	throttle: 'Flow control',
	parameter: 'Values in the request',
	number: 'The privacy number',
	resource: 'No number or extension free',
	conflict: 'Bound already',
	limit: 'Limits',
	feature: 'Switched off',
	'not-found': 'Not found',
	client: 'Address of the interface',
	server: 'Faults of the platform',
} as const satisfies Record<Category, string>;

const ENDED_BY = {
	normal: ['Normal end', 'the call was answered, then somebody hung up'],
	callee: ['The called side', 'the called phone did not take the call, or could not'],
	caller: ['The calling side', 'the caller gave up, or did what the mode does not allow'],
	binding: ['The binding', 'no binding fits the call: bind, or correct the binding'],
	tenant: ['Your application', 'a setting, a file or an instruction of yours ended it'],
	number: ['The number', 'the privacy number or the dialled number is not right'],
	control: ['Controls', 'a rule of the platform or the carrier against abuse stopped it'],
	network: ['The network', 'the carrier could not carry the call'],
	platform: ['The platform', 'a fault of the platform'],
} as const satisfies Record<EndedBy, readonly [string, string]>;

/** All codes with which an action may end, as sections of a page. */
export function errorSections(): string {
	const codes = Object.entries(RESULT_CODES) as Array<[string, ResultCode]>;
	return page(
		'## Codes of this package',
		'These come from the way to the platform, or from this package itself. The field `details.code` holds them.',
		table(
			['Code', 'What happened', 'What to do'],
			Object.entries(LOCAL_CODES).map(([name, { message, remedy }]) => [
				code(name),
				text(message.en),
				text(remedy.en),
			]),
		),
		'## Codes of the platform',
		...Object.entries(CATEGORIES).flatMap(([category, title]) => {
			const ofKind = codes.filter(([, entry]) => entry.category === category);
			if (ofKind.length === 0) return [];
			return [`### ${title}`, consequence(title, ofKind), table(HEAD, ofKind.map(codeRow))];
		}),
	);
}

const HEAD = ['Code', 'What happened', 'What to do', '中文'];

function codeRow([key, { message, remedy, platformText }]: [string, ResultCode]): string[] {
	const [number = key, status] = key.split('/');
	return [
		code(number) + (status === undefined ? '' : ` (HTTP ${status})`),
		text(message.en),
		text(remedy.en),
		text(platformText),
	];
}

/** What the nodes do about a kind of refusal, told by the very functions that decide it. */
function consequence(
	title: string,
	codes: ReadonlyArray<[string, ResultCode]>,
): string | undefined {
	const sentences = new Set(codes.map(([key]) => consequenceOf(key)));
	if (sentences.size > 1) throw new Error(`The codes under "${title}" are not dealt with alike.`);
	return [...sentences][0];
}

function consequenceOf(key: string): string | undefined {
	const [number = key, status] = key.split('/');
	const httpStatus = status === undefined ? undefined : Number(status);
	const error = new PlatformError({ code: number, text: '', outcome: 'refused', httpStatus });
	if (stopsRun(error)) {
		const isOfSignature = ['auth', 'auth-header'].includes(categoryOf(error) ?? '');
		const reason = isOfSignature
			? 'the platform locks a server out after too many such requests'
			: 'every further item would be refused as well';
		return `The run stops at once and sends nothing more: ${reason}. The next run starts afresh.`;
	}
	if (isThrottled(error)) {
		return 'The node waits (_Flow Control Wait_, 60 seconds) and goes on by itself, up to five times in a run.';
	}
	if (isNotFound(error)) {
		return 'A list without a hit is empty. A delete counts as done while _Ignore Not Found_ is on.';
	}
	return undefined;
}

type Meaning = { en: string; zh: string };
type Wording = Readonly<Record<string, Partial<Meaning> | undefined>>;

/** What a disconnect tells, and below it what a call record tells in other words. */
function inBoth(disconnect = '', record?: string): string {
	const fee = record === undefined ? undefined : `${code('fee')}: ${text(record)}`;
	return [text(disconnect), fee].filter((line) => line !== undefined).join('<br>');
}

/** All codes that events and call records may hold, as sections of a page. */
export function causeSections(): string {
	const causes = Object.entries(HANG_UP_CAUSES);
	const meanings = (codes: Readonly<Record<string, Meaning | undefined>>, records: Wording = {}) =>
		table(
			['Code', 'English', '中文'],
			Object.entries(codes).map(([number, cause]) => [
				number,
				inBoth(cause?.en, records[number]?.en),
				inBoth(cause?.zh, records[number]?.zh),
			]),
		);
	return page(
		'## Hang-up causes',
		...Object.entries(ENDED_BY).flatMap(([by, [title, meaning]]) => {
			const ofKind = causes.filter(([, cause]) => cause?.by === by);
			if (ofKind.length === 0) return [];
			return [
				`### ${title}`,
				`${code(`by: "${by}"`)}: ${meaning}.`,
				meanings(Object.fromEntries(ofKind), RECORD_WORDING),
			];
		}),
		'## Causes of the second leg',
		'Where a call record has no hang-up cause but tells why the leg to the called side did not come about (`fwdUnaswRsn`), `endReason` holds one of these Q.850 causes, with `by: "network"`.',
		meanings(Q850_CAUSES),
		'## Results of a text',
		'`sendResult` of an `sms` event (短信发送结果).',
		meanings(SMS_RESULTS),
		'## Status of a privacy number',
		'`status` of a `numStatus` event (X号码状态).',
		meanings(NUMBER_STATUS),
		'## Causes of a number status',
		'`cause` of a `numStatus` event (状态原因).',
		meanings(NUMBER_CAUSES),
	);
}
