// use: orderOf
// Text and summary of each call, with what the call record says.
const calls = $('Was Recorded').all();
const texts = $('Transcribe').all();
const from = ({ pairedItem }, index) =>
	(typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem) ?? index;
return $input.all().map((item, index) => {
	const text = texts[from(item, index)];
	// The recording that the text is of: one step further back.
	const call = (calls.length === 1 ? calls[0] : $('Was Recorded').itemMatching(index)).json;
	const order = orderOf(call);
	return {
		json: {
			eventId: call.eventId,
			orderId: order === undefined ? undefined : String(order),
			callTime: call.callTime ?? call.time,
			recording: call.recording.fileName,
			text: String(text?.json.text ?? ''),
			summary: String(item.json.choices?.[0]?.message?.content ?? '').trim(),
			sample: call.sample === true,
		},
	};
});
