// A row that was written comes back with the time at which n8n made it. What was not written is named.
const wanted = $('SOURCE').all();
const lost = $input.all().flatMap(({ json, pairedItem }, index) => {
	if (json.createdAt !== undefined) return [];
	const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
	return [String(json.KEY ?? wanted[from ?? index]?.json.KEY ?? '?')];
});
if (lost.length > 0)
	throw new Error(
		'Not written into the data table; is it full? 未写入数据表，可能已满: ' + lost.join(', '),
	);
return [];
