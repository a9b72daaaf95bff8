// Why a text must not be sent; empty when it may.
const { text } = $('Somebody Texts').first().json;
const { forbidden } = $('Settings').first().json.settings;
const customer = $input.first()?.json.customer;
// Full-width signs and blanks between the letters of a word hide nothing.
const plain = String(text ?? '')
	.normalize('NFKC')
	.replace(/\s/g, '')
	.toLowerCase();
const words = String(forbidden ?? '')
	.split('|')
	.map((word) => word.trim().toLowerCase().replace(/\s/g, ''))
	.filter(Boolean);
const word = words.find((one) => plain.includes(one));
const why = !customer
	? 'no customer 没有客户'
	: plain === ''
		? 'no text 读不到内容'
		: word
			? 'forbidden word 敏感词: ' + word
			: /https?:|www\.|\.(com|cn|net)\b/.test(plain)
				? 'link 链接'
				: /1[3-9][\d-]{9,}/.test(plain)
					? 'phone number 手机号'
					: undefined;
return [{ json: { customer, why } }];
