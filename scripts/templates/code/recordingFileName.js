// use: orderOf, beijing
// Date, order and the platform's own name: sorted by time, found by order, never two with one name.
const { folder } = $('Settings').first().json.settings;
const plain = (text) =>
	String(text ?? '')
		.replace(/[^\p{L}\p{N}._-]+/gu, '_')
		.replace(/^\.+/, '')
		.slice(0, 80);
return $input.all().map(({ json }, item) => {
	const at = beijing(json.callTime ?? json.time);
	const day = at.isValid ? at.toFormat('yyyy-MM-dd_HH-mm-ss') : 'unknown-time';
	const name = [day, plain(orderOf(json)), plain(json.recording.fileName)]
		.filter(Boolean)
		.join('_');
	return {
		json: { ...json, file: name, path: String(folder).replace(/\/+$/, '') + '/' + name },
		pairedItem: { item },
	};
});
