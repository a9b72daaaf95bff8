import { createHash } from 'node:crypto';

import { releaseNotes } from '../../scripts/releaseNotes';

const name = 'n8n-nodes-huawei-private-number';
const integrity = `sha512-${createHash('sha512').update('a tarball').digest('base64')}`;
const changelog = `# Changelog

What changes.

## [Unreleased]

- Something later.

## [1.2.0] - 2026-03-01

### Added

- A table [with a link][docs].

## [1.2.0-rc.1] - 2026-02-01

- A try.

## [1.1.0] - 2026-01-01

- The first.

[Unreleased]: https://example.com/compare/v1.2.0...HEAD
[1.1.0]: https://example.com/v1.1.0
`;

describe('the notes of a release', () => {
	it('tell what the changelog says of this version, and of no other', () => {
		const notes = releaseNotes({ name, version: '1.2.0', integrity }, changelog);
		expect(notes).toMatch(/^### Added\n\n- A table \[with a link\]\[docs\]\.\n\n## Digest\n/);
		expect(notes).not.toMatch(/later|A try|The first|2026/);
	});

	it('leave the addresses of links at the end of the changelog out', () => {
		const notes = releaseNotes({ name, version: '1.1.0', integrity }, changelog);
		expect(notes).toMatch(/^- The first\.\n\n## Digest\n/);
		expect(notes).not.toContain('example.com');
	});

	it('tell the digest in the form with which n8n installs nothing else', () => {
		const notes = releaseNotes({ name, version: '1.1.0', integrity }, changelog);
		const [, packages = ''] = /^N8N_COMMUNITY_PACKAGES='(.*)'$/m.exec(notes) ?? [];
		expect(JSON.parse(packages)).toEqual([{ name, version: '1.1.0', checksum: integrity }]);
	});

	it.each(['1.3.0', '1.2', '1.1.0]'])(
		'are not written for %s, which it does not name',
		(version) => {
			expect(() => releaseNotes({ name, version, integrity }, changelog)).toThrow(
				`The changelog has no section ${version}.`,
			);
		},
	);

	it.each(['', 'sha1-abc', integrity.slice(0, -1), integrity.replace('sha512-', '')])(
		'are not written with the digest %j',
		(wrong) => {
			expect(() => releaseNotes({ name, version: '1.1.0', integrity: wrong }, changelog)).toThrow(
				'is no digest',
			);
		},
	);
});
