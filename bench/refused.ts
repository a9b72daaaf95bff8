import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

import { signatureHeaders } from '../simulator/wire/signature';
import type { Figure, Part } from './figures';
import { APPLICATION, startN8nBench, triggerNode } from './n8nBench';
import { median } from './statistics';

/** Pushes at once, as in a flood. */
const WIDTH = 4;
/** Empty records in a push that is as large as n8n takes it. */
const RECORDS = 5_500_000;

/** What pushes cost that the trigger refuses, beside those that it takes. */
export const refused: Part = async ({ short, say }) => {
	const n8n = await startN8nBench();
	const { appKey, appSecret } = APPLICATION;
	try {
		const url = await n8n.publish('Takes and refuses', [triggerNode({ events: ['fee'] })]);
		const record = await n8n.sample({ kind: 'fee', url, count: 1 });
		const sign = (secret: string) =>
			signatureHeaders({ scheme: 'aksk', appKey, appSecret: secret, url, now: Date.now() });
		const send = async (
			body: string,
			headers: object,
			status: number,
			type = 'application/json',
		): Promise<number> => {
			const begin = performance.now();
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': type, ...headers },
				body,
			});
			await answer.text();
			if (answer.status !== status) throw new Error(`${answer.status} in place of ${status}.`);
			return performance.now() - begin;
		};

		const amount = short ? 40 : 100;
		const cost = async (headers: () => object, status: number): Promise<number> => {
			const before = n8n.cpuMs();
			for (let sent = 0; sent < amount; sent += WIDTH) {
				await Promise.all(Array.from({ length: WIDTH }, () => send(record, headers(), status)));
			}
			// The executions go on after the answers.
			await new Promise((resolve) => setTimeout(resolve, 2000));
			return (n8n.cpuMs() - before) / amount;
		};
		const genuine = () => sign(appSecret);
		const forged = () => sign('another');
		const unsigned = () => ({});
		say('Pushes that are taken, forged and unsigned');
		await cost(genuine, 200);
		const figures: Figure[] = [];
		const taken = await cost(genuine, 200);
		for (const [name, headers] of Object.entries({ forged, unsigned })) {
			figures.push({
				name: `Processor time of a push that is ${name}, over one that is taken`,
				value: (await cost(headers, 401)) / taken,
				unit: '×',
				goal: { atMost: 1 },
			});
		}

		say('16 MB of empty records');
		const empty = `{"eventType":"fee","feeLst":[${'{},'.repeat(RECORDS)}{}]}`;
		await send(empty, genuine(), 400);
		const before = residentMb(n8n.mainPid);
		const asText: number[] = [];
		const asJson: number[] = [];
		for (let round = 0; round < 5; round += 1) {
			asText.push(await send(empty, genuine(), 400, 'text/plain'));
			asJson.push(await send(empty, genuine(), 400));
		}
		await new Promise((resolve) => setTimeout(resolve, 10_000));
		figures.push(
			{
				name: '16 MB of empty records, as text: refused after, median',
				value: median(asText),
				unit: 'ms',
				goal: { atMost: 500 },
			},
			{
				name: '16 MB of empty records, as JSON: refused after, median',
				value: median(asJson),
				unit: 'ms',
				goal: { atMost: 500 },
			},
			{
				name: '16 MB of empty records, ten times: growth of the process, garbage included',
				value: residentMb(n8n.mainPid) - before,
				unit: 'MB',
			},
		);
		return { figures, samples: { taken, asText, asJson } };
	} finally {
		await n8n.stop();
	}
};

/** Memory that a process holds, in megabytes; Linux alone tells it. */
function residentMb(pid: number): number {
	const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kilobytes) / 1024;
}
