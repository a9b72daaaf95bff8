// A job that was stopped, and rows in doubt, make the run red and are named.
if (!$('Results').isExecuted || $('Settings').first().json.sample === true) return [];
const { stop } = $('Results').first(0, -1).json;
const reason = $('Results')
	.all(0, -1)
	.find(({ json }) => json.state === 'planned')?.json.note;
if (stop)
	throw new Error('Stopped; correct it and run "Go On". 已停止，改正后运行 Go On: ' + reason);
const doubt = $input
	.all()
	.map(({ json }) => json)
	.filter(({ state }) => state === 'doubt');
if (doubt.length > 0)
	throw new Error(
		'In doubt, look them up before you bind them again. 存疑，请核实: ' +
			doubt.map(({ orderId }) => orderId).join(', '),
	);
return [];
