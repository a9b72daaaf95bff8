// The middle digits of a number stay hidden: 138****0001.
const mask = (number) => {
	const digits = String(number ?? '')
		.replace(/^\+86(?=1\d{10}$)/, '')
		.replace(/^\+86/, '0');
	return digits.length < 7 ? digits || '?' : digits.slice(0, 3) + '****' + digits.slice(-4);
};
