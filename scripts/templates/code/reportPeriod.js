// Which days, in which language: from the address of the page, from the browser, or yesterday for the robot.
const { settings, headers, query = {}, sample } = $input.first().json;
const isPage = headers !== undefined;
const zone = String(settings.timeZone || 'Asia/Shanghai');
const now = sample
	? DateTime.fromISO('2026-01-07T20:00:00+08:00', { zone })
	: DateTime.now().setZone(zone);
const asked = Math.round(Number(query.days));
const days = isPage
	? Math.min(92, Math.max(1, Number.isFinite(asked) && asked > 0 ? asked : 7))
	: 1;
const end = isPage ? now.endOf('day') : now.startOf('day').minus({ milliseconds: 1 });
const from = end.startOf('day').minus({ days: days - 1 });
const wanted = String(
	query.lang ?? (isPage ? headers['accept-language'] : settings.language) ?? 'zh',
).toLowerCase();
// The first language of the browser that we speak; Chinese where it says nothing.
const language = (wanted.match(/\b(zh|en)\b/) ?? ['zh'])[0];
return [
	{
		json: { isPage, days, from: from.toISO(), end: end.toISO(), now: now.toISO(), zone, language },
	},
];
