import { percentDecoded } from '../../../platform/wire/percentEncoding';

test.each([
	['%E5%BD%95%E9%9F%B3.wav', '录音.wav'],
	['a%20b', 'a b'],
	['100%', '100%'],
	['%ff', '%ff'],
])('%s is read as %s', (encoded, text) => {
	expect(percentDecoded(encoded)).toBe(text);
});
