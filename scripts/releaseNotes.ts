/** A package as it was published. */
export interface Release {
	name: string;
	version: string;
	/** Digest of the tarball as npm writes it: `sha512-` and Base64. */
	integrity: string;
}

/**
 * What a release says: its section of the changelog, and the digest with which an n8n installs this
 * very file.
 * @throws Error when the changelog has no such section, or the digest is none.
 */
export function releaseNotes({ name, version, integrity }: Release, changelog: string): string {
	if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) {
		throw new Error(`"${integrity}" is no digest as npm writes it.`);
	}
	const heading = `[${version}]`;
	const section = changelog.split(/^## /m).find((part) => part.startsWith(heading));
	if (section === undefined) throw new Error(`The changelog has no section ${version}.`);
	const packages = JSON.stringify([{ name, version, checksum: integrity }]);
	// The first line is the heading; the last section is followed by the addresses of links.
	const body = section.replace(/^.*/, '').replace(/^\[[^\]]+\]: .*$/gm, '');
	return `${body.trim()}

## Digest

\`\`\`text
${integrity}
\`\`\`

It is the SHA-512 of the package on npm. An n8n that is managed by its environment installs this file and no other with:

\`\`\`bash
N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV=true
N8N_COMMUNITY_PACKAGES='${packages}'
\`\`\`
`;
}
