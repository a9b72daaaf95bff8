// One row an order: the oldest. A claim that is not the oldest goes.
const rows = $input
	.all()
	.map(({ json }) => json)
	.sort((a, b) => a.id - b.id);
const claim = $('Claim Order').first().json.id;
const isAlive = ({ state, expiresAt }) =>
	state === 'bound' && (!expiresAt || Date.parse(expiresAt) > Date.now());
const row = rows.find(isAlive) ?? rows.find(({ state }) => state === 'unbound');
return [{ json: { isBound: row !== undefined, row, drop: rows[0]?.id === claim ? -1 : claim } }];
