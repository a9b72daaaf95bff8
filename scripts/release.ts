import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { releaseNotes } from './releaseNotes';

const usage = `Prints the notes of the release of this version, with the digest of its tarball.

  node --import tsx scripts/release.ts --integrity sha512-…
`;

const { values } = parseArgs({ options: { integrity: { type: 'string' } } });
if (values.integrity === undefined) {
	console.error(usage);
	process.exitCode = 1;
} else {
	const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		name: string;
		version: string;
	};
	const changelog = readFileSync('CHANGELOG.md', 'utf8');
	console.log(releaseNotes({ name, version, integrity: values.integrity }, changelog));
}
