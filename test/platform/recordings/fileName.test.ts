import fc from 'fast-check';

import { fileNameAt, fileNameOf } from '../../../platform/recordings/fileName';

test.each([
	['1200_366_0_20161228102743.wav', '1200_366_0_20161228102743.wav'],
	['录音 2026-03-04.wav', '录音 2026-03-04.wav'],
	['../../../tmp/x', 'x'],
	['..\\..\\windows\\x.wav', 'x.wav'],
	['/etc/passwd', 'passwd'],
	['C:\\a.wav', 'a.wav'],
	['a\r\nb\u0000c\u007f\u0085.wav', 'abc.wav'],
	['a\u202evaw.exe', 'avaw.exe'],
	['\u2066a\u2069\u200b\u200f\ufeff\u2028.wav', 'a.wav'],
	['a\ud800.wav', 'a.wav'],
	['a:b*c?d"e<f>g|h.wav', 'a_b_c_d_e_f_g_h.wav'],
	['CON', '_CON'],
	['nul.wav', '_nul.wav'],
	['Com1.tar.gz', '_Com1.tar.gz'],
	['LPT9 .wav', '_LPT9 .wav'],
	['console.wav', 'console.wav'],
	['com10.wav', 'com10.wav'],
	['com¹.wav', '_com¹.wav'],
	['conin$', '_conin$'],
	['aux', '_aux'],
	['a nul', 'a nul'],
	['prn .wav', '_prn .wav'],
	['a  ', 'a'],
	['  a', 'a'],
	['.a', '.a'],
	['. a', '. a'],
	['a...', 'a'],
	['. .', 'recording.wav'],
	[' a.wav. . ', 'a.wav'],
	['', 'recording.wav'],
	['.', 'recording.wav'],
	['..', 'recording.wav'],
	['a/', 'recording.wav'],
	['\u202e\r\n', 'recording.wav'],
])('the recording %j is the file %j', (name, expected) => {
	expect(fileNameOf(name)).toBe(expected);
});

test.each([
	['300 letters', `${'a'.repeat(300)}.wav`, `${'a'.repeat(251)}.wav`],
	['100 Chinese signs', `${'录'.repeat(100)}.wav`, `${'录'.repeat(83)}.wav`],
	['100 emoji', `${'😀'.repeat(100)}.wav`, `${'😀'.repeat(62)}.wav`],
	['255 letters', 'a'.repeat(255), 'a'.repeat(255)],
	[
		'255 letters with a blank before the ending',
		`${'a'.repeat(250)} .wav`,
		`${'a'.repeat(250)} .wav`,
	],
	['256 letters', 'a'.repeat(256), 'a'.repeat(255)],
	['256 letters, the last of them another', `${'a'.repeat(255)}b`, 'a'.repeat(255)],
	['253 letters and an ending', `${'a'.repeat(253)}.wav`, `${'a'.repeat(251)}.wav`],
	[
		'an ending of 16 letters',
		`${'a'.repeat(300)}.${'b'.repeat(15)}`,
		`${'a'.repeat(239)}.${'b'.repeat(15)}`,
	],
	['an ending of 17 letters', `${'a'.repeat(300)}.${'b'.repeat(16)}`, 'a'.repeat(255)],
	['an ending of Chinese signs', `${'a'.repeat(300)}.录录录录录`, `${'a'.repeat(239)}.录录录录录`],
	['nothing but an ending', `.${'b'.repeat(299)}`, `.${'b'.repeat(254)}`],
	['two endings', `${'a'.repeat(300)}.tar.gz`, `${'a'.repeat(252)}.gz`],
	['blanks where it is cut', `a${' '.repeat(300)}b.wav`, 'a.wav'],
	['a device', `con.${'b'.repeat(300)}`, `_con.${'b'.repeat(250)}`],
	['an ending of 300 letters', `a.${'b'.repeat(300)}`, `a.${'b'.repeat(253)}`],
])('a name of %s is cut to what every disk takes', (_what, name, expected) => {
	expect(fileNameOf(name)).toBe(expected);
});

test.each([
	['https://obs.example.com/b/a.wav?sign=/x', 'a.wav'],
	['https://obs.example.com/b/..%2F..%2Fa.wav', 'a.wav'],
	['https://obs.example.com/b/%E5%BD%95.wav', '录.wav'],
	['https://obs.example.com/b/%E5.wav', '%E5.wav'],
	['https://obs.example.com/b/a%00%0d%0a.wav', 'a.wav'],
	['https://obs.example.com', 'recording.wav'],
])('the address %s leads to the file %j', (url, expected) => {
	expect(fileNameAt(url)).toBe(expected);
});

test('whatever a recording is called, its file has a bare name that every disk takes', () => {
	const sign = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 3 }),
		fc.constantFrom('/', '\\', '.', ' ', '\u202e', '\r', '\ud800', '录', 'CON', ':', '.wav'),
	);
	fc.assert(
		fc.property(fc.array(sign, { maxLength: 200 }), (signs) => {
			const name = fileNameOf(signs.join(''));
			expect(Buffer.byteLength(name)).toBeGreaterThan(0);
			expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
			expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
			expect(name).not.toMatch(/^\s|[.\s]$/);
			expect(Buffer.from(name).toString()).toBe(name);
		}),
	);
});
