// use: say
// How the jobs stand, when a run has come to its end. A start of n8n with nothing to do says nothing.
const isSample = $('Settings').first().json.sample === true;
if (!isSample && !$('Results').isExecuted && !$('Plan').isExecuted) return [];
const rows = isSample
	? $('Plan')
			.all()
			.map(({ json }) => json)
	: $input
			.all()
			.map(({ json }) => json)
			.filter(({ job, sample }) => job && !sample);
if (rows.length === 0) return [];
const job = rows.reduce((last, row) => (row.job > last ? row.job : last), '');
const mine = rows.filter((row) => row.job === job);
const count = (state) => mine.filter((row) => row.state === state).length;
const named = mine.filter(
	({ state, note }) => ['broken', 'failed', 'doubt'].includes(state) || (isSample && note),
);
const stopped = $('Results').isExecuted && $('Results').first(0, -1).json.stop;
return [
	{
		json: {
			text: [
				say('Bulk bind ', '批量绑定 ') + job + (isSample ? say(' (sample)', '（样例）') : ''),
				say(
					`${count('bound')} bound, ${count('failed')} failed, ${count('broken')} broken rows, ${count('doubt')} in doubt, ${count('planned') + count('binding')} left`,
					`已绑定 ${count('bound')}，失败 ${count('failed')}，有误 ${count('broken')}，存疑 ${count('doubt')}，剩余 ${count('planned') + count('binding')}`,
				),
				stopped && say('STOPPED: ', '已停止：') + $('Results').first(0, -1).json.note,
				...named
					.slice(0, 20)
					.map(({ orderId, state, note }) => orderId + ' ' + state + ': ' + note),
				named.length > 20 && '… +' + (named.length - 20),
			]
				.filter(Boolean)
				.join('\n'),
		},
	},
];
