/** A call record as the trigger gives it out; pinned, so `sample` tells it from a real one. */
export function callRecord(more: object): object {
	return {
		eventType: 'fee',
		eventId: 'fee:ba171f34e6953fcd751edc77127748f4.3694223571.338666679.7',
		time: '2026-01-01T16:01:10.000+08:00',
		sessionId: '1200_1029_4294967295_20260101080000@callenabler246.huaweicaas.com',
		recordId: 'ba171f34e6953fcd751edc77127748f4.3694223571.338666679.7',
		subscriptionId: '0167ecc9-bfb6-4eec-b671-a7dab2ba78cf',
		mode: 'AXB',
		callerNumber: '+8613800000001',
		calledNumber: '+8613900000002',
		privateNumber: '+8617000000003',
		userData: { orderId: 'A-1001' },
		needsReply: false,
		direction: 'aToB',
		outcome: 'answered',
		answered: true,
		ringSeconds: 8,
		talkSeconds: 60,
		billedMinutes: 1,
		callTime: '2026-01-01T16:00:00.000+08:00',
		alertingTime: '2026-01-01T16:00:02.000+08:00',
		answerTime: '2026-01-01T16:00:10.000+08:00',
		endTime: '2026-01-01T16:01:10.000+08:00',
		endReason: {
			code: 0,
			en: 'Answered, then hung up by a party (normal end)',
			zh: '接通后主动挂机',
			by: 'normal',
		},
		sample: true,
		...more,
	};
}

/** What is absent from the record of a call that nobody took. */
export const missed = {
	eventId: 'fee:ba171f34e6953fcd751edc77127748f4.3694223571.338666679.8',
	recordId: 'ba171f34e6953fcd751edc77127748f4.3694223571.338666679.8',
	time: '2026-01-01T16:00:32.000+08:00',
	outcome: 'missed',
	answered: false,
	ringSeconds: 30,
	talkSeconds: 0,
	billedMinutes: 0,
	answerTime: undefined,
	endTime: '2026-01-01T16:00:32.000+08:00',
	endReason: { code: 18, en: 'No user responding', zh: '无应答', by: 'network' },
} as const;

/** A call record with a recording. */
export const recorded = {
	recording: { fileName: '1200_1029_0_20260101080000.wav', recordDomain: 'ostor.huawei.com' },
} as const;

/** Rows of the table of calls of one week, for the report. */
export function sampleCalls(): object[] {
	return Array.from({ length: 48 }, (_, index) => {
		const outcome = index % 5 === 3 ? 'missed' : index % 16 === 7 ? 'notConnected' : 'answered';
		const minutes = outcome === 'answered' ? 1 + (index % 4) : 0;
		const hour = String(8 + ((index * 5) % 13)).padStart(2, '0');
		return {
			eventId: `fee:sample-${index + 1}`,
			orderId: `A-${1001 + (index % 30)}`,
			mode: 'AXB',
			outcome,
			callTime: `2026-01-0${1 + (index % 7)}T${hour}:${String((index * 7) % 60).padStart(2, '0')}:00.000+08:00`,
			callerNumber: `+861380000000${1 + (index % 8)}`,
			calledNumber: `+861390000000${1 + (index % 6)}`,
			privateNumber: `+861700000000${3 + (index % 3)}`,
			talkSeconds: minutes * 60 - 20 * Math.sign(minutes),
			billedMinutes: minutes,
		};
	});
}
