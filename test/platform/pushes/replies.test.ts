import { InputError } from '../../../platform/codes/errors';
import {
	connectReply,
	discardReply,
	forwardReply,
	rejectReply,
	withSender,
} from '../../../platform/pushes/replies';
import { decodeUserData } from '../../../platform/wire/userData';
import type { JsonObject } from '../../../platform/wire/json';
import type { E164 } from '../../../platform/wire/phoneNumber';

const CALLEE = '+8613900000002' as E164;
const TONE = 'x'.repeat(128);
/** The field with which an answer is refused. */
const refusedField = (answer: () => unknown): string => {
	try {
		answer();
	} catch (error) {
		if (error instanceof InputError) return error.field;
		throw error;
	}
	throw new Error('It was accepted.');
};

describe('a waiting call', () => {
	test('is connected with nothing but what was asked for', () => {
		expect(connectReply({ calleeNum: CALLEE })).toEqual({
			operation: 'connect',
			connectInfo: { calleeNum: CALLEE },
		});
		const options = { displayCalleeNum: CALLEE, waitVoice: TONE, calleeHintVoice: TONE };
		const limits = { maxDuration: 0, recordFlag: false, userData: 'order-17' };
		expect(connectReply({ calleeNum: CALLEE, ...options, ...limits })).toEqual({
			operation: 'connect',
			connectInfo: { calleeNum: CALLEE, ...options, ...limits, recordFlag: 'false' },
		});
	});

	test('is recorded with its notice', () => {
		const recording = { recordFlag: true, recordHintTone: 'notice.wav' };
		expect(connectReply({ calleeNum: CALLEE, ...recording })).toEqual({
			operation: 'connect',
			connectInfo: { calleeNum: CALLEE, recordFlag: 'true', recordHintTone: 'notice.wav' },
		});
	});

	test.each([
		['waitVoice', { waitVoice: `${TONE}x` }],
		['calleeHintVoice', { calleeHintVoice: `${TONE}x` }],
		['maxDuration', { maxDuration: 1441 }],
		['lastMinVoice', { lastMinVoice: 'last.wav' }],
		['recordHintTone', { recordFlag: true }],
	])('is not connected where %s breaks a rule', (field, wrong) => {
		expect(refusedField(() => connectReply({ calleeNum: CALLEE, ...wrong }))).toBe(field);
	});

	test('is rejected, with a tone or without', () => {
		expect(rejectReply()).toEqual({ operation: 'close', closeInfo: {} });
		expect(rejectReply({ closeHintTone: TONE, userData: 'order-17' })).toEqual({
			operation: 'close',
			closeInfo: { closeHintTone: TONE, userData: 'order-17' },
		});
		expect(refusedField(() => rejectReply({ closeHintTone: `${TONE}x` }))).toBe('closeHintTone');
	});

	test('takes its settings in a list where the platform wants one', () => {
		expect(connectReply({ calleeNum: CALLEE }, true).connectInfo).toEqual([{ calleeNum: CALLEE }]);
		expect(rejectReply({}, true).closeInfo).toEqual([{}]);
	});

	test.each([['订单 17 {x}'], [{ order: 17 }]])('gives %j back as it was', (userData) => {
		const answers = [connectReply({ calleeNum: CALLEE, userData }), rejectReply({ userData })];
		for (const { connectInfo, closeInfo } of answers) {
			const wire = ((connectInfo ?? closeInfo) as JsonObject).userData as string;
			expect(wire).toMatch(/^[\x20-\x7a]+$/);
			expect(decodeUserData(wire)).toEqual(userData);
		}
	});

	test('carries no user data where there is none', () => {
		expect(connectReply({ calleeNum: CALLEE, userData: '' }).connectInfo).toEqual({
			calleeNum: CALLEE,
		});
		expect(rejectReply({ userData: '' }).closeInfo).toEqual({});
	});
});

describe('a waiting text', () => {
	const sender = '+86 13800000001';

	test('is sent on to somebody, or dropped', () => {
		expect(forwardReply(sender, CALLEE)).toEqual({
			actions: [{ operation: 'vNumberRoute', message: { called: CALLEE, calling: sender } }],
		});
		expect(discardReply()).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
	});

	test('that is sent on has its own sender, whatever the workflow knew of him', () => {
		const masked = JSON.stringify(forwardReply('+86138****0001', CALLEE));
		expect(JSON.parse(withSender(masked, sender))).toEqual(forwardReply(sender, CALLEE));
		const dropped = JSON.stringify(discardReply());
		expect(JSON.parse(withSender(dropped, sender))).toEqual(discardReply());
	});

	test.each(['', 'no JSON', '{"operation":"connect"}', '{ "actions": "none" }', '{"actions":[]}'])(
		'leaves %j, which is no answer to it, byte by byte',
		(reply) => {
			expect(withSender(reply, sender)).toBe(reply);
		},
	);
});
