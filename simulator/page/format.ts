/** A number as a phone shows it: `13800000021`; landlines with their area code. */
export function plain(number: string): string {
	const national = number.replace(/^\+86/, '');
	return /^1[3-9]\d{9}$/.test(national) ? national : number;
}

/** Whether two spellings mean the same phone. */
export const isSame = (one: string, other: string): boolean => {
	const digits = (text: string): string => text.replace(/\D/g, '').replace(/^(00)?86/, '');
	return digits(one) !== '' && digits(one) === digits(other);
};

/** `1:05` for 65 seconds. */
export function clock(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Hours, minutes and seconds of an ISO time, local. */
export const timeOfDay = (iso: string): string => new Date(iso).toTimeString().slice(0, 8);

/** JSON with line breaks; other text as it is. */
export function pretty(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), undefined, 2);
	} catch {
		return text;
	}
}
