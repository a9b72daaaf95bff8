import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { InputError } from '../../platform/codes/errors';
import { probe } from '../../platform/recordings/probe';
import { readApplication } from '../../platform/application/settings';
import { credentialLabel, expectedOf, legible } from './errors';
import { say } from './messages';

/** Name of the credential that every node of this package asks for. */
export const CREDENTIAL = 'huaweiPrivateNumberApi';

/**
 * The test button: one signed call, never repeated. Green when the platform accepts the signature,
 * whatever mode the application has.
 */
export async function testSignature(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const refusal = await probe(readApplication(data ?? {}));
		if (!refusal) return { status: 'OK', message: say('signatureAccepted') };
		return asResult(refusal);
	} catch (error) {
		return asResult(error);
	}
}

function asResult(error: unknown): INodeCredentialTestResult {
	if (error instanceof InputError) {
		const label = credentialLabel(error.field) ?? error.field;
		const expected = expectedOf(error, credentialLabel);
		return { status: 'Error', message: say('credentialValue', { label, expected }) };
	}
	const { message, description: remedy } = legible(error);
	return { status: 'Error', message: say('messageWithRemedy', { message, remedy }) };
}
