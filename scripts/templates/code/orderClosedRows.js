// The bindings of the order that may still be there; none when all are gone or the order is unknown.
const { orderId } = $('Read Order').first().json;
const rows = $input
	.all()
	.map(({ json }) => json)
	.filter((row) => row.orderId);
const alive = rows.filter(({ state, subscriptionId }) => subscriptionId && state !== 'unbound');
if (alive.length > 0) return alive.map((row) => ({ json: row }));
return [{ json: { orderId, isKnown: rows.some(({ subscriptionId }) => subscriptionId) } }];
