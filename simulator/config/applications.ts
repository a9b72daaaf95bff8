import type { FlowControlRule } from './behaviour';

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
	/** Flow control of this application in place of the common one. */
	flowControl?: FlowControlRule | 'off';
	/** The same in short: at most this many requests within any second. */
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

/** The console's addresses: `{ all }` stands for one URL in every field. */
export function resolvePushUrls(urls: PushUrls | { all: string } | undefined): PushUrls {
	if (!urls) return {};
	if (!('all' in urls)) return { ...urls };
	const { all } = urls;
	return { callEvent: all, callRecord: all, sms: all, smsControl: all, numberStatus: all };
}
