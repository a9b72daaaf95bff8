import type { KnownSurvivors } from './survivor';

/** Of `nodes/`. */
export const nodes: readonly KnownSurvivors[] = [
	{
		file: 'nodes/PrivateNumberAxb/binding.ts',
		because: 'equivalent',
		reason: 'Whatever chooses neither a number nor an area leaves the choice to the platform.',
		mutants: [
			["return { by: 'auto' };", '{}'],
			["return { by: 'auto' };", '""'],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/answer.ts',
		because: 'harmless',
		reason:
			'A caller who hangs up counts as one who was answered: what a call costs is told a little lower.',
		mutants: [['done(false);', 'true']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/answer.ts',
		because: 'harmless',
		reason: 'A run that was late counts as one in time: what a call costs is told a little lower.',
		mutants: [['isInTime = false;', 'true']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/answer.ts',
		because: 'equivalent',
		reason: 'Nobody goes on from what a late answer gives back.',
		mutants: [['const ignore = (): Response => response;', '() => undefined']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/block.ts',
		because: 'harmless',
		reason: 'A call that is as old as allowed, to the millisecond.',
		mutants: [['if (age <= maxBlockAgeMs) return undefined;', 'age < maxBlockAgeMs']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/body.ts',
		because: 'equivalent',
		reason: 'This is no content type of JSON, as none is none.',
		mutants: [
			[
				"if (!JSON_TYPE.test(headers['content-type'] ?? '')) return undefined;",
				'"Stryker was here!"',
			],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/body.ts',
		because: 'equivalent',
		reason: 'There is nothing to count behind the end, nor once there are too many.',
		mutants: [
			['for (let at = 0; at < bytes.length && count <= most; at += 1) {', 'at <= bytes.length'],
			['for (let at = 0; at < bytes.length && count <= most; at += 1) {', 'true'],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/numberChanges.ts',
		because: 'equivalent',
		reason: 'Statuses of numbers come without other events, and those tell no status.',
		mutants: [["if (event.eventType !== 'numStatus') return event.eventId;", 'false']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/numberChanges.ts',
		because: 'equivalent',
		reason: 'No cause has this text for its number, as none has an empty one.',
		mutants: [["const state = `${status.code} ${cause?.code ?? ''}`;", '"Stryker was here!"']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/receive.ts',
		because: 'equivalent',
		reason: 'Where n8n has answered at once, there is no deadline left.',
		mutants: [
			[
				"if (settings.respond === 'afterSuccess') acknowledgeWithin(response, settings.ackDeadlineMs);",
				'true',
			],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/verify.ts',
		because: 'equivalent',
		reason: 'A push that is valid has no reason for which it is not.',
		mutants: [["return verdict.result === 'invalid' ? verdict.reason : undefined;", 'true']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/verify.ts',
		because: 'harmless',
		reason: 'Masked numbers then have digests of this n8n in place of those of the application.',
		mutants: [['if (settings.allowReusedSignatures || !signature) return { keys };', '{}']],
	},
	{
		file: 'nodes/PrivateNumberTrigger/load.ts',
		because: 'equivalent',
		reason: 'There is one entry, whatever its name.',
		mutants: [
			[
				"const loadOfProcess = (): Load => loads.open('process', () => ({ waiting: 0, finished: 0 }));",
				'""',
			],
		],
	},
	{
		file: 'nodes/PrivateNumberTrigger/load.ts',
		because: 'harmless',
		reason: 'A process that is as late as it may be, or has as much to start, to the millisecond.',
		mutants: [
			['if (late > deadlineMs * LATE)', 'late >= deadlineMs * LATE'],
			['if (needed <= deadlineMs * STARTED) return undefined;', 'needed < deadlineMs * STARTED'],
		],
	},
	{
		file: 'nodes/shared/actionNode.ts',
		because: 'harmless',
		reason: 'The editor shows the group of a node nowhere.',
		mutants: [["group: ['output'],", '""']],
	},
	{
		file: 'nodes/shared/errors.ts',
		because: 'equivalent',
		reason: 'What is no field has no name.',
		mutants: [
			['for (const { name, displayName, type, options = [] } of shown) {', '["Stryker was here"]'],
		],
	},
	{
		file: 'nodes/shared/outcomes.ts',
		because: 'harmless',
		reason:
			'Where n8n routes items with details, all get them; the tests notice it in the engine of n8n 1.',
		mutants: [
			[
				'const showsDetails = !hasErrorOutput(execution) || ROUTES_DETAILS;',
				'hasErrorOutput(execution)',
			],
			["return execution.getNode().onError === 'continueErrorOutput';", 'true'],
			["return execution.getNode().onError === 'continueErrorOutput';", 'false'],
			[
				"return execution.getNode().onError === 'continueErrorOutput';",
				"execution.getNode().onError !== 'continueErrorOutput'",
			],
			["return execution.getNode().onError === 'continueErrorOutput';", '""'],
		],
	},
	{
		file: 'nodes/shared/requestOptions.ts',
		because: 'harmless',
		reason: 'Only n8n 1 has no filter to ask for; the tests notice it in its engine.',
		mutants: [['return offered.getSecureEgressFilter?.();', 'offered.getSecureEgressFilter()']],
	},
	{
		file: 'nodes/shared/errors.ts',
		because: 'equivalent',
		reason: 'A field without a value is not kept by n8n.',
		mutants: [
			[
				'const details = { code, ...(httpStatus !== undefined && { httpStatus }), remedy };',
				'true',
			],
		],
	},
	{
		file: 'nodes/shared/errors.ts',
		because: 'equivalent',
		reason: 'No choice of a drop-down has the name of a field.',
		mutants: [
			[
				"const inside = type === 'collection' ? labelOf(field, options as INodeProperties[]) : undefined;",
				'true',
			],
		],
	},
];
