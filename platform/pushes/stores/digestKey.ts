import { createHash } from 'node:crypto';

/**
 * A short key for what a push names: that may be as long as a body, and somebody's phone number. The
 * parts cannot run into each other.
 */
export function digestKey(...parts: string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64').slice(0, 24);
}
