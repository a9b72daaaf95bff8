/** What can be mutated, and the tests that should notice. */

/** Tables, and files that hold nothing but texts or descriptions of fields. */
export const TEXTS = [
	'!**/*.zh.ts',
	'!**/*.d.ts',
	'!platform/codes/{cityCodes,details,expectations,hangUpCauses,interfaces,localCodes,remedies,resultCodes}.ts',
	'!platform/pushes/{pushCodes,texts}.ts',
	'!nodes/**/*.node.ts',
	'!nodes/**/{choices,messages,notices,properties,texts,bindingFields,settingFields}.ts',
];

export const TARGETS = {
	platform: { mutate: ['platform/**/*.ts'], tests: ['test/platform/**/*.test.ts'] },
	nodes: { mutate: ['nodes/**/*.ts'], tests: ['test/nodes/**/*.test.ts'] },
	/** What the tests of the nodes lean on: signatures, validation, pace, short connections. */
	simulator: {
		mutate: [
			'simulator/api/**/*.ts',
			'simulator/http/**/*.ts',
			'simulator/wire/{fields,signature}.ts',
		],
		tests: ['test/simulator/{api,faults,wire}/*.test.ts', 'test/simulator/modes/axb.test.ts'],
	},
};
