/** A text in both languages. */
export interface Text {
	en: string;
	zh: string;
}

/** A text of the table: neither language may be left out. */
export const row = (en: string, zh: string): Text => ({ en, zh });
