import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** Names of the files in which any of the texts stands, as it is or in base64. */
export function filesWith(files: string[], texts: string[]): string[] {
	const needles = texts.flatMap((text) => [
		Buffer.from(text),
		Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '')),
	]);
	return files.filter((file) => {
		const content = readFileSync(file);
		return needles.some((needle) => content.includes(needle));
	});
}
