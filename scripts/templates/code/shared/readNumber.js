// A number as people write it: blanks, dashes, brackets, +86 or 0086 in front; full-width digits too.
const readNumber = (value) => {
	const text = String(value ?? '')
		.normalize('NFKC')
		.replace(/[\s\-().]/g, '');
	const digits = text
		.replace(/^(\+|00)?86(?=(1\d{10}|0?[2-9]\d{8,11})$)/, '')
		.replace(/^086(?=1\d{10}$)/, '');
	if (/^1[3-9]\d{9}$/.test(digits)) return '+86' + digits;
	if (/^0?(10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits)) return '+86' + digits.replace(/^0/, '');
	return undefined;
};
