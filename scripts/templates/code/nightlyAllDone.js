// What could not be unbound is named; everything else is done.
if (!$('Unbind').isExecuted) return [];
const rows = $('Is Left Over').all();
const lost = $('Unbind')
	.all()
	.flatMap(({ json, pairedItem }, index) => {
		if (!json.error) return [];
		const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
		return [`${rows[from ?? index]?.json.orderId ?? '?'} (${json.error.message ?? json.error})`];
	});
if (lost.length > 0) throw new Error('Not unbound 未解绑: ' + lost.join(', '));
return [];
