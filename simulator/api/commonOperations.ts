import type { Application } from '../applications/application';
import type { CallCentre } from '../calls/centre';
import type { OperationAddress } from '../modes/shared/mode';
import type { Recordings } from '../recordings/recordings';
import { invalid, refuse } from '../wire/refusals';
import type { Fields } from '../wire/fields';

/** Where the recording link of every mode is found (common.json, recordingLink). */
export const recordingLink: OperationAddress = {
	id: 'recordingLink',
	method: 'GET',
	path: '/rest/provision/voice/record/v1.0',
};

/** Where every mode stops a call (common.json, stopCall). For AXE no page lists it. */
export const stopCall: OperationAddress = {
	id: 'stopCall',
	method: 'POST',
	path: '/rest/httpsessions/callStop/v2.0',
};

/** Address of a recording on the storage host; it travels in Location. */
export function findRecordingLink(
	application: Application,
	query: Fields,
	recordings: Recordings,
): string {
	const fileName = query.needText('fileName', [1, 128]);
	const recordDomain = query.needText('recordDomain', [1, 128]);
	if (application.settings.recording === false) throw refuse('recordingOff');
	const recording = recordings.find(application.appKey, fileName, recordDomain);
	if (!recording) throw refuse('noRecord');
	return recordings.link(recording);
}

/** Ends a call. Its refusals have their own codes: 1020001 and 1020152. */
export function stopRunningCall(application: Application, body: Fields, calls: CallCentre): void {
	const { sessionId, signal } = readStop(body);
	if (signal !== 'call_stop') throw refuse('parameterError');
	const isOwn = calls.get(sessionId)?.appKey === application.appKey;
	if (!isOwn || !calls.signal(sessionId, { kind: 'stop' })) throw refuse('invalidSession');
}

function readStop(body: Fields): { sessionId: string; signal: string } {
	try {
		return {
			sessionId: body.needText('sessionid', [1, 256]),
			signal: body.needText('signal', [1, 128]),
		};
	} catch {
		throw refuse('parameterError');
	}
}

/** Content types that the platform documents: `application/json;charset=UTF-8`, also on GET. */
export function checkContentType(contentType: string | undefined): void {
	const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
	const charset = parameters
		.map((parameter) => parameter.trim())
		.find((p) => p.startsWith('charset='));
	const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
	if (type.trim() !== 'application/json' || !isUtf8) throw invalid('Content-Type');
}
