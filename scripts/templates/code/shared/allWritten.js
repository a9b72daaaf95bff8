// What could not be written is named; everything else is in the table.
const wanted = $('SOURCE').all();
const lost = $input.all().flatMap(({ json, pairedItem }, index) => {
	if (!json.error) return [];
	const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
	return [`${wanted[from ?? index]?.json.KEY ?? '?'} (${json.error.message ?? json.error})`];
});
if (lost.length > 0) throw new Error('Not written into the table 未写入数据表: ' + lost.join(', '));
return [];