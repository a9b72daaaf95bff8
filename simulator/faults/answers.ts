import { refusalAnswer, tooManyRequests } from '../http/answers';
import type { Answer } from '../http/answers';
import type { RecordedRequest } from '../wire/journal';
import { refuse } from '../wire/refusals';
import type { RefusalName } from '../wire/refusals';
import { echo } from './echo';
import type { Fault } from './faults';
import type { ApiFaultKind } from './kinds';

/** A page as a gateway makes it. */
const page = (status: number, title: string): Answer => ({
	status,
	content: {
		type: 'text/html',
		data: `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`,
	},
});

const refused: Partial<Record<Fault['kind'], RefusalName>> = {
	internalError: 'internalSystemError',
	flowControl: 'flowControl',
	trafficControl: 'trafficControl',
	ipNotAllowed: 'ipNotAllowed',
};

const makers: Partial<Record<ApiFaultKind, (fault: Fault, record: RecordedRequest) => Answer>> = {
	code: ({ http, code, text }) => ({
		status: http ?? 403,
		body: { resultcode: code ?? '1010002', resultdesc: text ?? 'Invalid request.' },
	}),
	htmlError: () => page(500, '500 Internal Server Error'),
	badGateway: () => page(502, '502 Bad Gateway'),
	htmlAnswer: ({ http, target }) =>
		target === 'storage'
			? page(http ?? 200, 'Sign in')
			: page(http ?? 401, '401 Authorization Required'),
	emptyAnswer: ({ http, target }) => ({ status: http ?? (target === 'storage' ? 200 : 401) }),
	tooManyRequests: ({ retryAfter, retryAfterAs }) => tooManyRequests(retryAfter, retryAfterAs),
	redirect: ({ http, location }) => ({
		status: http ?? 302,
		headers: location === undefined ? undefined : { location },
	}),
	redirectLoop: ({ http }, { rawUrl }) => ({ status: http ?? 302, headers: { location: rawUrl } }),
	echoedSignature: ({ http, form }, record) => echo(record, form ?? 'json', http ?? 403),
};

/** The answer that a fault gives in place of the right one; undefined: the fault works otherwise. */
export function faultAnswer(fault: Fault, record: RecordedRequest): Answer | undefined {
	const name = refused[fault.kind];
	if (name) return refusalAnswer(refuse(name));
	return fault.kind in makers ? makers[fault.kind as ApiFaultKind]?.(fault, record) : undefined;
}
