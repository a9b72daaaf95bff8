import { refuse } from '../codes/errors';

/** Marks text that this package encoded; base64url follows. */
const PREFIX = 'b64.';
/** What the platform takes as it is: printable ASCII without `{`, `}` and `^`, no blank at an end. */
const PLAIN = /^(?! )[\x20-\x7e]*(?<! )$/;
const FORBIDDEN = /[{}^]/;

/**
 * Prepares `userData` for the wire. Text that the platform forbids (Chinese, braces, `^`) travels as
 * `b64.` and base64url; objects travel as JSON in the same form.
 *
 * @param limit longest text that the platform takes, in characters
 * @throws InputError when the encoded text is longer than the limit
 */
export function encodeUserData(value: unknown, limit = 256, field = 'userData'): string {
	const given = typeof value === 'object' ? toJson(value) : value;
	const isObject = typeof given === 'object' && given !== null;
	const text = isObject ? JSON.stringify(given) : String(given as string);
	const plain = !isObject && isPlain(text);
	const wire = plain ? text : PREFIX + Buffer.from(text).toString('base64url');
	if (wire.length > limit) {
		throw plain
			? refuse(field, text, 'length', { longest: limit })
			: refuse(field, text, 'encodedLength', { longest: limit, length: wire.length });
	}
	return wire;
}

/**
 * Reads `userData` as the platform returns it: what {@link encodeUserData} made comes back as the
 * text or object that was given, anything else unchanged.
 */
export function decodeUserData(wire: string): unknown {
	const bytes = Buffer.from(wire.slice(PREFIX.length), 'base64url');
	// Somebody else's text may begin with the same letters: only an exact round trip is ours.
	if (PREFIX + bytes.toString('base64url') !== wire) return wire;
	const text = bytes.toString();
	if (!Buffer.from(text).equals(bytes)) return wire;
	return parsedObject(text) ?? (isPlain(text) ? wire : text);
}

/** Whether the platform takes a text as it is. */
function isPlain(text: string): boolean {
	return PLAIN.test(text) && !FORBIDDEN.test(text) && !text.startsWith(PREFIX);
}

/** What an object is in JSON: a moment, for instance, is a text. */
function toJson(value: object | null): unknown {
	return JSON.parse(JSON.stringify(value)) as unknown;
}

function parsedObject(text: string): object | undefined {
	if (!/^[{[]/.test(text)) return undefined;
	try {
		return JSON.parse(text) as object;
	} catch {
		return undefined;
	}
}
