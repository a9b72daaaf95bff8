// use: say, mask, dial, beijing, when
// What the group is told: what ends soon, and how much was put in order. Nothing when there is nothing.
const rows = $input.all().map(({ json }) => json);
const soon = rows.filter(({ todo }) => todo === 'remind');
const removed = $('Was Unbound').isExecuted ? $('Was Unbound').all().length : 0;
const wanted = rows.filter(({ todo }) => todo === 'remove').length;
const ended = rows.filter(({ todo }) => todo === 'ended').length;
const lines = [
	soon.length > 0 && say(`${soon.length} binding(s) end soon:`, `${soon.length} 个绑定即将到期：`),
	...soon
		.slice(0, 30)
		.map((row) =>
			[
				when(row.expiresAt),
				say('order ', '订单 ') + row.orderId,
				mask(row.numberA) + ' ↔ ' + mask(row.numberB),
				'X ' + dial(row.privateNumber),
			].join(' · '),
		),
	soon.length > 30 && '… +' + (soon.length - 30),
	ended > 0 && say(`${ended} have ended.`, `${ended} 个已到期。`),
	wanted > 0 &&
		say(
			`${removed} of ${wanted} left over were unbound.`,
			`遗留 ${wanted} 个，已解绑 ${removed} 个。`,
		),
].filter(Boolean);
return lines.length === 0 ? [] : [{ json: { text: lines.join('\n') } }];
