/** Whether a text is counted as English (160 characters in a part) or as Chinese (70). */
const isPlain = (text: string): boolean => !/[^ -~\s]/.test(text);

/**
 * Parts that a text is split into (splitNum): Chinese up to 70 characters is one SMS, longer is split
 * at 67; English up to 160, longer at 154. Source: common.json, limits.sms.
 */
export function splitCount(text: string): number {
	const [single, part] = isPlain(text) ? [160, 154] : [70, 67];
	return text.length <= single ? 1 : Math.ceil(text.length / part);
}
