/** The modes of the service; one application has exactly one. */
export type ModeName = 'AXB' | 'AX' | 'AXE' | 'AXYB' | 'X';

/** How pushes are signed: X-AKSK, the older X-WSSE, or X-AKSK over the push address (URL form). */
export type PushScheme = 'aksk' | 'wsse' | 'url';

/** The push addresses of an application, as in its console page. */
export interface PushUrls {
	/** 呼叫状态接收地址: callin, collectInfo, callout, alerting, answer, disconnect. */
	callEvent?: string;
	/** 呼叫话单接收地址: call records (fee). */
	callRecord?: string;
	/** 短信通知地址: what became of an SMS. */
	sms?: string;
	/** 短信控制地址: SMS in Block mode, whose answer decides (AX, X). */
	smsControl?: string;
	/** X号码状态接收地址; when absent, number states go to the call event address. */
	numberStatus?: string;
	/** 呼入事件状态接收地址: callin alone, by agreement with support. */
	callin?: string;
}

/** Fields that the platform sends only after an agreement with its support. */
export type AgreedField = 'smsContent' | 'callRelDirection' | 'areaCode' | 'callDuration';

/** One X number (in AXYB also a Y number) that the enterprise has ordered. */
export interface OrderedNumber {
	/** Global format, `+8613800006666`; only mobile numbers can be X. */
	number: string;
	/** City code with its leading 0, `0755`. */
	areaCode: string;
	/** Whether the number was ordered with SMS; default true. */
	sms?: boolean;
}

/** One application (应用) of the enterprise. */
export interface SimulatorApplication {
	appKey: string;
	appSecret: string;
	/** What people call it (应用名称); default: its app key. */
	name?: string;
	mode: ModeName;
	numbers: OrderedNumber[];
	/** Recording is switched on for the application; default true. */
	recording?: boolean;
	/** SMS is switched on for the application; default true. */
	sms?: boolean;
	/** Names of the approved tones; undefined: every well-formed name is accepted. */
	voiceFiles?: string[];
	pushUrls?: PushUrls | { all: string };
	/** How pushes are signed; default `aksk`. */
	pushScheme?: PushScheme;
	/** Addresses or networks (`10.0.0.0/8`) that may call the API; undefined: all. */
	ipWhiteList?: string[];
	/** `frozen`: the account is in arrears (1010029); `unavailable`: 1010008. Default `active`. */
	status?: 'active' | 'frozen' | 'unavailable';
	/** Flow control: requests beyond this many in a second get 403 1010010; undefined: no limit. */
	requestsPerSecond?: number;
	/** Cloud account (spId of call records); default `simulated_account`. */
	spId?: string;
	/** Digits of an AXE extension, 1-4 (分机号位数); default 4. */
	extensionLength?: number;
	/** How often AXE asks for the digits again (重复收号次数); default 1. */
	extensionRetries?: number;
	/** Callers may see the real number instead of X, which carriers forbid; default false. */
	transparent?: boolean;
	/** Area codes of mobile numbers, for a bind that leaves the choice of X to the platform. */
	subscriberAreas?: Readonly<Record<string, string>>;
	/** Default: `['smsContent']`. */
	agreedFields?: AgreedField[];
}

/** Figures of the platform; the ones it does not publish are guesses that tests may change. */
export interface SimulatorLimits {
	/** AXB: pairs on one X. Documented: 5000. */
	pairsPerX: number;
	/** AX and AXYB: X numbers of one A. Documented: 5. */
	numbersPerA: number;
	/** AXYB: relations of one Y. Documented: 1000. */
	relationsPerY: number;
	/** Failed authentications of one address before it is locked. Not published. */
	authenticationFailures: number;
	/** How long an address stays locked, in minutes (divided by `speed`). Documented: 30. */
	lockMinutes: number;
	/** How far `Created` may be from the clock, in seconds. Not published. */
	clockSkewSeconds: number;
	/** Binds of one number in a day (1020182); Infinity: no limit. Not published. */
	bindsPerNumberPerDay: number;
}

