import type { Language } from '../../machine/language';

/** What is said while packages are installed. */
export interface InstallWords {
	waiting: string;
	installing: (folder: string) => string;
	fetching: string;
	preparing: (packages: readonly string[]) => string;
	/** Every half minute, so that nobody believes it has stopped. */
	goingOn: (seconds: number) => string;
	installed: (name: string) => string;
}

/** The words of each language. */
export const installWords: Readonly<Record<Language, InstallWords>> = {
	en: {
		waiting: 'Another process installs the same: waiting for it …',
		installing: (folder) => `Installing into ${folder} (once, about 3 GB for an n8n) …`,
		fetching: '1 of 2: fetching the packages, about three minutes …',
		preparing: (packages) => `2 of 2: preparing ${packages.join(' and ')}, about two minutes …`,
		goingOn: (seconds) => `… ${seconds} s`,
		installed: (name) => `Installed ${name}.`,
	},
	'zh-CN': {
		waiting: '另一个进程正在安装同样的内容，请稍候……',
		installing: (folder) => `正在安装到 ${folder}（只需一次，n8n 约 3 GB）……`,
		fetching: '第 1 步，共 2 步：下载软件包，约三分钟……',
		preparing: (packages) => `第 2 步，共 2 步：准备 ${packages.join('、')}，约两分钟……`,
		goingOn: (seconds) => `…… ${seconds} 秒`,
		installed: (name) => `${name} 安装完成。`,
	},
};
