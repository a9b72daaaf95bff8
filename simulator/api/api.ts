import type { Application } from '../applications/application';
import type { CallCentre } from '../calls/centre';
import type { Recordings } from '../recordings/recordings';
import { refusalAnswer } from '../http/answers';
import type { Answer } from '../http/answers';
import { readFields } from '../wire/fields';
import type { RecordedRequest } from '../wire/journal';
import { parseObject } from '../wire/json';
import type { JsonObject } from '../wire/json';
import { Refusal, refuse } from '../wire/refusals';
import {
	checkContentType,
	findRecordingLink,
	recordingLink,
	stopCall,
	stopRunningCall,
} from './commonOperations';
import { openGateway } from './gateway';
import type { GatewayParts } from './gateway';
import type { FoundOperation } from './operations';

/** What the API is made of. */
export interface ApiParts extends GatewayParts {
	calls: CallCentre;
	recordings: Recordings;
	/** Called when a request may have changed bindings. */
	changed(): void;
}

/** The API side of the platform. */
export interface Api {
	/** Acts on a request and answers it. */
	answer(operation: FoundOperation, record: RecordedRequest): Answer;
}

/** The query string decoded as a form: `%2B` is a plus, a raw plus is a blank. */
function readQuery(rawUrl: string): JsonObject {
	const query: JsonObject = {};
	const { searchParams } = new URL(rawUrl, 'http://platform');
	for (const [name, value] of searchParams) if (!(name in query)) query[name] = value;
	return query;
}

function readBody(record: RecordedRequest): JsonObject {
	if (record.method !== 'POST' && record.method !== 'PUT') return {};
	const body = parseObject(record.rawBody);
	if (!body) throw refuse('invalidRequest');
	return body;
}

/** Opens the API of all applications. */
export function openApi(parts: ApiParts): Api {
	const { calls, recordings } = parts;
	const gateway = openGateway(parts);

	const act = (
		operation: FoundOperation,
		record: RecordedRequest,
		application: Application,
	): Answer => {
		const rawQuery = readQuery(record.rawUrl);
		const query = readFields(rawQuery, application.settings.voiceFiles);
		const success = { resultcode: '0', resultdesc: 'Success' };
		if (operation.id === recordingLink.id) {
			const location = findRecordingLink(application, query, recordings);
			return { status: 301, headers: { location, connection: 'close' } };
		}
		const body = readFields(readBody(record), application.settings.voiceFiles);
		if (operation.id === stopCall.id) {
			stopRunningCall(application, body, calls);
			return { status: 200, body: success };
		}
		const handler = application.state.handlers[operation.id];
		if (!handler) throw refuse('invalidRestApi');
		const fields = handler({ query, rawQuery, body });
		if (record.method !== 'GET') parts.changed();
		return { status: 200, body: { ...success, ...fields } };
	};

	return {
		answer(operation, record) {
			try {
				const application = gateway.authenticate(operation, record);
				const refused = gateway.check(operation, application);
				if (refused) return refused;
				const type = record.headers['content-type'];
				checkContentType(Array.isArray(type) ? type[0] : type);
				return act(operation, record, application);
			} catch (error) {
				if (error instanceof Refusal) return refusalAnswer(error);
				throw error;
			}
		},
	};
}
