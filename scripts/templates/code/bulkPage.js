// How far each job is; the page loads itself anew while something is left.
const rows = $input
	.all()
	.map(({ json }) => json)
	.filter(({ job, sample }) => job && !sample);
const esc = (text) =>
	String(text ?? '').replace(/[&<>"']/g, (sign) => '&#' + sign.charCodeAt(0) + ';');
const { headers = {}, query = {} } = $('Progress Page').first().json;
const zh =
	(String(query.lang ?? headers['accept-language'] ?? 'zh')
		.toLowerCase()
		.match(/\b(zh|en)\b/) ?? ['zh'])[0] === 'zh';
const t = (en, chinese) => (zh ? chinese : en);
const states = [
	['bound', t('bound', '已绑定')],
	['binding', t('under way', '进行中')],
	['planned', t('planned', '待绑定')],
	['failed', t('failed', '失败')],
	['broken', t('broken rows', '有误')],
	['doubt', t('in doubt', '存疑')],
];
const jobs = [...new Set(rows.map(({ job }) => job))].sort().reverse().slice(0, 10);
const isBusy = rows.some(({ state }) => ['planned', 'binding'].includes(state));
const part = (job) => {
	const mine = rows.filter((row) => row.job === job);
	const count = (state) => mine.filter((row) => row.state === state).length;
	const done = mine.length - count('planned') - count('binding');
	const named = mine.filter(({ state }) => ['failed', 'broken', 'doubt'].includes(state));
	return `<section><h2>${esc(job)}</h2><div class="track"><i style="width:${Math.round((done / mine.length) * 100)}%"></i></div><p>${done} / ${mine.length}: ${states
		.filter(([state]) => count(state))
		.map(([state, name]) => name + ' ' + count(state))
		.join(' · ')}</p>${
		named.length
			? `<table>${named
					.slice(0, 200)
					.map(
						({ orderId, state, note }) =>
							`<tr><td>${esc(orderId)}</td><td>${esc(states.find(([one]) => one === state)[1])}</td><td>${esc(note)}</td></tr>`,
					)
					.join('')}</table>`
			: ''
	}</section>`;
};
const html = `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">${isBusy ? '<meta http-equiv="refresh" content="3">' : ''}<title>${t('Bulk bind', '批量绑定')}</title><style>
:root{--back:#f5f6f8;--card:#fff;--text:#1c2330;--dim:#5d6675;--line:#e3e6eb;--bar:#2f7ed8}@media (prefers-color-scheme:dark){:root{--back:#14171c;--card:#1e232b;--text:#e8ebf0;--dim:#9aa4b2;--line:#313843;--bar:#5a9ff0}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}main{max-width:860px;margin:0 auto;padding:20px 14px}h1{font-size:22px}h2{font-size:15px;margin:0 0 10px}section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;margin-bottom:12px}.track{height:10px;border-radius:5px;background:var(--line);overflow:hidden}.track i{display:block;height:100%;background:var(--bar)}p{color:var(--dim);margin:8px 0 0}table{width:100%;border-collapse:collapse;margin-top:10px;font-size:14px}td{border-top:1px solid var(--line);padding:6px 8px 6px 0;vertical-align:top;overflow-wrap:anywhere}
</style></head><body><main><h1>${t('Bulk bind', '批量绑定')}</h1>${jobs.map(part).join('') || `<p>${t('No job yet.', '还没有任务。')}</p>`}</main></body></html>`;
return [{ json: { html } }];
