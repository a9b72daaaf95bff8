import { join } from 'node:path';

import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Private Number simulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sim/page/main.css">
<script type="module" src="/sim/page/main.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;

/** The files of the page by name, bundled in memory. */
async function bundle(): Promise<Map<string, string>> {
	const { outputFiles } = await build({
		entryPoints: [join(__dirname, '..', 'page', 'main.tsx')],
		outdir: join(__dirname, '..', 'page'),
		bundle: true,
		write: false,
		minify: true,
		format: 'esm',
		target: 'es2022',
		jsx: 'automatic',
		jsxImportSource: 'preact',
	});
	return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
}

/** Serves the page at `/` and `/sim`. It is bundled when it is first asked for, then kept. */
export function registerPage(server: FastifyInstance): void {
	let files: Promise<Map<string, string>> | undefined;
	for (const path of ['/', '/sim', '/sim/']) {
		server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
	}
	server.get<{ Params: { name: string } }>('/sim/page/:name', async (request, reply) => {
		files ??= bundle();
		const { name } = request.params;
		const text = (await files).get(name);
		if (text === undefined) return reply.code(404).send({ message: 'There is no such file.' });
		const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
		return reply.type(`${type}; charset=utf-8`).send(text);
	});
}
