/**
 * Result codes of the platform with their HTTP status and text.
 * Source: resultCodes in the mode files and codes.json. One number can have two texts (1012010) and
 * even two meanings (1010010), so the rows have names.
 */
export const refusals = {
	internalSystemError: [500, '1010001', 'Internal system error.'],
	invalidRequest: [403, '1010002', 'Invalid request.'],
	invalidAppKey: [403, '1010003', 'Invalid app_key.'],
	appUnavailableAxyb: [403, '1010004', 'The status of the app_key is unavailable.'],
	invalidRestApi: [403, '1010006', 'Invalid Rest API.'],
	appUnavailable: [403, '1010008', 'The status of the app_key is unavailable.'],
	invalidDigest: [401, '1010010', 'Invalid digest.'],
	flowControl: [403, '1010010', 'The flow control upper limit is reached on the platform.'],
	timeOutLimit: [401, '1010013', 'Time out limit.'],
	accountFrozen: [403, '1010029', 'The subscriber status is frozen.'],
	wrongMode: [403, '1010040', 'The app_key is not allowed to invoke the API.'],
	axNotOwned: [403, '1011001', 'Account does not exist.'],
	axNoNumber: [403, '1011002', 'Insufficient number of resources.'],
	axTooManyNumbers: [
		403,
		'1011003',
		'Exceeded the upper limit of resources that can be applied for.',
	],
	axNotBound: [403, '1011004', 'The number is not applied for binding application.'],
	axTaken: [403, '1011005', 'Resources have been allocated/Resource has been applied.'],
	trafficControl: [403, '1011006', 'Under traffic control status'],
	notApplied: [403, '1012001', 'Resource of number is not to be applied.'],
	noRecord: [403, '1012007', 'The record does not exist.'],
	noNumber: [403, '1012008', 'Insufficient number of resources'],
	tooManyPairs: [403, '1012009', 'Maximum number of resources has been exceeded'],
	alreadyBound: [403, '1012010', 'The relation number has been bound.'],
	extensionAlreadyBound: [403, '1012010', 'The extend number has been bound.'],
	recordingOff: [403, '1012012', 'Application does not open recording function.'],
	numberAbnormal: [403, '1012102', 'The number status is abnormal.'],
	noBinding: [403, '1016001', 'The record does not exist.'],
	axAlreadyBound: [403, '1016002', 'The record already exists.'],
	parameterError: [500, '1020001', 'Parameter error.'],
	stopCallInvalidAppKey: [500, '1020150', 'The app_key is invalid.'],
	invalidSession: [500, '1020152', 'Invalid sessionId.'],
	ipNotAllowed: [403, '1020166', 'The app client ip is not in ip white list.'],
	extensionTaken: [403, '1020167', 'No idle extend Number.'],
	ipLocked: [403, '1020176', 'Authentication failed, try again later'],
	transparentForbidden: [403, '1020178', 'The transparent mode is not allowed.'],
	tooManyBindsToday: [403, '1020182', 'The number succeeds the max bind times per day'],
	internalError: [500, '1023001', 'Internal error.'],
	responseTimeout: [500, '1023002', 'Response timeout.'],
	noAuthorization: [400, '1023006', 'Authorization not contained in the HTTP header.'],
	noRealm: [400, '1023007', 'realm not contained in Authorization.'],
	noProfile: [400, '1023008', 'profile not contained in Authorization.'],
	wrongRealm: [400, '1023009', 'The value of realm in Authorization must be SDP.'],
	wrongProfile: [400, '1023010', 'The value of profile in Authorization must be UsernameToken.'],
	wrongType: [400, '1023011', 'The value of type in Authorization must be app_key.'],
	noType: [400, '1023012', 'type not contained in Authorization.'],
	noWsse: [400, '1023013', 'WSSE not contained in Authorization.'],
	noXWsse: [400, '1023026', 'X-WSSE not contained in the HTTP header.'],
	noWsseUsername: [400, '1023027', 'Username not contained in X-WSSE.'],
	noWsseNonce: [400, '1023028', 'Nonce not contained in X-WSSE.'],
	noWsseCreated: [400, '1023029', 'Created not contained in X-WSSE.'],
	noWsseDigest: [400, '1023030', 'PasswordDigest not contained in X-WSSE.'],
	noXAksk: [400, '1023033', 'HTTP header not found X-AKSK field.'],
	noUsername: [400, '1023034', 'UserName not contained in X-AKSK.'],
	noNonce: [400, '1023035', 'Nonce not contained in X-AKSK.'],
	noCreated: [400, '1023036', 'Created not contained in X-AKSK.'],
	noDigest: [400, '1023037', 'PasswordDigest not contained in X-AKSK.'],
	noUsernameToken: [400, '1023038', 'UsernameToken not contained in X-AKSK.'],
} satisfies Record<string, readonly [http: number, code: string, text: string]>;

/** Name of a row of the table. */
export type RefusalName = keyof typeof refusals;

/** The platform says no. Thrown by an operation, answered as `{ resultcode, resultdesc }`. */
export class Refusal extends Error {
	constructor(
		readonly http: number,
		readonly code: string,
		readonly text: string,
	) {
		super(`${http} ${code} ${text}`);
	}
}

/** A refusal of the table; `detail` is appended to the text, as the platform does for 1010002. */
export function refuse(name: RefusalName, detail = ''): Refusal {
	const [http, code, text] = refusals[name];
	return new Refusal(http, code, text + detail);
}

/** 1010002 for one parameter: the text names it. */
export const invalid = (parameter: string, why = 'is invalid.'): Refusal =>
	refuse('invalidRequest', `${parameter} ${why}`);
