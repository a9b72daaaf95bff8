import type { Both } from '../workflow';

/** Choose the credential in these steps. */
export function credentialStep(...steps: string[]): Both {
	const bold = steps.map((step) => `**${step}**`);
	const en = [bold.slice(0, -1).join(', '), bold.at(-1)].filter(Boolean).join(' and ');
	return [
		`Choose your *Huawei Private Number API* credential in ${en}.`,
		`在 ${bold.join('、')} 中选择您的“华为隐私号 API”（Huawei Private Number API）凭证。`,
	];
}

/** Publish, and paste the trigger's address into fields of the console. */
export function consoleStep(trigger: string, ...fields: string[]): Both {
	return [
		`Publish the workflow (Publish), copy the Production URL of **${trigger}** and paste it into ${fields.join(' and ')} in the console of Huawei Cloud. Changes take 10–15 minutes there.`,
		`发布（Publish）工作流，复制 **${trigger}** 的 Production URL，填入华为云控制台的“${fields.join('”和“')}”。修改后 10 到 15 分钟生效。`,
	];
}

/** How to see it work before the first call. */
export function tryIt(sample: Both, simulator: Both): Both {
	return [
		`To try it now: *Execute workflow* runs with the pinned sample, ${sample[0]}. With the simulator: ${simulator[0]}.`,
		`立即体验：点击 *Execute workflow*，用固定的样例运行（${sample[1]}）。使用模拟器：${simulator[1]}。`,
	];
}
