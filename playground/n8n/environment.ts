import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import type { N8nInstall } from './install/n8n';

/** What the environment of an n8n process depends on. */
export interface EnvironmentOptions {
	install: N8nInstall;
	/** Home of this n8n: its data are in `<user folder>/.n8n`. */
	userFolder: string;
	port: number;
	/** Port on which n8n's own task runner reaches it. */
	brokerPort: number;
	/** The only folder whose files workflows may read and write. */
	filesFolder: string;
}

/** Variables that would change n8n behind our back when the surrounding shell or tool has them. */
const foreign =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|NODES_|npm_|JEST_|NODE_ENV$|NODE_OPTIONS$|NODE_PATH$|WEBHOOK_URL$)/;

/** The folder of files that workflows may touch. */
export function filesFolderOf(userFolder: string): string {
	return join(userFolder, 'files');
}

/**
 * The environment of an n8n that listens on this machine only, never calls its makers, keeps files
 * on disk and has no notice to give about settings of ours.
 */
export function n8nEnvironment(options: EnvironmentOptions): Record<string, string> {
	const { install, userFolder, port, brokerPort, filesFolder } = options;
	const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost'];
	return {
		...(Object.fromEntries(inherited) as Record<string, string>),
		NODE_ENV: 'production',
		PATH: [dirname(install.node), process.env.PATH].join(delimiter),
		NO_PROXY: noProxy.filter(Boolean).join(','),

		N8N_USER_FOLDER: userFolder,
		N8N_PORT: `${port}`,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}`,
		N8N_RUNNERS_BROKER_PORT: `${brokerPort}`,
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		N8N_RESTRICT_FILE_ACCESS_TO: filesFolder,
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',

		// Nothing that calls out: the playground works without the internet.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		...(hasModule(install, 'mcp-registry') && { N8N_DISABLED_MODULES: 'mcp-registry' }),

		// Defaults that n8n will change; naming them keeps its notices away.
		N8N_RUNNERS_TASK_TIMEOUT: '60',
		N8N_COMPRESSION_NODE_MAX_DECOMPRESSED_SIZE_BYTES: `${256 * 1024 * 1024}`,
		N8N_COMPRESSION_NODE_MAX_ZIP_ENTRIES: '1000',
		...install.environment,
	};
}

/** Whether this n8n knows a module; it does not start when told to leave out one that it lacks. */
function hasModule({ folder }: N8nInstall, name: string): boolean {
	return existsSync(join(folder, 'node_modules', 'n8n', 'dist', 'modules', name));
}
