import type { SmsEvent } from '../../../platform/pushes/texts';
import { senderOf } from '../../../platform/pushes/notifications';
import type { JsonObject } from '../../../platform/wire/json';
import { eventOf, named, read, withFields } from './pushBodies';

const sent = named('AXB text that was sent');
const of = (fields: JsonObject) => eventOf(withFields(sent, fields)) as SmsEvent;
const extInfo = (...extParas: JsonObject[]) => ({ extInfo: { extParas } });

test.each([
	['0', 'toA'],
	[1, 'fromA'],
	[2, 'unknown'],
	['3', undefined],
	['', undefined],
])('the direction %p of a text is %p', (value, direction) => {
	expect(of(extInfo({ key: 'direction', value })).direction).toBe(direction);
});

test('a text whose list of parameters is missing, or holds none, has neither parts nor direction', () => {
	for (const fields of [{ extInfo: null }, extInfo(), extInfo({ value: '1' }, { key: '' })]) {
		expect(of(fields)).not.toHaveProperty('parts');
		expect(of(fields)).not.toHaveProperty('direction');
	}
});

test('what people wrote is told with its blanks', () => {
	expect(of({ smsContent: ' Hello ' }).text).toBe(' Hello ');
	expect(of({ smsContent: ' ' }).text).toBe(' ');
	expect(of({ smsContent: '' })).not.toHaveProperty('text');
});

test.each([
	['timeStamp', { timeStamp: '2018-09-13T09:46:16.023Z', timestamp: '' }],
	['timestamp', { timeStamp: '', timestamp: '2018-09-13T09:46:16.023Z' }],
])('its time may stand in %s', (_, fields) => {
	expect(of(fields).time).toBe('2018-09-13T09:46:16.023Z');
});

test('what became of it is told once it is decided, not while it waits', () => {
	expect(of({ sendResult: 2 }).sendResult).toMatchObject({ code: 2 });
	expect(of({ sendResult: 77 }).sendResult).toEqual({ code: 77, en: 'Code 77', zh: '代码 77' });
	const waiting = of({ notificationMode: 'Block', sendResult: 0 });
	expect(waiting).toMatchObject({ needsReply: true });
	expect(waiting).not.toHaveProperty('sendResult');
});

test('its sender is told as the platform told it, and of nothing but a text', () => {
	expect(senderOf(read(withFields(sent, { calling: '086-13800000021' })))).toBe('086-13800000021');
	expect(senderOf(read(withFields(sent, { calling: '' })))).toBeUndefined();
	expect(senderOf(read(named('AXB callin')))).toBeUndefined();
	expect(senderOf(read({ eventType: 'fee', feeLst: [] }))).toBeUndefined();
});
