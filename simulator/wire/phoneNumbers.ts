/**
 * Numbers in the platform's global format: `+86` and an 11-digit mobile number, or `+86`, the area
 * code without its leading 0, and a local number of 7 or 8 digits.
 */
const mobile = /^\+861[3-9]\d{9}$/;
const landline = /^\+86(?!400|800)(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/;
const service = /^\+86(?:400\d{7}|95\d{3,6})$/;

export const isMobile = (number: string): boolean => mobile.test(number);
export const isLandline = (number: string): boolean => landline.test(number);
/** 400 and 95 numbers: only a temporary callee of AX may be one. */
export const isServiceNumber = (number: string): boolean => service.test(number);
/** A number of a person: what may stand for A or B. */
export const isUserNumber = (number: string): boolean => isMobile(number) || isLandline(number);

/**
 * Reads a number as people write it (`138 0000 0001`, `0755-28000001`, `0086138…`) for the control
 * API. Returns undefined when it cannot be a number of mainland China.
 */
export function readLoosely(text: string): string | undefined {
	const digits = text.replace(/\D/g, '').replace(/^0086/, '');
	const candidates = [digits, digits.replace(/^86/, ''), digits.replace(/^0/, '')];
	return candidates
		.map((candidate) => `+86${candidate}`)
		.find((number) => isUserNumber(number) || isServiceNumber(number));
}
