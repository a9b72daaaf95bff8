import { ensureN8n } from '../../playground/n8n/install/n8n';
import { ensureLine, ensureNodes, lines, say } from './versions';

/**
 * Installs the pinned n8n, then every other n8n and Node.js of the lines, one after the other: a
 * machine that tests everything does this beside the tests that need none of them.
 */
async function main(): Promise<void> {
	await ensureN8n({ say });
	await ensureNodes();
	for (const line of lines) await ensureLine(line);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
