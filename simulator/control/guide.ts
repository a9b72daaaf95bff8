/** One thing to try: what somebody does, and which example starts then. */
export interface GuideEntry {
	/** `dial` and `text` go to a private number, `order` to a webhook. */
	does: 'dial' | 'text' | 'order';
	/** Private number to dial or text. */
	number?: string;
	/** Webhook that an order is sent to. */
	url?: string;
	/** Name of the example that starts. */
	starts: string;
	/** Where it can be looked at. */
	link: string;
}
