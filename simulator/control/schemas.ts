import { z } from 'zod';

import { scenarios } from '../calls/call';
import { ringEnds } from '../calls/scenarioEnds';
import { apiFaults, echoForms, pushFaults } from '../faults/kinds';
import type { FaultKind } from '../faults/kinds';
import { sampleKinds } from '../samples/sample';

const mode = z.enum(['AXB', 'AX', 'AXE', 'AXYB', 'X']);
const seconds = z.number().min(0).max(1_000_000);
const url = z.string().url();
const number = z.string().min(5);

const numberStatus = z.strictObject({
	number,
	status: z.enum(['5', '9', '10', '11']),
	cause: z.string().regex(/^\d+$/).optional(),
});

const milliseconds = z.number().min(0).max(3_600_000);

const faultKinds = Object.keys({ ...apiFaults, ...pushFaults }) as [FaultKind, ...FaultKind[]];

const fault = z.strictObject({
	kind: z.enum(faultKinds),
	times: z.number().int().positive().optional(),
	skip: z.number().int().min(0).optional(),
	target: z.enum(['api', 'storage']).optional(),
	operation: z.string().optional(),
	path: z.string().optional(),
	method: z.string().optional(),
	appKey: z.string().optional(),
	acts: z.boolean().optional(),
	actsAfterMs: z.union([milliseconds, z.tuple([milliseconds, milliseconds])]).optional(),
	delayMs: milliseconds.optional(),
	http: z.number().int().min(200).max(599).optional(),
	code: z.string().optional(),
	text: z.string().optional(),
	location: z.string().optional(),
	retryAfter: z.number().int().min(0).optional(),
	retryAfterAs: z.enum(['seconds', 'date']).optional(),
	form: z.enum(echoForms).optional(),
});

const flowControl = z.strictObject({
	algorithm: z.enum(['slidingWindow', 'fixedWindow', 'tokenBucket']),
	requests: z.number().positive(),
	seconds: z.number().positive().optional(),
	burst: z.number().min(1).optional(),
	othersShare: z.number().min(0).max(1).optional(),
	refusal: z.enum(['flowControl', 'trafficControl', 'http429']).optional(),
	retryAfter: z.number().int().min(0).optional(),
	retryAfterAs: z.enum(['seconds', 'date']).optional(),
});

/** Bodies of the control API. */
export const schemas = {
	call: z.strictObject({
		caller: number,
		called: number,
		scenario: z.enum(scenarios).optional(),
		ringSeconds: seconds.optional(),
		talkSeconds: seconds.optional(),
		hangUpBy: z.enum(['caller', 'callee']).optional(),
		digits: z.union([z.string(), z.array(z.string())]).optional(),
		interactive: z.boolean().optional(),
		recordingAs: z.enum(['file', 'url']).optional(),
		recordingLagSeconds: seconds.optional(),
		recordingName: z.string().min(1).max(128).optional(),
		recordingDomain: z.string().min(1).max(128).optional(),
		/** Starts so many equal calls at once; the answer is a list then. */
		count: z.number().int().min(1).max(10_000).optional(),
	}),
	hangUp: z.strictObject({ by: z.enum(['caller', 'callee']).default('caller') }),
	ringEnd: z.strictObject({ scenario: z.enum(ringEnds) }),
	digits: z.strictObject({ digits: z.string().regex(/^[\d*#]*$/) }),
	sms: z.strictObject({
		from: number,
		to: number,
		text: z.string().min(1).max(2000),
		sendResult: z.number().int().min(0).max(13).optional(),
	}),
	numberStatus: z
		.union([numberStatus, z.array(numberStatus).min(1)])
		.transform((changes) => [changes].flat()),
	pushUrls: z
		.strictObject({
			appKey: z.string().optional(),
			all: url.optional(),
			callEvent: url.optional(),
			callRecord: url.optional(),
			sms: url.optional(),
			smsControl: url.optional(),
			numberStatus: url.optional(),
			callin: url.optional(),
		})
		.transform(({ appKey, all, ...urls }) =>
			all === undefined ? { appKey, ...urls } : { appKey, all },
		),
	sample: z.strictObject({
		kind: z.enum(sampleKinds),
		mode,
		url,
		appKey: z.string().optional(),
		appSecret: z.string().optional(),
		scheme: z.enum(['aksk', 'wsse', 'url']).optional(),
		count: z.number().int().min(1).max(100).optional(),
		userData: z.string().max(256).optional(),
		body: z.unknown().optional(),
	}),
	guide: z
		.array(
			z.strictObject({
				does: z.enum(['dial', 'text', 'order']),
				number: number.optional(),
				url: url.optional(),
				starts: z.string().min(1),
				// Becomes a link of the page: nothing but a web address.
				link: url.regex(/^https?:/),
			}),
		)
		.max(100),
	order: z.strictObject({ url, body: z.record(z.string(), z.unknown()) }),
	binding: z.object({ appKey: z.string() }).passthrough(),
	fault,
	behaviour: z.strictObject({
		connections: z.enum(['short', 'keepAlive']).optional(),
		closeDelayMs: z.tuple([milliseconds, milliseconds]).optional(),
		flowControl: z.union([z.literal('off'), flowControl]).optional(),
	}),
	faults: z.array(fault),
};
