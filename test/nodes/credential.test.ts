import type { IDataObject, IExecuteFunctions, IHttpRequestMethods, INodeType } from 'n8n-workflow';

import { CREDENTIAL } from '../../nodes/shared/credential';
import { runNode } from './engine';
import { KEYS, sharedPlatform, startPlatform, X1 } from './fixture';

const platform = sharedPlatform(() => startPlatform('AXB'));
const PAIR = { callerNum: '+8613800000001', calleeNum: '+8613900000002', relationNum: X1 };

/** Sends as n8n's HTTP Request node does when it is given the credential. */
function httpRequest(method: IHttpRequestMethods, qs: IDataObject, body?: IDataObject): INodeType {
	return {
		description: {
			displayName: 'HTTP Request',
			name: 'httpRequest',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: CREDENTIAL }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const url = `${platform.simulator.url}/rest/caas/relationnumber/partners/v1.0`;
			const json = (await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
				method,
				url,
				qs,
				...(body && { body }),
			})) as IDataObject;
			return [[{ json }]];
		},
	};
}

describe("the credential in n8n's HTTP Request node", () => {
	test.each<[IHttpRequestMethods, IDataObject, IDataObject | undefined]>([
		['GET', { relationNum: X1 }, undefined],
		['DELETE', { relationNum: X1 }, undefined],
		['POST', {}, { ...PAIR, callerNum: '+8613800000003', calleeNum: '+8613800000004' }],
	])('signs a %s, which the platform takes', async (method, qs, body) => {
		platform.simulator.bind(KEYS.appKey, PAIR);
		const { json, error } = await runNode(httpRequest(method, qs, body), {}, platform);
		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ resultcode: '0' })]);
	});
});
