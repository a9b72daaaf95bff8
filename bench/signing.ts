import { Bench } from 'tinybench';

import { signRequest } from '../platform/application/signature';
import type { Part } from './figures';

const keys = { appKey: 'benchAppKey0001', appSecret: 'benchAppSecret0001' };

/** How long it takes to sign one request. */
export const signing: Part = async ({ short }) => {
	const bench = new Bench({ time: short ? 300 : 2000 });
	bench.add('aksk', () => signRequest(keys, 'aksk'));
	bench.add('wsse', () => signRequest(keys, 'wsse'));
	await bench.run();
	const figures = bench.tasks.map(({ name, result }) => ({
		name: `Signing a request (${name.toUpperCase()}), median`,
		value: 'latency' in result ? result.latency.p50 * 1000 : NaN,
		unit: 'µs' as const,
		goal: { atMost: 20 },
	}));
	return { figures };
};
