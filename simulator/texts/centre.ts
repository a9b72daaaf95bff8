import type { Application, Applications } from '../applications/application';
import { orderedNumber, OrderError } from '../applications/orders';
import type { ModeName } from '../config/applications';
import type { Direction, SmsRoute } from '../modes/shared/mode';
import { isUnusable } from '../modes/shared/numberPool';
import { retryMinutes } from '../pushes/pushes';
import type { Pushes } from '../pushes/pushes';
import type { Clock } from '../wire/clock';
import { newSmsIdentifier } from '../wire/ids';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import { defined } from '../wire/json';
import type { JsonObject } from '../wire/json';
import { isMobile } from '../wire/phoneNumbers';
import { smsTime } from '../wire/times';
import { readSmsDecision } from './decision';
import { splitCount } from './splitting';

/** An SMS as it is ordered from the simulator; numbers may be written loosely. */
export interface SmsRequest {
	/** The phone that writes. */
	from: string;
	/** The X number that it writes to. */
	to: string;
	text: string;
	/** Outcome to report in place of the real one (sendResult, 0-13). */
	sendResult?: number;
}

/** An SMS and its fate. */
export interface Sms {
	readonly smsIdentifier: string;
	readonly appKey: string;
	readonly mode: ModeName;
	/** ISO time. */
	readonly time: string;
	/** The real sender. */
	readonly from: string;
	readonly x: string;
	readonly text: string;
	state: 'deciding' | 'done';
	direction: Direction;
	subscriptionId?: string;
	userData?: string;
	/** The real receiver, when the SMS was forwarded. */
	to?: string;
	/** The text that reached the receiver. */
	deliveredText?: string;
	/** sendResult of the notification. */
	sendResult?: number;
}

/** Takes SMS from phones. */
export interface SmsCentre {
	readonly messages: readonly Sms[];
	/** Somebody texts X. Resolves when its fate is decided. */
	send: (request: SmsRequest) => Promise<Sms>;
	/** Messages that wait for a decision. */
	open(): number;
	clear(): void;
}

/** Results of sending, by name (common.json, smsSendResult). */
const results = {
	sent: 0,
	frozen: 1,
	paused: 3,
	discarded: 6,
	undecided: 7,
	failed: 10,
	noSms: 11,
};

/** The body of an SMS push: `{ appKey, smsEvent }`. */
export function smsBody(
	application: Application,
	sms: Sms,
	notificationMode: 'Notify' | 'Block',
): JsonObject {
	const isBlock = notificationMode === 'Block';
	const { asksOnCallin, smsEventName } = application.mode;
	const isSent = isBlock || sms.sendResult === results.sent;
	const smsEvent = {
		smsIdentifier: sms.smsIdentifier,
		notificationMode,
		calling: sms.from,
		// Told only after the platform has forwarded the message.
		called: isBlock || !isSent ? undefined : sms.to,
		virtualNumber: sms.x,
		event: smsEventName,
		timeStamp: smsTime(Date.parse(sms.time)),
		subscriptionId: sms.subscriptionId,
		smsContent: application.has('smsContent') ? sms.text : undefined,
		extInfo: {
			extParas: [
				{ key: 'splitNum', value: String(isSent ? splitCount(sms.text) : 0) },
				{ key: 'direction', value: String(sms.direction) },
			],
		},
		// X mode shows it in Notify only; AX sends 0 in Block.
		sendResult: isBlock ? (asksOnCallin ? undefined : 0) : sms.sendResult,
		areaCode: application.has('areaCode') ? application.numbers.get(sms.x)?.areaCode : undefined,
		userData: sms.userData,
	};
	return { appKey: application.appKey, smsEvent: defined(smsEvent) };
}

/** Opens an SMS centre without messages. */
export function openSmsCentre(
	clock: Clock,
	journal: Journal,
	applications: Applications,
	pushes: Pushes,
): SmsCentre {
	let messages: Sms[] = [];
	let waiting = 0;

	const routeOf = (application: Application, sms: Sms): SmsRoute => {
		const number = application.numbers.get(sms.x);
		const refused = (sendResult: number): SmsRoute => ({
			kind: 'refuse',
			sendResult,
			direction: 2,
		});
		if (application.settings.status === 'frozen') return refused(results.frozen);
		if (number && isUnusable(number)) return refused(results.paused);
		const canText = application.settings.sms !== false && number?.sms === true;
		if (!canText || !application.state.text) return refused(results.noSms);
		return application.state.text({ from: sms.from, x: sms.x }, sms.text);
	};

	const decide = async (application: Application, sms: Sms): Promise<void> => {
		sms.state = 'deciding';
		journal.tell('sms', sms);
		const answer = await pushes.ask({
			application,
			kind: 'smsControl',
			event: 'sms',
			sessionId: sms.smsIdentifier,
			body: smsBody(application, sms, 'Block'),
		});
		const decision = readSmsDecision(answer, sms.from);
		if (decision.kind === 'forward') {
			sms.to = decision.called;
			sms.deliveredText = sms.text;
			sms.sendResult = results.sent;
			// Only AX documents userData beside the operation.
			if (!application.mode.asksOnCallin) sms.userData = decision.userData ?? sms.userData;
		} else {
			sms.sendResult = decision.kind === 'discard' ? results.discarded : results.undecided;
		}
		if (application.mode.asksOnCallin) sms.direction = 2;
	};

	const carry = async (application: Application, sms: Sms, forced?: number): Promise<void> => {
		const route = routeOf(application, sms);
		sms.direction = route.direction;
		sms.subscriptionId = route.subscriptionId;
		sms.userData = route.userData;
		if (route.kind === 'ask') await decide(application, sms);
		if (route.kind === 'refuse') sms.sendResult = route.sendResult;
		if (route.kind === 'deliver') {
			sms.to = route.to;
			sms.deliveredText = route.deliveredText;
			sms.sendResult = results.sent;
		}
		// Landlines cannot receive SMS.
		if (sms.to !== undefined && !isMobile(sms.to)) sms.sendResult = results.failed;
		if (forced !== undefined) sms.sendResult = forced;
		if (sms.sendResult !== results.sent) sms.deliveredText = undefined;
		sms.state = 'done';
	};

	return {
		get messages() {
			return messages;
		},
		async send(request) {
			const from = orderedNumber(request.from, 'from');
			const x = orderedNumber(request.to, 'to');
			const application = applications.owning(x);
			if (!application) throw new OrderError(`to: ${x} is no number of any application.`);
			if (!isMobile(from)) throw new OrderError('from: only a mobile phone can write an SMS.');
			const sms: Sms = {
				smsIdentifier: newSmsIdentifier(),
				appKey: application.appKey,
				mode: application.settings.mode,
				time: new Date(clock.now()).toISOString(),
				from,
				x,
				text: request.text,
				state: 'done',
				direction: 2,
			};
			remember(messages, sms);
			waiting += 1;
			const list = messages;
			await carry(application, sms, request.sendResult);
			if (list !== messages) return sms;
			waiting -= 1;
			journal.tell('sms', sms);
			// Modes without SMS have no SMS notification either.
			if (!application.state.text) return sms;
			pushes.notify({
				application,
				kind: 'sms',
				event: 'sms',
				sessionId: sms.smsIdentifier,
				body: smsBody(application, sms, 'Notify'),
				retries: retryMinutes,
			});
			return sms;
		},
		open: () => waiting,
		clear() {
			messages = [];
			waiting = 0;
		},
	};
}
