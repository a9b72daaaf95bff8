// use: mask, dial
// The page: one file, no script, no address of anybody else. Charts are SVG; it is as wide as the window.
const data = $input.first().json;
const zh = data.language === 'zh';
const t = (en, chinese) => (zh ? chinese : en);
const esc = (text) =>
	String(text ?? '').replace(/[&<>"']/g, (sign) => '&#' + sign.charCodeAt(0) + ';');
const whole = (value) => Number(value).toLocaleString('en-US');
const rate = ({ answered, calls }) =>
	calls === 0 ? '–' : Math.round((answered / calls) * 100) + '%';
const kinds = [
	['answered', t('Answered', '已接通')],
	['missed', t('Missed', '未接听')],
	['notConnected', t('Not connected', '未接续')],
];
const link = (more) =>
	'?days=' + (more.days ?? data.days) + '&lang=' + (more.lang ?? data.language);

// Bars that stand on each other; places in percent, so the text keeps its size on a phone.
const chart = (title, bars, labelEvery) => {
	const top = Math.max(...bars.map(({ calls }) => calls), 1);
	const power = 10 ** Math.floor(Math.log10(top / 3 || 1));
	const step = Math.max(
		1,
		[1, 2, 5, 10].map((each) => each * power).find((each) => top / each <= 4) ?? power * 10,
	);
	const max = Math.ceil(top / step) * step;
	const height = 200,
		floor = 174,
		room = 158,
		left = 9,
		width = (100 - left) / bars.length;
	const lines = Array.from({ length: max / step + 1 }, (_, index) => {
		const y = floor - ((index * step) / max) * room;
		return `<line x1="${left - 1}%" x2="100%" y1="${y}" y2="${y}" class="grid"/><text x="${left - 2}%" y="${y + 4}" class="axis" text-anchor="end">${whole(index * step)}</text>`;
	}).join('');
	const columns = bars
		.map((bar, index) => {
			let y = floor;
			const x = left + index * width;
			const parts = kinds
				.map(([kind]) => {
					const size = (bar[kind] / max) * room;
					y -= size;
					return size === 0
						? ''
						: `<rect x="${(x + width * 0.14).toFixed(2)}%" width="${(width * 0.72).toFixed(2)}%" y="${y.toFixed(1)}" height="${size.toFixed(1)}" class="${kind}"/>`;
				})
				.join('');
			const tip = bar.long + ': ' + kinds.map(([kind, name]) => name + ' ' + bar[kind]).join(', ');
			const label =
				index % labelEvery
					? ''
					: `<text x="${(x + width / 2).toFixed(2)}%" y="${floor + 18}" class="axis" text-anchor="middle">${esc(bar.short)}</text>`;
			return `<g><title>${esc(tip)}</title><rect x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" y="${floor - room}" height="${room}" class="hover"/>${parts}</g>${label}`;
		})
		.join('');
	return `<section><h2>${title}</h2><svg width="100%" height="${height}" role="img" aria-label="${title}">${lines}${columns}</svg></section>`;
};

const days = data.byDay.map((day) => ({ ...day, short: day.day.slice(5), long: day.day }));
const hours = data.byHour.map((hour) => ({
	...hour,
	short: String(hour.hour),
	long: `${hour.hour}:00–${hour.hour + 1}:00`,
}));
const { total } = data;
const tile = (name, value, more = '') =>
	`<div class="tile"><div class="name">${name}</div><div class="value">${value}</div><div class="more">${more}</div></div>`;
const states = {
	open: t('to call back', '待回电'),
	done: t('settled', '已处理'),
	spoken: t('spoken since', '已通话'),
};
const most = Math.max(...data.byNumber.map(({ calls }) => calls), 1);

const numbers = data.byNumber
	.map(
		(one) =>
			`<tr><td class="bar"><i style="width:${Math.round((one.calls / most) * 100)}%"></i><span>${esc(dial(one.privateNumber))}</span></td><td>${whole(one.calls)}</td><td>${rate(one)}</td><td>${whole(one.missed)}</td><td>${whole(one.minutes)}</td></tr>`,
	)
	.join('');
const missed = data.missed
	.map(
		(one) =>
			`<tr><td>${esc(one.at)}</td><td>${esc(mask(one.callerNumber))}</td><td class="wide">${esc(one.calledNumber && one.calledNumber !== one.privateNumber ? mask(one.calledNumber) : '–')}</td><td class="wide">${esc(one.orderId ?? '–')}</td><td><b class="${one.state}">${states[one.state]}</b></td></tr>`,
	)
	.join('');
const none = `<p class="none">${t('No calls in this period.', '该时段内没有通话。')}</p>`;
const from = data.from.slice(0, 10),
	end = data.end.slice(0, 10);
const choices = [
	[1, t('Today', '今天')],
	[7, t('7 days', '7 天')],
	[30, t('30 days', '30 天')],
]
	.map(
		([count, name]) =>
			`<a href="${link({ days: count })}"${count === data.days ? ' class="on"' : ''}>${name}</a>`,
	)
	.join('');

const html = `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${t('Call report', '通话报表')}</title><style>
:root{--back:#f5f6f8;--card:#fff;--text:#1c2330;--dim:#5d6675;--line:#e3e6eb;--answered:#2f7ed8;--missed:#e07b39;--notConnected:#a9b1bd;--on:#1c2330;--onText:#fff;--good:#1d7d4f}
@media (prefers-color-scheme:dark){:root{--back:#14171c;--card:#1e232b;--text:#e8ebf0;--dim:#9aa4b2;--line:#313843;--answered:#5a9ff0;--missed:#f09a5d;--notConnected:#5f6977;--on:#e8ebf0;--onText:#14171c;--good:#5cc493}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1180px;margin:0 auto;padding:20px 16px 40px}header{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:baseline;margin-bottom:16px}h1{font-size:22px;margin:0}h2{font-size:15px;margin:0 0 10px}
.when{color:var(--dim);flex:1 1 auto}nav{display:flex;gap:6px;flex-wrap:wrap}nav a{color:var(--text);text-decoration:none;border:1px solid var(--line);background:var(--card);border-radius:16px;padding:5px 14px;white-space:nowrap}nav a.on{background:var(--on);color:var(--onText);border-color:var(--on)}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin-bottom:12px}.tile,section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px}.name,.more{color:var(--dim);font-size:13px}.value{font-size:28px;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums}.more{min-height:1.5em}
.grid2{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:12px;margin-bottom:12px;align-items:start}svg{display:block;overflow:visible}.grid{stroke:var(--line)}.axis{fill:var(--dim);font-size:11px}.hover{fill:transparent}g:hover .hover{fill:var(--line);opacity:.5}.answered{fill:var(--answered)}.missed{fill:var(--missed)}.notConnected{fill:var(--notConnected)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--dim);font-size:13px;margin:0 2px 12px}.legend i{display:inline-block;width:11px;height:11px;border-radius:3px;margin-right:6px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th{color:var(--dim);font-weight:500;font-size:13px}th,td{text-align:right;padding:7px 8px;border-top:1px solid var(--line);white-space:nowrap}tr:first-child th{border-top:0}th:first-child,td:first-child{text-align:left;padding-left:0}th:last-child,td:last-child{padding-right:0}
td.bar{position:relative;width:34%}td.bar i{position:absolute;left:0;top:6px;bottom:6px;background:var(--answered);opacity:.18;border-radius:4px}td.bar span{position:relative;padding-left:8px}.missedList td,.missedList th{text-align:left}.missedList td{overflow:hidden;text-overflow:ellipsis;max-width:150px}b{font-weight:500}b.open{color:var(--missed)}b.done,b.spoken{color:var(--good)}.none{color:var(--dim);text-align:center;padding:28px 0;margin:0}footer{color:var(--dim);font-size:13px;margin-top:14px}
@media (max-width:760px){.tiles{grid-template-columns:1fr 1fr}.grid2{grid-template-columns:minmax(0,1fr)}.wide{display:none}.value{font-size:24px}main{padding:14px 12px 32px}th,td{padding:7px 5px}td.bar{width:auto}}
</style></head><body><main>
<header><h1>${t('Call report', '通话报表')}</h1><span class="when">${from === end ? from : from + ' – ' + end}</span><nav>${choices}<a href="${link({ lang: zh ? 'en' : 'zh' })}" lang="${zh ? 'en' : 'zh-CN'}">${zh ? 'English' : '中文'}</a></nav></header>
<div class="tiles">${tile(t('Calls', '通话量'), whole(total.calls))}${tile(t('Answered', '接通率'), rate(total), whole(total.answered) + t(' calls', ' 通接通'))}${tile(t('Missed', '未接听'), whole(total.missed), total.missed ? whole(total.open) + t(' to call back', ' 通待回电') : '')}${tile(t('Billed minutes', '计费分钟'), whole(total.minutes))}</div>
${
	total.calls === 0
		? `<section>${none}</section>`
		: `<div class="legend">${kinds.map(([kind, name]) => `<span><i style="background:var(--${kind})"></i>${name}</span>`).join('')}</div>
<div class="grid2">${chart(t('Calls a day', '每日通话'), days, Math.ceil(days.length / 7))}${chart(t('Calls by hour of the day', '各时段通话'), hours, 3)}</div>
<div class="grid2"><section><h2>${t('By privacy number', '按隐私号')}</h2><table><tr><th>X</th><th>${t('Calls', '通话')}</th><th>${t('Answered', '接通率')}</th><th>${t('Missed', '未接')}</th><th>${t('Minutes', '分钟')}</th></tr>${numbers}</table></section>
<section class="missedList"><h2>${t('Missed calls', '未接来电')}</h2>${missed ? `<table><tr><th>${t('When', '时间')}</th><th>${t('Caller', '主叫')}</th><th class="wide">${t('Called', '被叫')}</th><th class="wide">${t('Order', '订单')}</th><th>${t('Callback', '回电')}</th></tr>${missed}</table>${data.missedMore ? `<footer>${t('… and ', '……另有 ')}${whole(data.missedMore)}${t(' more', ' 通')}</footer>` : ''}` : `<p class="none">${t('None. Well done.', '没有未接来电。')}</p>`}</section></div>`
}
<footer>${t('As of ', '数据截至 ')}${data.now.slice(0, 16).replace('T', ' ')} · ${data.zone === 'Asia/Shanghai' ? t('Beijing time', '北京时间') : esc(data.zone)}</footer>
</main></body></html>`;
return [{ json: { html } }];
