import { receive } from '../../nodes/PrivateNumberTrigger/receive';
import { acceptBlockCall } from '../../platform/pushes/stores/blockCalls';
import { rememberNumber } from '../../platform/pushes/stores/callSessions';
import { acceptNonce } from '../../platform/pushes/stores/nonces';
import { statusChange } from '../../platform/pushes/stores/numberStates';

/*
 * A program of its own, run with --expose-gc: nothing else fills or empties its memory. Prints the
 * megabytes by which its memory grows.
 */

/** What a program prints. */
export interface Growth {
	/** Of 200 000 nonces, after as many as are kept. */
	nonces: number;
	/** Of 2000 waiting calls, sessions and numbers with names of 100 000 characters. */
	longNames: number;
	/** Of 100 000 statuses of one number. */
	statuses: number;
	/** Of a push of 16 MB of empty records, while it is refused and after it. */
	manyRecords: { during: number; after: number; status: number };
}

/** Megabytes that are in use after everything unused is gone. */
function megabytes(): number {
	gc?.();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

function growthOf(act: () => void): number {
	const before = megabytes();
	act();
	return megabytes() - before;
}

function nonces(name: string, count: number): void {
	for (let index = 0; index < count; index += 1) acceptNonce('app', `${name}${index}`, 'body');
}

/** Has a trigger read and take this body. */
async function statusOf(bytes: Buffer): Promise<number> {
	let status = 0;
	const response = {
		status: (given: number) => {
			status = given;
			return response;
		},
		json: () => response,
	};
	const ignore = () => undefined;
	const request = {
		headers: { 'content-type': 'application/json' },
		complete: true,
		once: ignore,
		readRawBody: () => Promise.resolve(void Object.assign(request, { rawBody: bytes })),
	};
	const webhook = {
		getNodeParameter: (name: string, otherwise: unknown) =>
			name === 'options' ? { signatureCheck: 'off' } : otherwise,
		getRequestObject: () => request,
		getResponseObject: () => response,
		getBodyData: ignore,
		logger: { info: ignore, warn: ignore, error: ignore },
	};
	await receive(webhook as never);
	return status;
}

async function manyRecords(): Promise<Growth['manyRecords']> {
	const text = `{"eventType":"fee","feeLst":[${'{},'.repeat(5_500_000)}{}]}`;
	const bytes = Buffer.from(text);
	const before = megabytes();
	const status = await statusOf(bytes);
	const during = process.memoryUsage().heapUsed / 2 ** 20 - before;
	return { during, after: megabytes() - before, status };
}

async function main(): Promise<void> {
	nonces('a', 60_000);
	statusChange('receiver', 'X', 'first', 'day');
	const growth: Growth = {
		nonces: growthOf(() => {
			nonces('b', 200_000);
		}),
		longNames: growthOf(() => {
			for (let index = 0; index < 2000; index += 1) {
				const name = `${index}${'x'.repeat(100_000)}${index}`;
				acceptBlockCall('receiver', name);
				rememberNumber('receiver', name, '+8617000000001');
				statusChange('receiver', name, '5', '2026-01-23');
			}
		}),
		statuses: growthOf(() => {
			for (let index = 0; index < 100_000; index += 1) {
				statusChange('receiver', 'X', String(index), '2026-01-23');
			}
		}),
		manyRecords: await manyRecords(),
	};
	process.stdout.write(JSON.stringify(growth));
}

void main();
