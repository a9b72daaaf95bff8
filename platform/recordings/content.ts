import { detail, type Detail } from '../codes/details';

/** How many bytes of a file are looked at to tell what it is. */
export const HEAD_BYTES = 512;

/** MIME types by how files of sound begin; `.` stands for any byte. */
const SOUNDS: ReadonlyArray<[RegExp, string]> = [
	[/^RI(?:FF|FX)[^]{4}WAVE/, 'audio/wav'],
	[/^ID3/, 'audio/mpeg'],
	[/^#!AMR-WB/, 'audio/amr-wb'],
	[/^#!AMR/, 'audio/amr'],
	[/^OggS/, 'audio/ogg'],
	[/^fLaC/, 'audio/flac'],
	[/^\.snd/, 'audio/basic'],
	[/^[^]{4}ftyp/, 'audio/mp4'],
	[/^FORM[^]{4}AIF[FC]/, 'audio/aiff'],
	// MPEG audio without tags: eleven bits are set; AAC has the same beginning and no layer.
	[/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
	[/^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xfd]/, 'audio/mpeg'],
];

/** How other files begin: packed ones, documents and pictures. */
const NO_SOUNDS = [
	...['\x1f\x8b', 'PK\x03\x04', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'],
	...['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8'],
];

/** MIME types under which nobody serves sound. */
const NO_SOUND_TYPE =
	/^(?:text|image|font|message|multipart|model)\/|[/+](?:json|xml|pdf|javascript)$/;

/** MIME types by the ending of a file's name. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
	['wav', 'audio/wav'],
	['mp3', 'audio/mpeg'],
	['amr', 'audio/amr'],
	['ogg', 'audio/ogg'],
	['m4a', 'audio/mp4'],
]);

/** What a file seems to be: sound with the MIME type where its first bytes tell it, or why it is none. */
export type Kind = { mimeType?: string } | { instead: Detail };

/**
 * Tells sound from what a storage may give in its place. The first bytes count more than the name
 * that the storage has for them.
 *
 * @param head the first bytes, {@link HEAD_BYTES} of them or the whole file
 * @param contentType as the storage tells it
 */
export function kindOf(head: Buffer, contentType: string | undefined): Kind {
	if (head.length === 0) return { instead: detail('gaveNothing') };
	const bytes = head.toString('latin1');
	const sound = SOUNDS.find(([beginning]) => beginning.test(bytes));
	if (sound) return { mimeType: sound[1] };
	const type = bareType(contentType);
	if (isPage(head)) return { instead: detail('gavePage') };
	if (NO_SOUNDS.some((beginning) => bytes.startsWith(beginning)))
		return { instead: detail('gaveNoSound') };
	if (NO_SOUND_TYPE.test(type)) return { instead: detail('gaveType', { type }) };
	return {};
}

/**
 * MIME type of a recording: by its first bytes, else by its name, else what the storage tells.
 *
 * @param fileName bare name of the file
 */
export function mimeTypeOf(
	fileName: string,
	sniffed: string | undefined,
	contentType: string | undefined,
): string {
	const byName = ENDINGS.get(fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase());
	return sniffed ?? byName ?? (bareType(contentType) || 'application/octet-stream');
}

/** A MIME type without its parameters; empty where it is none. */
function bareType(contentType: string | undefined): string {
	const beginning = contentType?.slice(0, 200).toLowerCase();
	return beginning?.match(/^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/)?.[1] ?? '';
}

/** HTML, XML or JSON: text that begins as they do, in any of the usual encodings. */
function isPage(head: Buffer): boolean {
	// A byte order mark counts as a blank.
	const text = textOf(head).trimStart();
	if (/(?!\s)\p{Cc}/u.test(text)) return false;
	return text === '' || /^(?:<[!?/a-z]|\{\s*(?:["}]|$)|\[\s*(?:[[\]{"\d-]|$))/i.test(text);
}

function textOf(head: Buffer): string {
	const [first, second] = head;
	if (first === 0xff && second === 0xfe) return head.toString('utf16le');
	if (first === 0xfe && second === 0xff) {
		const even = Buffer.from(head.subarray(0, head.length & ~1));
		return even.swap16().toString('utf16le');
	}
	return head.toString('utf8');
}
