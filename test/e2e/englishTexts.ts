import { HuaweiPrivateNumberApi } from '../../credentials/HuaweiPrivateNumberApi.credentials';
import { MESSAGES } from '../../nodes/shared/messages';
import { EXPECTATIONS } from '../../platform/codes/expectations';
import { LOCAL_CODES } from '../../platform/codes/localCodes';
import { RESULT_CODES } from '../../platform/codes/resultCodes';
import { chineseFindings } from '../../scripts/docs/terms';
import { packageNodes } from '../nodes/packageNodes';

/** Every English text of ours of two words or more, up to its first value. */
const ours: readonly string[] = [
	...packageNodes().flatMap(({ Node }) => textsIn(new Node().description)),
	...textsIn(new HuaweiPrivateNumberApi().properties),
	...Object.values(MESSAGES).map(({ en }) => en),
	...Object.values(EXPECTATIONS).map(({ en }) => en),
	...[...Object.values(LOCAL_CODES), ...Object.values(RESULT_CODES)].flatMap((entry) =>
		entry ? [entry.message.en, entry.remedy.en] : [],
	),
].flatMap((text) => text.split(/\{\w+\}/)[0]?.trim() ?? []);

/** What Chinese texts may hold too, such as "App Key", tells nothing. */
const sentences = [...new Set(ours)].filter(
	(text) => /[a-z]{2} [A-Za-z]{2}/.test(text) && chineseFindings(text).length > 0,
);

/** Our English texts that can be read in what a page shows. */
export function englishWithin(shown: string): string[] {
	return sentences.filter((text) => shown.includes(text));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
