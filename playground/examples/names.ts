import type { Language } from '../machine/language';

/**
 * What people call an example in a language. In n8n it has one name for everybody, such as
 * `Order → Bind: customer and driver … 订单 → 绑定`.
 */
export function exampleName(name: string, language: Language): string {
	const [, english = name, chinese = name] =
		/^(\P{Script=Han}+?)\s+(\p{Script=Han}.*)$/u.exec(name) ?? [];
	return language === 'zh-CN' ? chinese : (english.split(':')[0] ?? english);
}
