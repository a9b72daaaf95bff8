import type { KnownSurvivors } from './survivor';

/** Of `platform/pushes/`. */
export const pushes: readonly KnownSurvivors[] = [
	{
		file: 'platform/pushes/callRecords.ts',
		because: 'equivalent',
		reason: 'No service has this text for its number, as none has an empty one.',
		mutants: [["return MODES.get(read.text(info, 'serviceType') ?? '');", '"Stryker was here!"']],
	},
	{
		file: 'platform/pushes/callRecords.ts',
		because: 'equivalent',
		reason: 'This text is no phone number, as an empty one is none.',
		mutants: [
			[
				"return (parsePhoneNumber(destination) ?? destination) !== (parsePhoneNumber(x ?? '') ?? x);",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'platform/pushes/mask.ts',
		because: 'equivalent',
		reason: 'A field of this name is masked as one without a name is.',
		mutants: [
			[
				"export function maskNumbers(value: unknown, key: string, field = ''): unknown {",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'platform/pushes/mask.ts',
		because: 'equivalent',
		reason: 'What a search does not ask for is left out as if it said no.',
		mutants: [['const places = findNumbers(text, { spaced: false, services: false });', '{}']],
	},
];
