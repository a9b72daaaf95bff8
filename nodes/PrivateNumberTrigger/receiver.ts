import type { IWebhookFunctions } from 'n8n-workflow';

/** Names this trigger, not the address: anybody can put something behind an address. */
export function receiverOf(webhook: IWebhookFunctions): string {
	return [webhook.getWorkflow().id, webhook.getNode().id, webhook.getMode()].join(' ');
}
