import { gzipSync } from 'node:zlib';

import { contentOf } from '../http/answers';
import type { Answer } from '../http/answers';
import { omit } from '../wire/json';
import type { RecordedRequest } from '../wire/journal';
import type { Fault } from './faults';
import type { ApiFaultKind } from './kinds';
import { endlessPage } from './endlessList';

/** An answer whose content is made anew from the bytes of the right one. */
const withData = (answer: Answer, change: (data: Buffer) => Buffer, headers = {}): Answer => {
	const { type, data } = contentOf(answer) ?? { type: 'application/json', data: '' };
	return {
		status: answer.status,
		headers: { ...answer.headers, ...headers },
		content: { type, data: change(Buffer.from(data)) },
	};
};

const half = (data: Buffer): Buffer => data.subarray(0, Math.max(1, Math.floor(data.length / 2)));

/** What an answer to a bind would tell of the new binding. */
const told = [
	'subscriptionId',
	'relationNum',
	'privateNum',
	'virtualNum',
	'extendNum',
	'relationNumber',
];

const changes: Partial<
	Record<ApiFaultKind, (answer: Answer, record: RecordedRequest, fault: Fault) => Answer>
> = {
	truncatedJson: (answer) => withData(answer, half),
	byteOrderMark: (answer) =>
		withData(answer, (data) => Buffer.concat([Buffer.from('\ufeff'), data])),
	gzip: (answer) => withData(answer, (data) => gzipSync(data), { 'content-encoding': 'gzip' }),
	noId: (answer) => ({ ...answer, body: answer.body && omit(answer.body, ...told) }),
	numericCode: (answer) => ({
		...answer,
		body: answer.body && { ...answer.body, resultcode: Number(answer.body.resultcode) },
	}),
	endlessList: endlessPage,
	plainHttpLink: ({ headers = {}, ...answer }) => ({
		...answer,
		headers: { ...headers, location: headers.location?.replace(/^https:/, 'http:') ?? '' },
	}),
};

/** The right answer in the form that a fault gives it. */
export function changedAnswer(answer: Answer, record: RecordedRequest, fault: Fault): Answer {
	return changes[fault.kind as ApiFaultKind]?.(answer, record, fault) ?? answer;
}
