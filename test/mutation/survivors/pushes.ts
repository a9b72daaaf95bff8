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
		file: 'platform/pushes/stores/blockCalls.ts',
		because: 'harmless',
		reason: 'A call that is asked about again is known for some hours longer.',
		mutants: [['if (isFirst) seen.set(key, true);', 'true']],
	},
	{
		file: 'platform/pushes/stores/blockCalls.ts',
		because: 'equivalent',
		reason: 'It is the key that counts, whatever stands under it.',
		mutants: [['if (isFirst) seen.set(key, true);', 'false']],
	},
	{
		file: 'platform/pushes/stores/digestKey.ts',
		because: 'equivalent',
		reason: 'The whole digest tells keys apart as well, in more memory.',
		mutants: [
			[
				"return createHash('sha256').update(JSON.stringify(parts)).digest('base64').slice(0, 24);",
				"createHash('sha256').update(JSON.stringify(parts)).digest('base64')",
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
