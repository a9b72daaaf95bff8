import type { SimulatorApplication } from '../../simulator';
import type { N8nApi } from '../n8n/api';
import type { Credential } from '../n8n/types';

/** Type name of the package's credential. */
export const credentialType = 'huaweiPrivateNumberApi';

/** The credential of an application of the simulator. */
export function credentialOf(
	{ appKey, appSecret, mode, name = 'Playground' }: SimulatorApplication,
	baseUrl: string,
): Omit<Credential, 'id'> {
	return {
		name: `${name} ${mode}`,
		type: credentialType,
		data: { appKey, appSecret, baseUrl, authentication: 'aksk', allowUnauthorizedCerts: false },
	};
}

/** Stores a credential, in place of the one of its name that an earlier start has stored. */
export async function ensureCredential(
	api: N8nApi,
	wanted: Omit<Credential, 'id'>,
): Promise<Credential> {
	const found = (await api.credentials(wanted.type)).find(({ name }) => name === wanted.name);
	return found
		? await api.updateCredential({ ...wanted, id: found.id })
		: await api.createCredential(wanted);
}
