import { signatureHeaders } from '../../simulator/wire/signature';

/** A push as nobody but an attacker, or a broken gateway, would send it. */
export interface HostilePush {
	/** Names and values in turn; a name may come twice. */
	headers: string[];
	body: Buffer;
}

/** The receiver that is attacked, and what the attacker has to go by. */
export interface Target {
	url: string;
	appKey: string;
	appSecret: string;
	/** Headers of a push that was taken, as somebody on the way has seen them. */
	seen: Record<string, string>;
	/** A number from 0 to 1, the next of a seeded row. */
	random: () => number;
}

type Forge = (target: Target) => HostilePush;

/** Pushes that the platform has not signed in this form; none of them may start a workflow. */
export const FORGED: Readonly<Record<string, Forge>> = {
	'without a signature': (target) => pushOf({}, anyEvent(target)),
	'signed with another secret': (target) =>
		pushOf(sign({ ...target, appSecret: 'wrong' }), anyEvent(target)),
	'signed for another application': (target) =>
		pushOf(sign({ ...target, appKey: 'another' }), anyEvent(target)),
	'signed two days ago': (target) => pushOf(sign(target, -2 * 86_400_000), anyEvent(target)),
	'signed for tomorrow': (target) => pushOf(sign(target, 86_400_000), anyEvent(target)),
	'with a cut signature': (target) => {
		const { random } = target;
		return pushOf(
			mapToken(sign(target), (token) => token.slice(0, random() * token.length)),
			anyEvent(target),
		);
	},
	'with a changed signature': (target) => {
		const { random } = target;
		const change = (token: string): string => {
			const at = token.indexOf('Digest="') + 8 + Math.floor(random() * 40);
			return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
		};
		return pushOf(mapToken(sign(target), change), anyEvent(target));
	},
	'with two signatures': (target) => {
		const push = pushOf(sign(target), anyEvent(target));
		return { ...push, headers: [...push.headers, 'x-aksk', sign(target)['x-aksk'] ?? ''] };
	},
	'with a signature seen before': (target) => pushOf(target.seen, anyEvent(target)),
	'with random headers': (target) =>
		pushOf({ 'x-aksk': noise(target, 200), authorization: noise(target, 50) }, anyEvent(target)),
};

/** Signed pushes whose content no receiver expects; each must be taken or refused, never fail. */
export const TWISTED: Readonly<Record<string, Forge>> = {
	'nested a thousand times': (target) =>
		pushOf(sign(target), `${'{"statusInfo":'.repeat(1000)}1${'}'.repeat(1000)}`),
	'with huge numbers': (target) =>
		pushOf(sign(target), event(target, '"timestamp":1e999,"stateCode":-1e308,"duration":9e99')),
	'with wrong types': (target) =>
		pushOf(sign(target), '{"eventType":["fee"],"feeLst":{"0":[null,7,"x"]},"statusInfo":"x"}'),
	'with records of wrong types': (target) =>
		pushOf(sign(target), '{"eventType":"fee","feeLst":[null,7,"x",[],{"sessionId":{}}]}'),
	'with names of prototypes': (target) =>
		pushOf(
			sign(target),
			event(target, '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'),
		),
	'with invalid UTF-8': (target) => ({
		...pushOf(sign(target), ''),
		body: Buffer.concat([
			Buffer.from('{"eventType":"callin","statusInfo":{"sessionId":"'),
			Buffer.from([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80]),
			Buffer.from('"}}'),
		]),
	}),
	'with half a character': (target) => pushOf(sign(target), event(target, '"userData":"\\ud800"')),
	'with a body that is cut': (target) => pushOf(sign(target), anyEvent(target).slice(0, -3)),
	'with a body that is no object': (target) =>
		pushOf(sign(target), ['[]', '"x"', '7', 'null'][Math.floor(target.random() * 4)] ?? ''),
	'without a body': (target) => pushOf(sign(target), ''),
};

/** A body larger than n8n takes; few of them, for they take time. */
export const OVERSIZED: Forge = (target) =>
	pushOf(sign(target), event(target, `"userData":"${'x'.repeat(50 * 1024 * 1024)}"`));

/** A push that the platform itself could have sent. */
export const honest: Forge = (target) => pushOf(sign(target), anyEvent(target));

function sign({ appKey, appSecret, url }: Target, ahead = 0): Record<string, string> {
	return signatureHeaders({ scheme: 'aksk', appKey, appSecret, url, now: Date.now() + ahead });
}

function mapToken(
	headers: Record<string, string>,
	change: (token: string) => string,
): Record<string, string> {
	return { ...headers, 'x-aksk': change(headers['x-aksk'] ?? '') };
}

function pushOf(headers: Record<string, string>, body: string): HostilePush {
	const all = { 'content-type': 'application/json;charset=UTF-8', ...headers };
	return { headers: Object.entries(all).flat(), body: Buffer.from(body) };
}

function anyEvent(target: Target): string {
	return event(target, '"caller":"+8613900000001"');
}

function event({ random }: Target, more: string): string {
	const sessionId = `hostile-${random().toString(36).slice(2)}`;
	return `{"eventType":"callin","statusInfo":{"sessionId":"${sessionId}",${more}}}`;
}

function noise({ random }: Target, length: number): string {
	const letter = (): string => String.fromCharCode(0x21 + Math.floor(random() * 94));
	return Array.from({ length }, letter).join('');
}
