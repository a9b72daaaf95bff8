// use: say
// Which workflow, which step, why, and where to look. Phone numbers stay hidden.
const masked = (text) =>
	String(text ?? '').replace(/(\+?86)?(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})(?!\d)/g, '$2****$3');
return $input.all().map(({ json }) => {
	const { execution = {}, trigger, workflow = {}, sample } = json;
	const reason = execution.error ?? trigger?.error ?? {};
	return {
		json: {
			text: [
				say('Workflow failed: ', '【告警】工作流失败：') +
					masked(workflow.name ?? '?') +
					(sample ? say(' (sample)', '（样例）') : ''),
				execution.lastNodeExecuted && say('Step: ', '步骤：') + execution.lastNodeExecuted,
				say('Why: ', '原因：') + masked(reason.message ?? '?').slice(0, 500),
				reason.description && masked(reason.description).slice(0, 300),
				execution.url,
			]
				.filter(Boolean)
				.join('\n'),
		},
	};
});
