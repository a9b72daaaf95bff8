/**
 * Asks n8n, on a connection of its own: n8n closes the ones that were kept, and what is sent on one
 * that it is just closing gets no answer.
 *
 * @throws TypeError when n8n cannot be reached
 */
export async function ask(url: string | URL, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('connection', 'close');
	return await fetch(url, { ...init, headers });
}
