/** Decodes percent-encoded text, such as a part of an address; what is not encoded stays as it is. */
export function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
