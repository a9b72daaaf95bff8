import autocannon from 'autocannon';

import { signatureHeaders } from '../simulator/wire/signature';
import { APPLICATION } from './n8nBench';

/** Pushes for an address. */
export interface PushLoad {
	url: string;
	/** The next push's body. */
	body: () => string;
	/** How many pushes wait for their answer at once. */
	connections: number;
	/** How many pushes there are. */
	amount: number;
	/** Whether an answer's body is the wanted one. */
	isAnswer?: (body: string) => boolean;
}

/** How the pushes were taken. */
export interface LoadResult {
	/** Answers a second. */
	rate: number;
	/** Answer times in milliseconds. */
	p50: number;
	p99: number;
}

/**
 * Pushes as fast as the answers come, each push newly signed.
 *
 * @throws Error when one of them was not answered as it should be
 */
export async function push(load: PushLoad): Promise<LoadResult> {
	const { url, body, connections, amount, isAnswer = () => true } = load;
	const { appKey, appSecret } = APPLICATION;
	const sign = (request: autocannon.Request): autocannon.Request => ({
		...request,
		body: body(),
		headers: {
			'content-type': 'application/json;charset=UTF-8',
			...signatureHeaders({ scheme: 'aksk', appKey, appSecret, url, now: Date.now() }),
		},
	});
	const result = await autocannon({
		url,
		connections,
		amount,
		requests: [{ method: 'POST', setupRequest: sign }],
		verifyBody: (answer) => isAnswer(String(answer)),
	});
	const { errors, non2xx, mismatches, latency } = result;
	if (errors + non2xx + mismatches > 0) {
		throw new Error(`${url}: ${errors} errors, ${non2xx} refusals, ${mismatches} other answers.`);
	}
	// Each connection sends the next push when the answer to the last is there. (The run's own duration
	// is counted in whole seconds.)
	return { rate: (connections * 1000) / latency.average, p50: latency.p50, p99: latency.p99 };
}
