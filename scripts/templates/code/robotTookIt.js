// Robots refuse with HTTP status 200 and a code in their answer.
const { robot } = $('Message for Robot').first().json;
const remedies = {
	93000: 'The key in robotAddress is wrong. robotAddress 中的 key 不正确。',
	45009: 'Too many messages: 20 a minute. 发送太频繁：每分钟最多 20 条。',
	310000:
		'The security setting of the robot refuses it: keyword, signature (robotSecret) or IP address. 被机器人的安全设置拒绝：关键词、加签 (robotSecret) 或 IP 地址。',
	300001: 'The access_token in robotAddress is wrong. robotAddress 中的 access_token 不正确。',
	300005: 'The access_token in robotAddress is wrong. robotAddress 中的 access_token 不正确。',
	130101: 'Too many messages: 20 a minute. 发送太频繁：每分钟最多 20 条。',
	19001: 'The address in robotAddress is wrong. robotAddress 不正确。',
	19021:
		'The signature is wrong: robotSecret, or the clock of this server. 签名不正确：请检查 robotSecret 和服务器时间。',
	19022:
		'The robot does not take messages from this IP address. 机器人的 IP 白名单中没有本服务器。',
	19024: 'The robot wants a keyword in each message. 机器人要求消息中包含关键词。',
	11232: 'Too many messages. 发送太频繁。',
	9499: 'Too many messages, or a form that the robot does not know. 发送太频繁或格式不正确。',
};
for (const { json } of $input.all()) {
	const code = json.errcode ?? json.code ?? json.StatusCode;
	if (code === 0) continue;
	const why = [json.errmsg ?? json.msg ?? json.message, remedies[code]].filter(Boolean).join(' · ');
	throw new Error(
		code === undefined
			? `No ${robot} robot answers at robotAddress. robotAddress 处没有 ${robot} 机器人应答。`
			: `The robot did not take the message (${code}): ${why} 机器人未接收消息。`,
	);
}
return $input.all();
