import type { KnownSurvivors } from './survivor';

const NO_HANDLER = "if (!handler) throw refuse('invalidRestApi');";
const CREATED =
	'const time = /^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$/.test(created) ? Date.parse(created) : NaN;';

/** Of `simulator/`. */
export const simulator: readonly KnownSurvivors[] = [
	{
		file: 'simulator/api/api.ts',
		because: 'equivalent',
		reason: 'A mode has a handler for each of its operations: looking for it tells the compiler.',
		mutants: [
			[NO_HANDLER, 'false'],
			[NO_HANDLER, '""'],
		],
	},
	{
		file: 'simulator/api/gateway.ts',
		because: 'equivalent',
		reason: 'A text that is split has a first part always.',
		mutants: [["const [ip = '', prefix] = entry.split('/');", '"Stryker was here!"']],
	},
	{
		file: 'simulator/api/authentication.ts',
		because: 'equivalent',
		reason: 'Whatever a header can hold behind the Z of a time, it is read as no time.',
		mutants: [[CREATED, '/^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z/']],
	},
	{
		file: 'simulator/wire/fields.ts',
		because: 'equivalent',
		reason: 'A required field that is absent has been refused by then.',
		mutants: [
			[
				"needText: (name, length) => text(name, { length, required: true }) ?? '',",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'simulator/wire/fields.ts',
		because: 'harmless',
		reason: 'A text for people that says what the name of the field says already.',
		mutants: [
			["if (required && value(name) === undefined) throw invalid(name, 'is required.');", '""'],
		],
	},
];
