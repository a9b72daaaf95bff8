import { lock } from 'proper-lockfile';

/** Whether a lock was refused because somebody else holds it. */
export function isHeld(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}

/**
 * Keeps other playgrounds from a folder, until what is returned is called.
 * @param refusal what is told when another playground uses the folder
 * @throws Error with the refusal.
 */
export async function lockData(folder: string, refusal: string): Promise<() => Promise<void>> {
	try {
		return await lock(folder, { stale: 15_000 });
	} catch (error) {
		if (!isHeld(error)) throw error;
		throw new Error(refusal, { cause: error });
	}
}
