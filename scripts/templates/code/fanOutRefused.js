// Who does not have it, and why; the platform sends the push again.
const wanted = $('One Item a Workflow').all();
const lost = $input.all().map(({ json, pairedItem }, index) => {
	const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
	const url = json.url ?? wanted[from ?? index]?.json.url ?? '?';
	const why = json.error?.message ?? json.error ?? json.message ?? '';
	return `${url} (${typeof why === 'string' ? why : JSON.stringify(why)})`;
});
throw new Error('Not passed on 未转发: ' + lost.join(', '));
