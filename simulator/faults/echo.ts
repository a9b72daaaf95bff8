import type { Answer } from '../http/answers';
import type { RecordedRequest } from '../wire/journal';
import type { EchoForm } from './kinds';

const forMarkup = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Every character as a number, so that no plain search finds the text. */
const asEntities = (text: string): string =>
	Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');

const page = (status: number, body: string): Answer => ({
	status,
	content: { type: 'text/html', data: `<html><body>${body}</body></html>` },
});

const refusal = (status: number, what: string): Answer => ({
	status,
	body: { resultcode: '1010010', resultdesc: `Invalid digest. ${what}` },
});

const forms: Readonly<
	Record<EchoForm, (header: string, digest: string, status: number) => Answer>
> = {
	json: (header, _digest, status) => refusal(status, header),
	xml: (header, digest, status) => ({
		status,
		content: {
			type: 'text/xml',
			data: `<?xml version="1.0"?><Error><PasswordDigest>${digest}</PasswordDigest><Header>${forMarkup(header)}</Header></Error>`,
		},
	}),
	htmlTable: (header, digest, status) =>
		page(
			status,
			`<table><tr><td>PasswordDigest</td><td>${digest}</td></tr><tr><td>Header</td><td>${forMarkup(header)}</td></tr></table>`,
		),
	entities: (header, _digest, status) => page(status, asEntities(header)),
	base64: (header, _digest, status) => refusal(status, Buffer.from(header).toString('base64')),
};

/** An answer that repeats the signature header of its request, as a talkative gateway does. */
export function echo({ headers }: RecordedRequest, form: EchoForm, status: number): Answer {
	const header = String(headers['x-aksk'] ?? headers['x-wsse'] ?? '');
	const digest = /PasswordDigest="([^"]*)"/.exec(header)?.[1] ?? '';
	return forms[form](header, digest, status);
}
