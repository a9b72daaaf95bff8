import type { KnownSurvivors } from './survivor';

const SIGN = "sign === '-' || (sign >= '0' && sign <= '9') ? NUMBER.exec(text)?.[0] : undefined;";
const TWO_TIMES = 'if (from === undefined || to === undefined) return undefined;';

/** Of `platform/wire/`. */
export const wire: readonly KnownSurvivors[] = [
	{
		file: 'platform/wire/exactJson.ts',
		because: 'equivalent',
		reason:
			'The search itself finds no number where none can begin: looking first is only quicker.',
		mutants: [
			[SIGN, 'true'],
			[SIGN, "sign >= '0' || sign <= '9'"],
			[SIGN, '""'],
		],
	},
	{
		file: 'platform/wire/exactJson.ts',
		because: 'equivalent',
		reason: 'Behind the last sign of a text there is neither a number nor a quote to find.',
		mutants: [['while (at < text.length) {', 'at <= text.length']],
	},
	{
		file: 'platform/wire/exactJson.ts',
		because: 'equivalent',
		reason: 'What is looked for behind a place is never found at the beginning of the text.',
		mutants: [['if (end < 0) return text.length;', 'end <= 0']],
	},
	{
		file: 'platform/wire/phoneNumber.ts',
		because: 'equivalent',
		reason: 'Words are taken for a number as little as an empty text.',
		mutants: [
			[
				"if (/^(?:\\+|00)(?!86)|^(?:852|853|886)\\d{8,9}$/.test(compact(text) ?? '')) {",
				'"Stryker was here!"',
			],
			["return (compact(text) ?? '').replace(COUNTRY_PREFIX, '');", '"Stryker was here!"'],
			[
				"return typeof value === 'string' || typeof value === 'number' ? String(value) : '';",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'platform/wire/phoneNumber.ts',
		because: 'equivalent',
		reason: 'What is absent looks like no digits either: looking for it first tells the compiler.',
		mutants: [
			[
				'return digits !== undefined && (/^(?:\\+|00)/.test(digits) || /^\\d{7,8}$/.test(digits));',
				'true',
			],
		],
	},
	{
		file: 'platform/wire/read.ts',
		because: 'equivalent',
		reason: 'What is absent is no digits either: looking for it first tells the compiler.',
		mutants: [['if (value === undefined || !/^-?\\d+$/.test(value)) return undefined;', 'false']],
	},
	{
		file: 'platform/wire/time.ts',
		because: 'equivalent',
		reason: 'The first place is that of the whole match, which nobody reads.',
		mutants: [
			[
				'const [, stamp = text, sign, hours = 0, minutes = 0] = OFFSET.exec(text) ?? [];',
				'["Stryker was here"]',
			],
		],
	},
	{
		file: 'platform/wire/time.ts',
		because: 'equivalent',
		reason: 'Seconds from or to no time at all are not a number, and so are absent too.',
		mutants: [
			[TWO_TIMES, 'false'],
			[TWO_TIMES, 'from === undefined && to === undefined'],
		],
	},
	{
		file: 'platform/wire/userData.ts',
		because: 'equivalent',
		reason: 'A function that ends gives undefined too.',
		mutants: [['} catch {', '{}']],
	},
];
