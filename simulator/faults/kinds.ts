/**
 * The kinds of faults, one row each. The row says when the platform acts on a request that meets it:
 * `instead`: not at all, unless the fault says `acts` or `actsAfterMs`; `changed`: as ever, only its
 * answer takes another form; `broken`: as `instead`, and no whole answer comes.
 */

/** Faults of the API and of the storage host. */
export const apiFaults = {
	/** 500 with 1010001. */
	internalError: 'instead',
	/** 500 with an HTML page, as a gateway sends it. */
	htmlError: 'instead',
	/** 502 with an HTML page. */
	badGateway: 'instead',
	/** `http` (401) with an HTML page; on the storage host 200, as if the page were the file. */
	htmlAnswer: 'instead',
	/** `http` (401) with nothing; on the storage host 200 and 0 bytes. */
	emptyAnswer: 'instead',
	/** 403 1010010. */
	flowControl: 'instead',
	/** 403 1011006. */
	trafficControl: 'instead',
	/** 429 with Retry-After (`retryAfter`, `retryAfterAs`) and nothing else. */
	tooManyRequests: 'instead',
	/** 403 1020166. */
	ipNotAllowed: 'instead',
	/** `http` (403) with `code` and `text`. */
	code: 'instead',
	/** `http` (302) to `location`; without a location: no Location header. */
	redirect: 'instead',
	/** 302 to the very same address, for ever. */
	redirectLoop: 'instead',
	/** `http` (403) with the signature header of the request in it, in the spelling of `form`. */
	echoedSignature: 'instead',
	/** The right answer, `delayMs` late. */
	slow: 'changed',
	/** A complete answer whose JSON is cut off in the middle. */
	truncatedJson: 'changed',
	/** The connection dies in the middle of the answer. */
	cutAnswer: 'changed',
	/** A byte order mark stands before the JSON. */
	byteOrderMark: 'changed',
	/** Content coding gzip, unasked. */
	gzip: 'changed',
	/** The answer to a bind without the id and the numbers that it was asked for. */
	noId: 'changed',
	/** resultcode is a number. */
	numericCode: 'changed',
	/** A list that never ends: every page is full, and another one follows. */
	endlessList: 'changed',
	/** The address of a recording begins with http, not https. */
	plainHttpLink: 'changed',
	/** Never an answer. */
	hang: 'broken',
	/** The connection is reset before any header; with `acts`: a lost answer. */
	reset: 'broken',
	/** The connection ends after the headers of the right answer; with `acts`: a lost answer. */
	resetAfterHeaders: 'broken',
	/** 200, then one byte every `delayMs` (100), for ever. */
	drip: 'broken',
} as const satisfies Record<string, 'instead' | 'changed' | 'broken'>;

/** Faults of pushes. */
export const pushFaults = {
	/** Every matching push is sent twice. */
	pushTwice: 'push',
	/** First try `delayMs` late. */
	pushLate: 'push',
	/** Held back until the next push of the same call has been sent (at most 2 s). */
	pushOutOfOrder: 'push',
	/** PasswordDigest made with another secret. */
	pushWrongSignature: 'push',
	/** No signature headers. */
	pushUnsigned: 'push',
} as const;

/** A fault of the API or of the storage host. */
export type ApiFaultKind = keyof typeof apiFaults;
/** A fault of pushes. */
export type PushFaultKind = keyof typeof pushFaults;
/** Any fault. */
export type FaultKind = ApiFaultKind | PushFaultKind;

/** Whether a fault meets pushes. */
export const isPushFault = (kind: FaultKind): kind is PushFaultKind => kind in pushFaults;

/** What a fault does to the platform's work: see above. */
export const stageOf = (kind: FaultKind): 'instead' | 'changed' | 'broken' | 'push' =>
	isPushFault(kind) ? pushFaults[kind] : apiFaults[kind];

/** Spellings in which an answer can repeat the signature header of its request. */
export const echoForms = ['json', 'xml', 'htmlTable', 'entities', 'base64'] as const;

/** A spelling of an echoed signature. */
export type EchoForm = (typeof echoForms)[number];
