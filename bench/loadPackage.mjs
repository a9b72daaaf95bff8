// Loads a package as n8n does when it starts, with n8n's own loader, and prints what it took.
// Plain JavaScript, so that nothing else stands between Node.js and the package's files.
// Arguments: folder of the n8n install, folder of the package.
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , install, folder] = process.argv;

// n8n does the same, so that packages find the n8n-workflow that it runs with.
process.env.NODE_PATH = join(install, 'node_modules');
Module._initPaths();

const require = createRequire(join(install, 'node_modules', 'n8n', 'package.json'));
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');
require('n8n-workflow');

/** Bytes of objects and code that are in use. */
const live = () => {
	globalThis.gc();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

const loader = new PackageDirectoryLoader(folder);
const before = live();
const start = performance.now();
await loader.loadAll();
const ms = performance.now() - start;
const heap = live() - before;
console.log(JSON.stringify({ ms, heap, nodes: loader.types.nodes.length }));
process.exit();
