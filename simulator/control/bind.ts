import { OrderError } from '../applications/orders';
import type { AnswerFields } from '../modes/shared/mode';
import { readFields } from '../wire/fields';
import type { JsonObject } from '../wire/json';
import { readLoosely } from '../wire/phoneNumbers';
import type { SimulatorParts } from './parts';

/** Fields of a bind that hold numbers; in the control API people may write them loosely. */
const numberFields = [
	'callerNum',
	'calleeNum',
	'relationNum',
	'origNum',
	'privateNum',
	'bindNum',
	'virtualNum',
	'callbackNum',
];

const inGlobalFormat = (body: JsonObject): JsonObject =>
	Object.fromEntries(
		Object.entries(body).map(([name, value]) =>
			numberFields.includes(name) && typeof value === 'string'
				? [name, readLoosely(value) ?? value]
				: [name, value],
		),
	);

/** Runs bind without a signature. */
export function bind(
	{ applications, journal }: SimulatorParts,
	appKey: string,
	body: JsonObject,
): AnswerFields {
	const application = applications.get(appKey);
	const handler = application?.state.handlers.bind;
	if (!application || !handler) throw new OrderError(`${appKey} has no bind operation.`);
	const query = { app_key: appKey };
	const { voiceFiles } = application.settings;
	const answer = handler({
		query: readFields(query, voiceFiles),
		rawQuery: query,
		body: readFields(inGlobalFormat(body), voiceFiles),
	});
	journal.tell('bindings', {});
	return answer;
}
