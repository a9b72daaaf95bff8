/// <reference lib="dom" />

/** Talks to the control API of the simulator that served this page. */

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
	const answer = await fetch(`/sim${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const json = (await answer.json()) as { message?: string; resultdesc?: string };
	// The words of a refusal are for people.
	if (!answer.ok) throw new Error(json.message ?? json.resultdesc ?? answer.statusText);
	return json;
}

export const get = (path: string): Promise<unknown> => send('GET', path);
export const post = (path: string, body?: unknown): Promise<unknown> => send('POST', path, body);
export const put = (path: string, body: unknown): Promise<unknown> => send('PUT', path, body);
export const remove = (path: string): Promise<unknown> => send('DELETE', path);
