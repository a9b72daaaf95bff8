import type { INodeParameters } from 'n8n-workflow';

import type { Respond } from './settings';

/** When n8n answers by itself, in its own words, for each choice of 'Respond'. */
const MODES: Readonly<Record<Respond, string>> = {
	immediately: 'onReceived',
	afterSuccess: 'lastNode',
	workflow: 'responseNode',
};

const template = `={{ ${JSON.stringify(MODES)}[$parameter["respond"]] }}`;

/**
 * The part of the webhook's description that depends on 'Respond'. The editor and older versions of
 * n8n read the expression. Newer ones take the function under this symbol instead, which spares each
 * push an evaluation; it is named here because older versions of n8n-workflow do not export it.
 */
export const responseMode = {
	responseMode: template,
	[Symbol.for('n8n.webhookDescriptionResolvers')]: {
		responseMode: {
			template,
			resolve: ({ respond }: INodeParameters): string => MODES[respond as Respond],
		},
	},
};
