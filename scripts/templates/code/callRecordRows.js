// use: orderOf
// A row a call. A record without numbers is kept, and its row says so.
return $input.all().map(({ json }) => {
	const order = orderOf(json);
	return {
		json: {
			eventId: json.eventId ?? 'unknown ' + json.time,
			orderId: order === undefined ? undefined : String(order),
			mode: json.mode,
			outcome: json.outcome,
			callTime: json.callTime ?? json.time,
			callerNumber: json.callerNumber,
			calledNumber: json.calledNumber,
			privateNumber: json.privateNumber,
			extension: json.extension,
			ringSeconds: json.ringSeconds,
			talkSeconds: json.talkSeconds,
			billedMinutes: json.billedMinutes,
			endReason: json.endReason?.zh,
			recording: json.recording?.fileName,
			subscriptionId: json.subscriptionId,
			note: json.callerNumber && json.privateNumber ? undefined : 'without numbers 缺少号码',
			sample: json.sample === true,
		},
	};
});
