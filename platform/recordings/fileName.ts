import { percentDecoded } from '../wire/percentEncoding';

/** What a file is called where its name holds nothing that could be kept. */
const FALLBACK = 'recording.wav';

/** Longest name that the usual file systems take, in bytes of UTF-8. */
const MOST_BYTES = 255;

/** Longest ending that is kept when a name is cut. */
const LONGEST_ENDING = 16;

/** Names that mean a device to Windows, whatever ending follows. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/**
 * The name under which a recording is handed on: that of the call record, but bare. No folders, no
 * signs that cannot be seen or turn the direction of reading, nothing that Windows refuses, and short
 * enough for every disk.
 */
export function fileNameOf(name: string): string {
	const bare = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
	const clean = trimmed(
		bare.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*]/g, '_'),
	);
	if (clean === '') return FALLBACK;
	return shortened(DEVICES.test(clean) ? `_${clean}` : clean);
}

/** The name of the file at an address. */
export function fileNameAt(url: string): string {
	const { pathname } = new URL(url);
	return fileNameOf(percentDecoded(pathname));
}

/** Windows drops dots and blanks at the end; `.` and `..` are folders. */
function trimmed(name: string): string {
	let end = name.length;
	// In front of the first sign there is none, and none ends the loop.
	while (/[.\s]/.test(name.charAt(end - 1))) end -= 1;
	return name.slice(0, end).trimStart();
}

/** Cuts the middle out of a long name, so that its ending still tells what kind of file it is. */
function shortened(name: string): string {
	if (Buffer.byteLength(name) <= MOST_BYTES) return name;
	const dot = name.lastIndexOf('.');
	const isEnding = dot > 0 && Buffer.byteLength(name.slice(dot)) <= LONGEST_ENDING;
	const ending = isEnding ? name.slice(dot) : '';
	let left = MOST_BYTES - Buffer.byteLength(ending);
	let kept = '';
	for (const sign of name) {
		left -= Buffer.byteLength(sign);
		if (left < 0) break;
		kept += sign;
	}
	return trimmed(kept) + ending;
}
