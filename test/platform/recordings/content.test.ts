import { kindOf, mimeTypeOf } from '../../../platform/recordings/content';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const WAV = 'RIFF\x24\x00\x00\x00WAVEfmt ';

test.each([
	[WAV, 'audio/wav'],
	['ID3\x04\x00', 'audio/mpeg'],
	['\xff\xfb\x90\x64', 'audio/mpeg'],
	['\xff\xf3\x40\xc4', 'audio/mpeg'],
	['\xff\xf1\x50\x80', 'audio/aac'],
	['#!AMR\n<html', 'audio/amr'],
	['#!AMR-WB\n', 'audio/amr-wb'],
	['OggS\x00\x02', 'audio/ogg'],
	['fLaC\x00', 'audio/flac'],
	['\x00\x00\x00\x20ftypM4A ', 'audio/mp4'],
	['RIFX\x00\x00\x00\x24WAVEfmt ', 'audio/wav'],
	['FORM\x00\x00\x00\x24AIFF', 'audio/aiff'],
	['FORM\x00\x00\x00\x24AIFC', 'audio/aiff'],
	['.snd\x00', 'audio/basic'],
	['\xff\xe3\x18\xc4', 'audio/mpeg'],
	['\xff\xf9\x50\x80', 'audio/aac'],
])('%j is sound (%s), whatever the storage calls it', (beginning, mimeType) => {
	for (const told of ['audio/wav', 'text/html', 'application/octet-stream', undefined]) {
		expect(kindOf(bytes(beginning), told)).toEqual({ mimeType });
	}
});

const NAMELESS = ['', ' ', 'nonsense', undefined];

test.each(['audio/x-wav', 'application/octet-stream', 'binary/octet-stream', ...NAMELESS])(
	'bytes that say nothing are taken as %p',
	(told) => {
		for (const beginning of [
			// Signs of sound that stand elsewhere than at the beginning.
			...['\x00RIFF\x24\x00\x00\x00WAVE', '\x00ID3', '\x00OggS', '\x00\x1f\x8b', '\x00\xff\xfb'],
			...['\xff<\x00h\x00', '\xfe<\x00h\x00', '\x00\xfe<\x00', '\x00\xff\x00<'],
			'\x80\x7f\x80\x81',
			'<\x00\x01\x02',
			'{\x00',
			'U\x00',
			'\xff\xfe\x7f\xfe\xff\x7f',
		]) {
			expect(kindOf(bytes(beginning), told)).toEqual({});
		}
	},
);

describe('a text that reads like no page', () => {
	const texts = [
		bytes('Not Found'),
		bytes('404\r\n'),
		Buffer.from('录音不存在。'),
		// The head ends within a sign.
		bytes('x<html>'),
		bytes('< html>'),
		bytes('<1'),
		bytes('a {}'),
		bytes('{a}'),
		bytes('a []'),
		bytes('[a]'),
		Buffer.from(`x${'录'.repeat(200)}`).subarray(0, 512),
	];

	test.each(['audio/wav', 'application/octet-stream', ...NAMELESS])('is taken as %p', (told) => {
		for (const text of texts) expect(kindOf(text, told)).toEqual({});
	});
});

test.each([
	'<!DOCTYPE html><html>',
	'<html lang="zh">',
	'\r\n\t <HTML>',
	'\xef\xbb\xbf<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
	'<Error><Code>AccessDenied</Code></Error>',
	'<!-- nothing here -->',
	'{"error_msg":"no such key"}',
	'{\n  "code": 404 }',
	'{}',
	'{ }',
	'{',
	'[]',
	'[{"a":1}]',
	'[ [1]]',
	'["a"]',
	'[1]',
	'[-1]',
	'[ ',
	'</html>',
	'<a',
	' \n',
	'\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00',
	'\xfe\xff\x00<\x00h\x00t\x00m\x00l\x00>',
	// The head ends within a sign.
	'\xfe\xff\x00<\x00h\x00',
])('%j is a page, whatever the storage calls it', (beginning) => {
	for (const told of ['audio/wav', 'text/html', 'application/octet-stream', undefined]) {
		const kind = kindOf(bytes(beginning), told);
		expect(kind).toMatchObject({ instead: { key: 'gavePage' } });
	}
});

test.each(['\x1f\x8b\x08', 'PK\x03\x04', '%PDF-1.7', '\x89PNG\r\n', '\xff\xd8\xff\xe0', 'GIF89a'])(
	'%j is no sound',
	(beginning) => {
		expect(kindOf(bytes(beginning), 'audio/wav')).toHaveProperty('instead');
	},
);

test.each([
	['text/html; charset=utf-8', 'text/html'],
	['text/plain', 'text/plain'],
	['TEXT/HTML', 'text/html'],
	['application/json', 'application/json'],
	['application/problem+json', 'application/problem+json'],
	['application/xml', 'application/xml'],
	['application/xhtml+xml', 'application/xhtml+xml'],
	['image/png', 'image/png'],
	[' text/html ', 'text/html'],
	[' text/html ;charset=utf-8', 'text/html'],
	['application/pdf', 'application/pdf'],
	['application/javascript', 'application/javascript'],
])('what a storage calls "%s" is none, and is told to be %s', (told, type) => {
	const instead = { key: 'gaveType', values: { type } };
	expect(kindOf(bytes('Not found'), told)).toEqual({ instead });
});

test('an empty file is none, and is told to be empty', () => {
	const kind = kindOf(Buffer.alloc(0), 'audio/wav');
	expect(kind).toMatchObject({ instead: { key: 'gaveNothing' } });
});

test.each([
	['a.wav', 'audio/mpeg', 'text/html', 'audio/mpeg'],
	['a.WAV', undefined, 'application/octet-stream', 'audio/wav'],
	['a.amr', undefined, undefined, 'audio/amr'],
	['a', undefined, 'audio/x-wav; rate=8000', 'audio/x-wav'],
	['a', undefined, ' Audio/X-wav ;rate=8000', 'audio/x-wav'],
	['a', undefined, 'nonsense', 'application/octet-stream'],
	['a', undefined, 'audio/x wav', 'application/octet-stream'],
	['a', undefined, 'an audio/wav', 'application/octet-stream'],
	['a', undefined, `audio/${'x'.repeat(300)}`, `audio/${'x'.repeat(194)}`],
	['a.b.ogg', undefined, undefined, 'audio/ogg'],
	['a.m4a', undefined, 'audio/wav', 'audio/mp4'],
	['constructor', undefined, undefined, 'application/octet-stream'],
])('%s with the signs of %s, told to be %s, is %s', (name, sniffed, told, expected) => {
	expect(mimeTypeOf(name, sniffed, told)).toBe(expected);
});
