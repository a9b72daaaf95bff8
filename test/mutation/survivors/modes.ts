import type { KnownSurvivors } from './survivor';

/** Of `platform/modes/`. */
export const modes: readonly KnownSurvivors[] = [
	{
		file: 'platform/modes/areas.ts',
		because: 'equivalent',
		reason:
			'The pattern may be empty and so always begins at the first sign; no city of the table has 州 in its middle.',
		mutants: [
			[
				"const name = given.replace(/^(?:中国)?(?:.*(?:省|自治区))?/, '');",
				'/(?:中国)?(?:.*(?:省|自治区))?/',
			],
			[
				"const found = [...codesByName].find(([city]) => name.startsWith(city.replace(/(?<=..)州$/, '')));",
				'/(?<=..)州/',
			],
		],
	},
	{
		file: 'platform/modes/ax.ts',
		because: 'equivalent',
		reason:
			'An ID of a binding is never one of the numbers it is compared with, and nothing is less than 0 that is not there.',
		mutants: [
			["return 'privateNum' in which ? which : {};", 'true'],
			['if (duration !== undefined && duration < 0)', 'true'],
		],
	},
	{
		file: 'platform/modes/axBind.ts',
		because: 'equivalent',
		reason: 'Only a choice by number has a number: it is undefined, and passed over, elsewhere.',
		mutants: [
			[
				"checkDistinct({ origNum, ...(choose.by === 'number' && { privateNum: choose.privateNum }) });",
				'true',
			],
		],
	},
	{
		file: 'platform/modes/axbBind.ts',
		because: 'equivalent',
		reason: 'Only a choice by number has a number: it is undefined, and passed over, elsewhere.',
		mutants: [
			["const relationNum = choose.by === 'number' ? choose.relationNum : undefined;", 'true'],
		],
	},
	{
		file: 'platform/modes/axeBind.ts',
		because: 'equivalent',
		reason: 'Only a choice by number has a number: it is undefined, and passed over, elsewhere.',
		mutants: [
			["const virtualNum = choose.by === 'number' ? choose.virtualNum : undefined;", 'true'],
		],
	},
	{
		file: 'platform/modes/axBind.ts',
		because: 'equivalent',
		reason:
			'Whatever the search for a lost binding throws is told as an unknown outcome, in the words of the lost request.',
		mutants: [
			["if (added.length > 1) throw localError('outcomeUnknown', undefined, 'lost');", '""'],
		],
	},
	{
		file: 'platform/modes/axybPeer.ts',
		because: 'equivalent',
		reason:
			'A create that was lost, and whatever the search for it throws, is told as an unknown outcome, without the code of its cause.',
		mutants: [
			["throw localError('outcomeUnknown', undefined, 'lost');", '""'],
			[
				"if (y === undefined) throw localError('invalidAnswer', detail('noBindingNamed'), 'lost', 200);",
				'""',
			],
		],
	},
	{
		file: 'platform/modes/axBind.ts',
		because: 'equivalent',
		reason: 'Stands for a binding with neither ID nor number, and any text is as good as another.',
		mutants: [["return subscriptionId ?? privateNumber ?? '';", '"Stryker was here!"']],
	},
	{
		file: 'platform/modes/axb.ts',
		because: 'equivalent',
		reason: 'Stands for an ID or a number that is not told: no text of letters is one.',
		mutants: [
			["const relationNum = parsePhoneNumber(privateNumber ?? '');", '"Stryker was here!"'],
			["const id = binding?.subscriptionId ?? '';", '"Stryker was here!"'],
		],
	},
	{
		file: 'platform/modes/axeList.ts',
		because: 'equivalent',
		reason: 'An entry without ID, extension and person is no binding, and has no key.',
		mutants: [["return subscriptionId ?? extension ?? numberA ?? '';", '"Stryker was here!"']],
	},
	{
		file: 'platform/modes/axeCounters.ts',
		because: 'equivalent',
		reason: 'Under no name stands no number.',
		mutants: [
			[
				'return chosen === undefined || others.length > 0 ? undefined : integer(entry, chosen);',
				'false',
			],
		],
	},
	{
		file: 'platform/modes/binding.ts',
		because: 'equivalent',
		reason: 'Stands for a number that is not told: no text of letters is one.',
		mutants: [["return parsePhoneNumber(told ?? '') === wanted;", '"Stryker was here!"']],
	},
	{
		file: 'platform/modes/holders.ts',
		because: 'equivalent',
		reason: 'Stands for a kind that nobody knows, which is none of the three.',
		mutants: [
			[
				"return ['conflict', 'limit', 'resource'].includes(categoryOf(error) ?? '');",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'platform/modes/axbBind.ts',
		because: 'equivalent',
		reason: 'Nothing at all spreads into an object as an empty one does.',
		mutants: [
			["case 'auto':", "case 'auto':"],
			["case 'auto':", '""'],
		],
	},
	{
		file: 'platform/modes/axybPeer.ts',
		because: 'equivalent',
		reason: 'A peer that is no object has no B, and one peer more is not too many to be told.',
		mutants: [
			[
				'const relations = await unlessNone(get(platform, { subscriptionId }), []);',
				'["Stryker was here"]',
			],
		],
	},
	{
		file: 'platform/modes/holders.ts',
		because: 'equivalent',
		reason: 'An error without holders has an empty list of them.',
		mutants: [['const holders = await look().catch(() => []);', '() => undefined']],
	},
	{
		file: 'platform/modes/settings/settings.ts',
		because: 'equivalent',
		reason: 'Only creating has bounds of its own; on every other occasion the common ones hold.',
		mutants: [["checkValues(from, 'change');", '""']],
	},
];
