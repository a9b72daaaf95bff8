// One message of all items, for the robot that Settings names.
const { robot, robotAddress, robotSecret } = $('Settings').first().json.settings;
const texts = $input
	.all()
	.map(({ json }) => json.text)
	.filter(Boolean);
const address = String(robotAddress ?? '').trim();
const secret = String(robotSecret ?? '').trim();
if (address === '' || texts.length === 0) return [];

const kinds = {
	wecom: 'wecom',
	企业微信: 'wecom',
	dingtalk: 'dingtalk',
	钉钉: 'dingtalk',
	feishu: 'feishu',
	飞书: 'feishu',
	lark: 'feishu',
};
const kind = kinds[String(robot).trim().toLowerCase()];
if (!kind) {
	throw new Error(
		`Settings: robot is "${robot}", but must be wecom, dingtalk or feishu. Settings 中的 robot 只能填 wecom、dingtalk 或 feishu。`,
	);
}

// Bytes that a text message may have (企业微信: 2048).
const limit = kind === 'wecom' ? 2000 : 15000;
const size = (text) => Buffer.byteLength(text, 'utf8');
const lines = texts.join('\n').split('\n');
let text = '';
for (const [index, line] of lines.entries()) {
	const longer = text === '' ? line : text + '\n' + line;
	if (size(longer) > limit - 40) {
		text =
			text === ''
				? [...line].slice(0, 600).join('') + '…'
				: text + '\n… +' + (lines.length - index);
		break;
	}
	text = longer;
}

// 钉钉 signs the time and the secret with the secret; 飞书 signs nothing, with both as the key.
const time = String(kind === 'feishu' ? Math.floor(Date.now() / 1000) : Date.now());
const both = time + '\n' + secret;
return [
	{
		json: {
			robot: kind,
			address,
			time,
			text,
			isSigned: secret !== '' && kind !== 'wecom',
			toSign: kind === 'feishu' ? '' : both,
			signKey: kind === 'feishu' ? both : secret || 'none',
		},
	},
];
