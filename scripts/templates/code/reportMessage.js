// use: say, dial
// The figures of yesterday, for the group.
const { total, byNumber, byHour, from, days, end } = $input.first().json;
const rate = ({ answered, calls }) =>
	calls === 0 ? '–' : Math.round((answered / calls) * 100) + '%';
const day = days === 1 ? from.slice(0, 10) : from.slice(0, 10) + ' – ' + end.slice(0, 10);
if (total.calls === 0)
	return [{ json: { text: say('Calls on ', '通话日报 ') + day + say(': none.', '：无通话。') } }];
const peak = byHour.reduce((most, hour) => (hour.calls > most.calls ? hour : most));
const text = [
	say('Calls on ', '通话日报 ') + day,
	say(
		`${total.calls} calls, ${rate(total)} answered (${total.answered})`,
		`通话 ${total.calls} 通，接通率 ${rate(total)}（${total.answered} 通）`,
	),
	say(
		`${total.missed} missed, ${total.open} still to call back`,
		`未接听 ${total.missed} 通，其中待回电 ${total.open} 通`,
	),
	say(`${total.notConnected} not connected`, `未接续 ${total.notConnected} 通`),
	say(`${total.minutes} billed minutes`, `计费 ${total.minutes} 分钟`),
	say(
		`Busiest hour ${peak.hour}:00, ${peak.calls} calls`,
		`最忙时段 ${peak.hour} 点，${peak.calls} 通`,
	),
	...byNumber
		.slice(0, 5)
		.map(
			(one) =>
				'X ' +
				dial(one.privateNumber) +
				say(
					`: ${one.calls} calls, ${rate(one)}, ${one.minutes} min`,
					`：${one.calls} 通，${rate(one)}，${one.minutes} 分钟`,
				),
		),
];
return [{ json: { text: text.join('\n') } }];
