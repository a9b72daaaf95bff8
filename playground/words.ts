import type { Language } from './machine/language';

/** What `npm start` says beside its guide. */
export interface Words {
	usage: string;
	wrongArguments: (reason: string) => string;
	noSuchLocale: (locale: string) => string;
	noPort: (option: string, text: string) => string;
	portInUse: (option: string, port: number) => string;
	folderInUse: (folder: string) => string;
	startingN8n: string;
	importing: string;
	stopping: string;
	stoppedEarly: string;
	stopped: string;
	hasDied: (logFile: string) => string;
}

/** The words of each language. */
export const wordsIn: Readonly<Record<Language, Words>> = {
	en: {
		usage: `Starts a real n8n with the package, the example workflows and a simulated platform.

  npm start -- [options]

  --port PORT             port of n8n (5678)
  --simulator-port PORT   port of the simulator (8089)
  --data FOLDER           where n8n keeps its data (.playground)
  --locale LOCALE         en or zh-CN (that of the shell)
`,
		wrongArguments: (reason) => `${reason}\nSee npm start -- --help.`,
		noSuchLocale: (locale) => `There is no locale ${locale}: choose en or zh-CN.`,
		noPort: (option, text) => `${option} ${text} is not a port: give a number from 1 to 65535.`,
		portInUse: (option, port) =>
			`Port ${port} is in use: stop the program there, or choose one with ${option}.`,
		folderInUse: (folder) =>
			`Another playground uses ${folder}: stop it, or choose another --data.`,
		startingN8n: 'Starting n8n with the package (up to a minute the first time) …',
		importing: 'Importing credentials and examples …',
		stopping: 'Stopping …',
		stoppedEarly: 'Stopped before everything was up.',
		stopped: 'Stopped.',
		hasDied: (logFile) => `n8n has ended by itself; ${logFile} tells why.`,
	},
	'zh-CN': {
		usage: `启动一个真实的 n8n，软件包、示例工作流和平台模拟器都已就绪。

  npm start -- [选项]

  --port 端口             n8n 的端口（5678）
  --simulator-port 端口   模拟器的端口（8089）
  --data 文件夹           n8n 保存数据的文件夹（.playground）
  --locale 语言           zh-CN 或 en（默认跟随终端）
`,
		wrongArguments: (reason) => `参数有误：${reason}\n用法见 npm start -- --help。`,
		noSuchLocale: (locale) => `没有 ${locale} 这种语言，请选择 zh-CN 或 en。`,
		noPort: (option, text) => `${option} ${text} 不是端口，请填写 1 到 65535 之间的数字。`,
		portInUse: (option, port) =>
			`端口 ${port} 已被占用，请停止占用它的程序，或用 ${option} 另选一个端口。`,
		folderInUse: (folder) =>
			`${folder} 正被另一个试用环境使用，请先停止它，或用 --data 另选文件夹。`,
		startingN8n: '正在启动带有软件包的 n8n（首次约需一分钟）……',
		importing: '正在导入凭证和示例……',
		stopping: '正在停止……',
		stoppedEarly: '尚未全部启动就已停止。',
		stopped: '已停止。',
		hasDied: (logFile) => `n8n 自行退出了，原因见 ${logFile}。`,
	},
};
