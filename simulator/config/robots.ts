/** Vendors of group robots. */
export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const;

/** One of them: 企业微信, 钉钉 or 飞书. */
export type RobotKind = (typeof robotKinds)[number];

/** Key of a robot, and the secret that it checks signatures with where it has one. */
export interface RobotSettings {
	/** `key` of 企业微信, `access_token` of 钉钉, last part of the address of 飞书. */
	key: string;
	/** 加签 of 钉钉, 签名校验 of 飞书; 企业微信 has none. */
	secret?: string;
}

/** The robots of a simulator. */
export type Robots = Readonly<Record<RobotKind, RobotSettings>>;

/** The robots of a simulator that was told of none. */
export const defaultRobots: Robots = {
	wecom: { key: 'playground-wecom-key' },
	dingtalk: { key: 'playgroundDingtalkToken', secret: 'SECplaygroundDingtalk' },
	feishu: { key: 'playground-feishu-hook', secret: 'playgroundFeishuSecret' },
};