/** Waiting times in real milliseconds, unless said otherwise. */
export interface SimulatorTimings {
	/** How long the platform waits for the answer to a push. Not published. */
	answerTimeoutMs: number;
	/** How long it waits for the answer to a Block request. Not published. */
	blockTimeoutMs: number;
	/** Call records that end within this many simulated milliseconds travel in one push. */
	recordBatchMs: number;
	/** Simulated seconds from the call record to the moment its recording can be fetched. */
	recordingLagSeconds: number;
}

/** Choices where the documents are silent or contradict each other. */
export interface UncertainForms {
	/** AXE query v2.0: name of the list of bindings. Not published. */
	axeListName: string;
	/** AXE binding count: name of the list. Not published. */
	axeCountListName: string;
	/** The cursor is spelled nextCursor, in one place nextCusor. */
	axeCursorName: 'nextCursor' | 'nextCusor';
	/** What the last page of an AXE list says of a cursor. */
	axeLastCursor: 'absent' | 'repeat';
	/** Call events of X mode that are pushed again after a failure. */
	xRetry: 'exceptBlockCallin' | 'onlyBlockCallin' | 'all';
	/** Whether a repeated push gets a new nonce and Created. */
	signRetriesAnew: boolean;
}

/** What `startSimulator` takes. */
export interface SimulatorOptions {
	/** Address to listen on; default 127.0.0.1. */
	host?: string;
	/** Port of the API, the control API and the page; default 0 (any free one). */
	port?: number;
	/** Key and certificate (PEM): both listeners speak https. */
	tls?: { key: string; cert: string };
	applications: SimulatorApplication[];
	/** Factor that shortens ring and talk times, the retry schedule and the address lock; default 1. */
	speed?: number;
	/** Factor that shortens the life of bindings and recordings; default 1. */
	expirySpeed?: number;
	/** Host that recording links name; it listens on a port of its own. Default: `host`. */
	storageHost?: string;
	/** Port of the storage host; default 0 (any free one). */
	storagePort?: number;
	/** Carriers block recorded calls without a prompt and calls that show the real caller. Default true. */
	carrierRules?: boolean;
	limits?: Partial<SimulatorLimits>;
	timings?: Partial<SimulatorTimings>;
	uncertain?: Partial<UncertainForms>;
}

/** Options with every default filled in. */
export type ResolvedOptions = Required<
	Omit<SimulatorOptions, 'tls' | 'limits' | 'timings' | 'uncertain'>
> & {
	tls?: { key: string; cert: string };
	limits: SimulatorLimits;
	timings: SimulatorTimings;
	uncertain: UncertainForms;
};

/** Fills in the defaults. */
export function resolveOptions(options: SimulatorOptions): ResolvedOptions {
	const host = options.host ?? '127.0.0.1';
	return {
		host,
		port: options.port ?? 0,
		tls: options.tls,
		applications: options.applications,
		speed: options.speed ?? 1,
		expirySpeed: options.expirySpeed ?? 1,
		storageHost: options.storageHost ?? host,
		storagePort: options.storagePort ?? 0,
		carrierRules: options.carrierRules ?? true,
		limits: {
			pairsPerX: 5000,
			numbersPerA: 5,
			relationsPerY: 1000,
			authenticationFailures: 20,
			lockMinutes: 30,
			clockSkewSeconds: 600,
			bindsPerNumberPerDay: Infinity,
			...options.limits,
		},
		timings: {
			answerTimeoutMs: 60_000,
			blockTimeoutMs: 5_000,
			recordBatchMs: 1_000,
			recordingLagSeconds: 0,
			...options.timings,
		},
		uncertain: {
			axeListName: 'bindingList',
			axeCountListName: 'virtualNumList',
			axeCursorName: 'nextCursor',
			axeLastCursor: 'absent',
			xRetry: 'exceptBlockCallin',
			signRetriesAnew: false,
			...options.uncertain,
		},
	};
}

/** The console's addresses: `{ all }` stands for one URL in every field. */
export function resolvePushUrls(urls: PushUrls | { all: string } | undefined): PushUrls {
	if (!urls) return {};
	if (!('all' in urls)) return { ...urls };
	const { all } = urls;
	return { callEvent: all, callRecord: all, sms: all, smsControl: all, numberStatus: all };
}
