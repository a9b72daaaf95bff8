// The rows whose binding is gone.
const rows = $('Is Left Over').all();
return $input.all().flatMap(({ json, pairedItem }, index) => {
	const from = typeof pairedItem === 'object' ? (pairedItem[0] ?? pairedItem).item : pairedItem;
	const row = rows[from ?? index]?.json;
	return json.error || !row ? [] : [{ json: { id: row.id, orderId: row.orderId } }];
});
