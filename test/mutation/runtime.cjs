const { default: Runtime } = require('jest-runtime');

/** What takes long to load, and is never changed here. */
const SHARED = new Set(['express', 'fastify', 'n8n-core', 'n8n-workflow', 'undici', 'zod']);

/** Loads large packages once for all test files: each change would wait seconds for them. */
module.exports = class extends Runtime {
	requireModuleOrMock(from, name) {
		return SHARED.has(name) ? require(name) : super.requireModuleOrMock(from, name);
	}
};
