import type { Application, Applications } from '../applications/application';
import { orderedNumber, OrderError } from '../applications/orders';
import type { SmsRoute } from '../modes/shared/mode';
import { isUnusable } from '../modes/shared/numberPool';
import { retryMinutes } from '../pushes/push';
import type { Pushes } from '../pushes/pushes';
import type { Clock } from '../wire/clock';
import { newSmsIdentifier } from '../wire/ids';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import { isMobile } from '../wire/phoneNumbers';
import { readSmsDecision } from './decision';
import { results, smsBody } from './sms';
import type { Sms, SmsRequest } from './sms';

/** Takes SMS from phones. */
export interface SmsCentre {
	readonly messages: readonly Sms[];
	/** Somebody texts X. Resolves when its fate is decided. */
	send: (request: SmsRequest) => Promise<Sms>;
	/** Messages that wait for a decision. */
	open(): number;
	clear(): void;
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
